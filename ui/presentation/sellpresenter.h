// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/catalogueloader.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/productgridmodel.h"
#include "ui/presentation/sellstate.h"
#include "ui/presentation/shopcatalogue.h"
#include "ui/presentation/shoptext.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tp::ui {

class CataloguePort;

/// Decides what the Sell screen shows: loads the shop when the backend is there, keeps its rows
/// when it is not, finds and filters them. Knows no widget; lives on the GUI's thread.
class SellPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Port and connection must outlive the presenter.
    SellPresenter(CataloguePort &catalogue, const ConnectionPresenter &connection,
                  const ShopText &text, QObject *parent = nullptr);

    const SellState &state() const { return m_state; }
    ProductGridModel *products() { return &m_products; }

    /// Whether a scan of it would choose a product.
    bool isBarcode(const QString &text) const { return productOf(text) != nullptr; }

    /// Intents of the view.
    void setSearchText(const QString &text);
    void selectCategory(const QString &id); ///< Empty: all.
    void submitSearch();                    ///< Enter: a whole barcode chooses its product.
    void scan(const QString &barcode);      ///< What is typed stays as it is.
    void activateProduct(const QString &id);
    void retry();
    void refresh();

    /// Says everything again, in another language or with another country's amounts.
    void retranslate(const ShopText &text);

signals:
    void stateChanged(const tp::ui::SellState &state);

    /// A tile was tapped or a barcode entered; the cart takes it from here.
    void productChosen(const tp::ui::ProductRef &product);

    /// Digits that are a barcode by their look, and of nothing that is known here.
    void barcodeUnknown(const QString &barcode);

    /// Retry was asked for while there is no server to load from.
    void connectionRetryRequested();

private:
    ProductRef productOf(const QString &barcode) const;
    void connectionChanged(const ConnectionState &connection);
    void load();
    void showPage();
    void showLoaded();
    void showFailure(const Error &error);
    void filter();
    void askServer();
    void showFound(const Result<ProductPage> &page);
    void update();
    SellState::Phase phase() const;
    Notice notice(SellState::Phase phase) const;

    CataloguePort &m_port;
    const ConnectionPresenter &m_connection;
    ShopText m_text;
    CatalogueLoader m_loader;
    ProductGridModel m_products;
    ShopCatalogue m_catalogue;
    QTimer m_serverSearchDelay;
    QTimer m_loadAgain;
    QString m_searchText;
    std::optional<CategoryId> m_shelf;
    std::optional<Error> m_failure;
    bool m_isOnline = false;
    bool m_hasLoaded = false;   ///< The whole shop, once.
    bool m_isComplete = true;   ///< False: the shop has more than the till holds.
    bool m_isSearching = false; ///< The server is asked for what the till does not hold.
    int m_generation = 0;       ///< Of searches: late answers to old questions are dropped.
    SellState m_state;
};

} // namespace tp::ui
