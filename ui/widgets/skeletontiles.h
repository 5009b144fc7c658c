// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace tp::ui {

class Theme;

/// Grey tiles where products will stand, while the catalogue is on its way. It does not move:
/// nothing on a till should draw the eye without a reason.
class SkeletonTiles final : public QWidget
{
    Q_OBJECT

public:
    explicit SkeletonTiles(Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Theme &m_theme;
};

} // namespace tp::ui
