// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/person.h"

#include <QFrame>

class QLabel;

namespace tp::ui {

class DemoPersonRow;
class Theme;

/// The people of the demo shop with what they sign in by, which is no secret there. A press on one
/// signs in as them.
class DemoStaffCard final : public QFrame
{
    Q_OBJECT

public:
    DemoStaffCard(Theme &theme, const QList<DemoPerson> &people, QWidget *parent = nullptr);

    void setRowsEnabled(bool isEnabled);

signals:
    void personPressed(int person);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<DemoPerson> m_people;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QList<DemoPersonRow *> m_rows;
};

} // namespace tp::ui
