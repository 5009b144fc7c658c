// Precompiled for the widgets: the core set and the commonest widgets.
#pragma once
#include "pchcore.h"

#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QWidget>
