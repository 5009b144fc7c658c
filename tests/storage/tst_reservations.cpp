// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/reservationservice.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::OrderId;
using tp::ProductId;
using tp::Result;
using tp::inventory::ReservationService;
using tp::inventory::Wanted;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

/// Goods are promised to one order at a time, and not for ever.
class TestReservations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
        m_tea = m_shop->add(FreshShop::details(u"Tea"_s, u"Tea"_s));
        QVERIFY(m_shop->write([&](UnitOfWork &work) {
            return ReservationService::restock(work, order(0), wanted(5), u"test"_s);
        }));
    }

    void cleanup() { m_shop.reset(); }

    void whatIsHeldForTooLongIsReleasedAndWhatIsHeldLaterIsNot()
    {
        reserve(1, 2);
        m_databases.clock.advance(ReservationService::HeldMs - 1);
        reserve(2, 1);
        QVERIFY(m_shop->write(ReservationService::releaseExpired));
        QCOMPARE(reserved(), 3'000);
        m_databases.clock.advance(1);
        QVERIFY(m_shop->write(ReservationService::releaseExpired));
        QCOMPARE(reserved(), 1'000);
        QCOMPARE(take(1), 0);
        QCOMPARE(take(2), 1);
        QCOMPARE(reserved(), 0);
        QCOMPARE(onHand(), 4'000);
    }

    void releasedTwiceItIsReleasedOnce()
    {
        reserve(1, 2);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m_shop->write(
                [&](UnitOfWork &work) { return ReservationService::release(work, order(1)); }));
        }
        QCOMPARE(reserved(), 0);
        QCOMPARE(take(1), 0);
        QCOMPARE(onHand(), 5'000);
    }

    void whatIsNotThereIsRefusedAndNothingOfItHeld()
    {
        reserve(1, 4);
        const auto refused = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_CHECK(ReservationService::reserve(work, order(2), wanted(2)));
            return {};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, tp::ErrorCode::OutOfStock);
        QCOMPARE(reserved(), 4'000);
    }

private:
    static OrderId order(int number)
    {
        return *OrderId::parse(
            u"00000000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')).toStdString());
    }

    QList<Wanted> wanted(int count) const
    {
        return {{m_tea, *tp::Quantity::fromThousandths(count * 1'000)}};
    }

    void reserve(int number, int count)
    {
        QVERIFY(m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_CHECK(ReservationService::reserve(work, order(number), wanted(count)));
            return {};
        }));
    }

    /// How many products were taken; -1: it failed.
    qsizetype take(int number)
    {
        qsizetype count = -1;
        std::ignore = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(const auto taken, ReservationService::take(work, order(number), u"test"_s));
            count = taken.size();
            return {};
        });
        return count;
    }

    qint64 reserved()
    {
        return tp::test::numberIn(m_shop->database(), "SELECT reserved FROM stock_balances");
    }
    qint64 onHand()
    {
        return tp::test::numberIn(m_shop->database(), "SELECT on_hand FROM stock_balances");
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<FreshShop> m_shop;
    ProductId m_tea;
};

TP_TEST(TestReservations)
#include "tst_reservations.moc"
