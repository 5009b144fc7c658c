// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "ui/presentation/carthistory.h"
#include "ui/presentation/cartmodel.h"
#include "ui/presentation/carttext.h"
#include "ui/presentation/knownrules.h"
#include "ui/presentation/pricedcart.h"

#include <QObject>
#include <QTimer>

namespace tp::ui {

/// Whom the cart asks. All of them outlive it.
struct CartNeighbours
{
    SaleRulesPort &rules;
    const SessionPresenter &session;
    const ConnectionPresenter &connection;
    const Clock &clock;
};

/// A cart that can be paid: what is sold, and what it costs.
struct SaleDraft
{
    QList<SoldLine> lines;
    std::optional<pricing::Discount> discount;
    pricing::PricedOrder totals;
    pricing::PricingRules rules;
    int itemCount = 0;
};

/// The sale that is being entered: takes products, changes and takes back, reckons at every change
/// what it costs, puts sales aside and takes them up again. Survives the lock. Knows no widget;
/// lives on the GUI's thread.
class CartPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PrefixMs = 3'000; ///< "3*" is forgotten after so long.

    CartPresenter(const CartNeighbours &neighbours, const ShopText &text,
                  QObject *parent = nullptr);

    const CartState &state() const { return m_state; }
    const Cart &cart() const { return m_cart; }
    CartModel *rows() { return &m_rows; }

    /// None: it is empty, or cannot be paid.
    std::optional<SaleDraft> draft() const;

    /// Intents of the view. Those about a line mean the selected one.
    void add(const tp::ui::ProductRef &product); ///< One, or as many as the prefix says.
    void refuseBarcode(const QString &code);     ///< A scan that nobody knows.
    bool takePrefix(const QString &text);        ///< True: it was one ("3*").
    void dismissNotice();
    void select(int row);
    void moveSelection(int by);
    void changeQuantity(int by);
    void removeLine();
    void clear();
    void undo();
    void redo();
    void begin(CartEntry::Kind kind);
    void setEntryPercent(bool isPercent);
    void submitEntry(const QString &text);
    void cancelEntry();
    void hold();
    void recall(int place); ///< The sale at hand, if there is one, is held instead.

    /// It is on disk: ready for the next one.
    void finish(const KeptSale &sale);

    void retranslate(); ///< In the language that is now installed.

signals:
    void stateChanged(const tp::ui::CartState &state);

    /// Something is gone and can come back: "Oat latte removed". undo() brings it.
    void undoOffered(const QString &what);

    /// To be heard: a scan was not taken.
    void alarmed();

private:
    struct HeldSale
    {
        Cart cart;
        qint64 heldAtMs = 0;
        QString total;
    };

    bool take(const Cart &next); ///< False: refused, and the notice says why.
    void refuse(const Notice &notice);
    void putAside();
    void addNow(const ProductRef &product, Quantity quantity);
    void failEntry(const Error &error);
    void endEntry();
    void endPrefix();
    void reckon();
    void update();
    Notice notice() const;
    Result<pricing::PricedOrder> priced(const Cart &cart) const;

    const Clock &m_clock;
    ShopText m_text;
    QTimer m_prefixEnd;
    CartModel m_rows;

    KnownRules m_rules;
    Cart m_cart;
    CartHistory m_history;
    Result<pricing::PricedOrder> m_priced;
    QList<HeldSale> m_held;
    std::optional<Quantity> m_prefix;
    CartEntry m_entry;
    ProductRef m_weighed; ///< Waits for its quantity.
    LastSale m_lastSale;
    Notice m_refusal; ///< Of the last act.
    Notice m_trouble; ///< Why what is in the cart cannot be paid.
    CartState m_state;
};

} // namespace tp::ui
