// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/person.h"

#include <QScrollArea>

class QButtonGroup;
class QGridLayout;

namespace tp::ui {

class StaffTile;
class Theme;

/// The tiles of those who may sign in here, in as many columns as there is room for.
class StaffGrid final : public QScrollArea
{
    Q_OBJECT

public:
    explicit StaffGrid(Theme &theme, QWidget *parent = nullptr);

    void showStaff(const QList<StaffMember> &staff, const QString &chosenId);
    void setTilesEnabled(bool isEnabled);

    QList<StaffTile *> tiles() const { return m_tiles; }

signals:
    void staffPressed(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild(const QList<StaffMember> &staff);
    void renderTiles();
    void arrange();

    Theme &m_theme;
    QButtonGroup *m_group = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<StaffMember> m_staff;
    QList<StaffTile *> m_tiles;
    int m_columns = 0;
};

} // namespace tp::ui
