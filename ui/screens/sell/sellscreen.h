// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/connectionstate.h"
#include "ui/presentation/sellstate.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace tp::ui {

class CartPanel;
class CategoryChips;
class NoticeBar;
class Placeholder;
class ProductGrid;
class ProgressLine;
class SearchField;
class SellPresenter;
class SkeletonTiles;
class StatusPill;
class Theme;

/// The storefront: search, categories and tiles, and beside them the sale. Renders the presenter's
/// state and reports what the person does; the focus goes back to the search field whenever it has
/// nowhere better to be.
class SellScreen final : public QWidget
{
    Q_OBJECT

public:
    /// Not before this are skeletons shown: a quick answer should not flicker.
    static constexpr int SkeletonDelayMs = 150;

    /// The presenter must outlive the screen.
    SellScreen(Theme &theme, SellPresenter &presenter, QWidget *parent = nullptr);

    void showConnection(const ConnectionState &connection);

    /// The scan field, everything selected.
    void takeFocus();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectIntents();
    void render(const SellState &state);
    void renderPhase(const SellState &state);
    void renderNoMatch(const SellState &state);
    void renderFailure(const SellState &state);
    void renderStale();
    void waitWithSkeletons();
    void showPage(QWidget *page);
    void clearSearch();
    void noMatchAction();
    void retranslate();
    void renderPill();

    SellPresenter &m_presenter;
    ConnectionState::Phase m_connection = ConnectionState::Phase::Starting;
    QTimer m_skeletonDelay;

    SearchField *m_search = nullptr;
    StatusPill *m_pill = nullptr;
    CategoryChips *m_chips = nullptr;
    ProgressLine *m_progress = nullptr;
    NoticeBar *m_stale = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_blank = nullptr;
    SkeletonTiles *m_skeletons = nullptr;
    ProductGrid *m_grid = nullptr;
    Placeholder *m_emptyShop = nullptr;
    Placeholder *m_noMatch = nullptr;
    Placeholder *m_failed = nullptr;
    CartPanel *m_cart = nullptr;
};

} // namespace tp::ui
