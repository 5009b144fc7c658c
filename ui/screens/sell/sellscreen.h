// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartstate.h"
#include "ui/presentation/connectionstate.h"
#include "ui/presentation/sellstate.h"
#include "ui/screens/keysink.h"

#include <QWidget>

class QLabel;

namespace tp::ui {

class CartPanel;
class CartPresenter;
class CategoryChips;
class KeySheet;
class NoticeBar;
class PayPresenter;
class ProductGrid;
class ProductPages;
class ProgressLine;
class SaleKeys;
class SearchField;
class SellPresenter;
class StatusPill;
class Theme;
class Toast;

/// The storefront: search, categories and tiles, and beside them the sale. Renders the presenter's
/// state and reports what the person does; the focus goes back to the search field whenever it has
/// nowhere better to be.
class SellScreen final : public QWidget, public KeySink
{
    Q_OBJECT

public:
    /// All of them must outlive the screen.
    struct Presenters
    {
        SellPresenter &sell;
        CartPresenter &cart;
        PayPresenter &pay;
    };

    SellScreen(Theme &theme, const Presenters &presenters, QWidget *parent = nullptr);

    void showConnection(const ConnectionState &connection);

    /// The scan field, everything selected.
    void takeFocus();

    /// The search field's: what is typed elsewhere on the screen lands there.
    Restore snapshot() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectIntents();
    void connectCart();
    void orderTabs();
    void renderCart(const CartState &cart);
    void placeOverlays();
    void render(const SellState &state);
    void renderStale();
    void clearSearch();
    void noMatchAction();
    void retranslate();
    void renderPill();

    SellPresenter &m_presenter;
    CartPresenter &m_cartPresenter;
    PayPresenter &m_pay;
    ConnectionState::Phase m_connection = ConnectionState::Phase::Starting;

    SearchField *m_search = nullptr;
    StatusPill *m_pill = nullptr;
    CategoryChips *m_chips = nullptr;
    ProgressLine *m_progress = nullptr;
    QLabel *m_prefix = nullptr;
    NoticeBar *m_notice = nullptr;
    NoticeBar *m_stale = nullptr;
    ProductPages *m_pages = nullptr;
    ProductGrid *m_grid = nullptr;
    CartPanel *m_cart = nullptr;
    Toast *m_toast = nullptr;
    KeySheet *m_keySheet = nullptr;
    SaleKeys *m_keys = nullptr;
    CartEntry::Kind m_shownEntry = CartEntry::Kind::None;
};

} // namespace tp::ui
