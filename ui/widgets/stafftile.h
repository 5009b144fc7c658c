// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace tp::ui {

class Theme;

/// Somebody who may sign in here: initials, name, role, and a word where their PIN is of no use.
/// Checked: it is their PIN that is asked for.
class StaffTile final : public QPushButton
{
    Q_OBJECT

public:
    struct Content
    {
        QString name;
        QString role;
        QString trouble; ///< "PIN locked", "No PIN"; mostly empty.
        bool isLocked = false;
    };

    explicit StaffTile(Theme &theme, QWidget *parent = nullptr);

    void show(const Content &content);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Content m_content;
};

} // namespace tp::ui
