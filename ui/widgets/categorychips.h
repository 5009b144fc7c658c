// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/sellstate.h"

#include <QScrollArea>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace tp::ui {

/// A row of categories of which one is chosen, "All" first. Too many for the window, it scrolls
/// sideways by touch, drag and wheel, without a bar that would take room.
class CategoryChips final : public QScrollArea
{
    Q_OBJECT

public:
    explicit CategoryChips(QWidget *parent = nullptr);

    /// An empty id means all.
    void showCategories(const QList<CategoryChip> &categories, const QString &selectedId);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void categoryPressed(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild(const QList<CategoryChip> &categories);
    QPushButton *addChip(const QString &id, const QString &name);
    void retranslate();

    QList<CategoryChip> m_categories;
    QButtonGroup *m_group = nullptr;
    QHBoxLayout *m_row = nullptr;
    QPushButton *m_all = nullptr;
    QList<QPushButton *> m_chips;
};

} // namespace tp::ui
