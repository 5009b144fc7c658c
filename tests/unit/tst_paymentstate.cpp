// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentstate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::payments;

namespace {

// A row a state, a column an event: where it leads, or - where it cannot be.
// clang-format off
constexpr const char *PaymentMatrix[] = {
    // from              authorized  captured  refused lost     voided  part                all
    "pending             authorized  captured  failed  unknown  voided  -                   -",
    "authorized          -           captured  failed  unknown  voided  -                   -",
    "captured            -           -         -       -        -       partially_refunded  refunded",
    "partially_refunded  -           -         -       -        -       partially_refunded  refunded",
    "refunded            -           -         -       -        -       -                   -",
    "voided              -           -         -       -        -       -                   -",
    "failed              -           -         -       -        -       -                   -",
    "unknown             authorized  captured  failed  unknown  voided  -                   -",
};
// clang-format on

QString name(PaymentState state)
{
    return QString::fromStdString(std::string(nameOf(state)));
}

} // namespace

/// How a payment may go from state to state.
class TestPaymentState : public QObject
{
    Q_OBJECT

private slots:
    void theWholeMatrix_data()
    {
        QTest::addColumn<QStringList>("row");
        for (const char *row : PaymentMatrix) {
            const QStringList cells = QString::fromLatin1(row).simplified().split(u' ');
            QTest::newRow(qPrintable(cells.first())) << cells;
        }
        QCOMPARE(std::size(PaymentMatrix), std::size_t(PaymentState::Count));
    }

    void theWholeMatrix()
    {
        QFETCH(QStringList, row);
        const auto from = paymentStateFromName(row.first().toStdString());
        QVERIFY(from);
        QCOMPARE(row.size(), 1 + int(PaymentEvent::Count));
        for (int event = 0; event < int(PaymentEvent::Count); ++event) {
            const auto to = PaymentTable.next(*from, PaymentEvent(event));
            QCOMPARE(to ? name(*to) : u"-"_s, row.at(1 + event));
        }
    }

    void everyNameIsReadBack()
    {
        for (int state = 0; state < int(PaymentState::Count); ++state)
            QVERIFY(paymentStateFromName(nameOf(PaymentState(state))) == PaymentState(state));
        QVERIFY(!paymentStateFromName("paid"));
        QVERIFY(!paymentStateFromName("Captured"));
        QVERIFY(!paymentStateFromName(""));
    }
};

TP_TEST(TestPaymentState)
#include "tst_paymentstate.moc"
