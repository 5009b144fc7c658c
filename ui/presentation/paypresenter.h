// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "ui/presentation/amountentry.h"
#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/paystate.h"
#include "ui/presentation/saleport.h"

#include <QObject>

namespace tp::ui {

/// Whom paying asks. All of them outlive it.
struct PayNeighbours
{
    CartPresenter &cart;
    SalePort &sales;
    const SessionPresenter &session;
    const Clock &clock;
};

/// How a sale is paid and finished: proposes what the customer may hand over, reckons the change,
/// and hands the sale to the port once, however often and fast that is asked for. Knows no widget;
/// lives on the GUI's thread.
class PayPresenter final : public QObject
{
    Q_OBJECT

public:
    /// The key or tap that opened the page is not to complete the sale as well.
    static constexpr qint64 OpenGuardMs = 250;

    /// Nobody hands over so many times of what is due: a barcode in the amount, most likely.
    static constexpr qint64 LargestTimes = 1'000;

    PayPresenter(const PayNeighbours &neighbours, const ShopText &text, QObject *parent = nullptr);

    const PayState &state() const { return m_state; }

    /// Intents of the view.
    void open();
    void close(); ///< Back to the sale, as it was.
    void typeDigit(int digit);
    void typePoint();
    void erase();
    void clearTyped();
    void complete(); ///< With what is typed, else exactly.
    void payExactly();
    void payWith(int tile);
    void payByTerminal(); ///< A card terminal that stands alone has taken it.
    void confirmLarge();
    void declineLarge();
    void refuseScan(); ///< Somebody scanned on; nothing has changed.

    /// Puts back what is typed now.
    std::function<void()> snapshot();

    void retranslate(); ///< In the language that is now installed.

signals:
    void stateChanged(const tp::ui::PayState &state);

    /// It is on disk.
    void completed(const tp::ui::KeptSale &sale);

    /// To be heard: a scan was not taken.
    void alarmed();

private:
    bool mayComplete() const;
    void payCash(Money tendered);
    void settleCash(Money tendered);
    void finish(contract::PaymentMethod method, const pricing::Tender &tender);
    void takeKept(const Result<KeptSale> &kept);
    Money cashDue() const;
    bool isLarge(Money tendered) const;
    QList<TenderTile> tiles() const;
    void update(PayState::Phase phase);

    PayNeighbours m_neighbours;
    ShopText m_text;
    std::optional<SaleDraft> m_draft;
    std::optional<AmountEntry> m_typed;
    std::optional<Money> m_asked; ///< Waits for confirmLarge().
    QList<Money> m_proposals;
    qint64 m_openedMs = 0;
    Notice m_notice;
    bool m_isAlarm = true;
    PayState m_state;
};

} // namespace tp::ui
