// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/logwindow.h"

#include "ui/theme/tokens.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

LogWindow::LogWindow(QWidget *parent) : QDialog(parent), m_lines(new QPlainTextEdit(this))
{
    setObjectName(u"logWindow"_s);
    setWindowTitle(tr("What the shop server wrote"));
    resize(760, 420);
    m_lines->setObjectName(u"logLines"_s);
    m_lines->setAccessibleName(windowTitle());
    m_lines->setReadOnly(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeLogButton"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Xl, space::Xl, space::Xl, space::Xl);
    column->setSpacing(space::M);
    column->addWidget(m_lines, 1);
    column->addLayout(foot);
}

void LogWindow::showLines(const QStringList &lines)
{
    m_lines->setPlainText(lines.join(u'\n'));
    m_lines->moveCursor(QTextCursor::End);
    show();
    raise();
    activateWindow();
}

} // namespace tp::ui
