// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace tp::ui {

class Theme;

/// One of several: a list that opens. The arrow is painted here, because a style sheet that gives
/// a box its edge takes the style's own arrow away.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

} // namespace tp::ui
