// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/sellstate.h"

#include <QStackedWidget>
#include <QTimer>

namespace tp::ui {

class Placeholder;
class ProductGrid;
class SkeletonTiles;
class Theme;

/// The tiles, or what stands where they would: skeletons while they come, and why there are none.
class ProductPages final : public QStackedWidget
{
    Q_OBJECT

public:
    /// Not before this are skeletons shown: a quick answer should not flicker.
    static constexpr int SkeletonDelayMs = 150;

    explicit ProductPages(Theme &theme, QWidget *parent = nullptr);

    ProductGrid *grid() const { return m_grid; }
    void show(const SellState &state);

signals:
    void refreshPressed();
    void widenPressed(); ///< Nothing matches: look further.
    void retryPressed();
    void focusLeft(); ///< The page that went had it.

protected:
    void changeEvent(QEvent *event) override;

private:
    void renderNoMatch(const SellState &state);
    void renderFailure(const SellState &state);
    void waitWithSkeletons();
    void showPage(QWidget *page);
    void retranslate();

    QTimer m_skeletonDelay;
    QWidget *m_blank = nullptr;
    SkeletonTiles *m_skeletons = nullptr;
    ProductGrid *m_grid = nullptr;
    Placeholder *m_emptyShop = nullptr;
    Placeholder *m_noMatch = nullptr;
    Placeholder *m_failed = nullptr;
};

} // namespace tp::ui
