// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/outboxfile.h"
#include "tests/desktop/soldsale.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::ErrorCode;
using tp::OrderId;
using tp::Result;
using tp::contract::PaymentMethod;
using tp::outbox::NewSale;
using tp::outbox::OutboxDatabase;
using tp::outbox::OutboxFile;
using tp::outbox::SellingTill;
using tp::ui::KeptSale;

namespace {

constexpr qint64 Noon = 1'767'268'800'000;

} // namespace

class TestOutboxFile final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OutboxDatabase> m_database;
    std::unique_ptr<OutboxFile> m_file;
    int m_sales = 0;

    /// As after a restart: nothing is left but the file.
    void openAgain()
    {
        m_file.reset();
        m_database.reset();
        m_database = std::make_unique<OutboxDatabase>(m_folder->filePath(u"till/outbox.db"_s));
        m_file = std::make_unique<OutboxFile>(*m_database);
    }

    QVariant asked(const QString &sql)
    {
        auto query = m_database->run(sql);
        return query && query.value().next() ? query.value().value(0) : QVariant();
    }

    Result<KeptSale> keep(const SellingTill &till, const tp::ui::FinishedSale &sale = teaSale())
    {
        return m_file->keep(till, {idFor<OrderId>(++m_sales), Noon, sale});
    }

    QString numberOf(const SellingTill &till)
    {
        const auto kept = keep(till);
        return kept ? kept->number : kept.error().detail;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sales = 0;
        openAgain();
    }

    void aCommitIsOnTheDiskWhenItReturns()
    {
        QVERIFY(m_database->open());
        QCOMPARE(asked(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(asked(u"PRAGMA synchronous"_s).toInt(), 2); // FULL
    }

    void numbersHaveNoGapsOverRestarts()
    {
        const SellingTill claimed{tillClaim(), true};
        QCOMPARE(numberOf(claimed), u"T1-000001"_s);
        QCOMPARE(numberOf(claimed), u"T1-000002"_s);
        openAgain();
        const SellingTill known{tillClaim(), false};
        QCOMPARE(m_file->knowsNumbersOf(known).value(), true);
        QCOMPARE(numberOf(known), u"T1-000003"_s);
        openAgain();
        QCOMPARE(numberOf(known), u"T1-000004"_s);
    }

    void aSaleThatCannotBeKeptTakesNoNumber()
    {
        const SellingTill till{tillClaim(), true};
        QCOMPARE(numberOf(till), u"T1-000001"_s);
        m_sales = 0; // The same id once more.
        QVERIFY(!keep(till));
        QCOMPARE(numberOf(till), u"T1-000002"_s);
        QCOMPARE(asked(u"SELECT COUNT(*) FROM sales"_s).toInt(), 2);
    }

    void aFullDiskKeepsNothingAndSaysSo()
    {
        const SellingTill till{tillClaim(), true};
        QCOMPARE(numberOf(till), u"T1-000001"_s);
        const int pages = asked(u"PRAGMA page_count"_s).toInt();
        QVERIFY(m_database->run(u"PRAGMA max_page_count = %1"_s.arg(pages)));
        QList<RungUp> things;
        for (int i = 0; i < 200; ++i)
            things.append(rungUp(idFor<tp::ProductId>(i), u"Tea"_s, dollars(100)));
        const auto refused = keep(till, finished(dollarPricing(), things));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Internal);
        QVERIFY2(refused.error().detail.contains(u"disk is full"_s),
                 qPrintable(refused.error().detail));
        QCOMPARE(asked(u"SELECT COUNT(*) FROM sales"_s).toInt(), 1);

        QVERIFY(m_database->run(u"PRAGMA max_page_count = 100000"_s));
        const auto kept = keep(till, finished(dollarPricing(), things));
        QVERIFY(kept);
        QCOMPARE(kept->number, u"T1-000002"_s);
    }

    void whoHasLostTheFileGivesNoNumbersUntilItClaimsAgain()
    {
        const SellingTill known{tillClaim(), false};
        QCOMPARE(m_file->knowsNumbersOf(known).value(), false);
        const auto refused = keep(known);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(asked(u"SELECT COUNT(*) FROM sales"_s).toInt(), 0);
        QCOMPARE(numberOf({tillClaim(2, u"T1B"_s), true}), u"T1B-000001"_s);
    }

    void aFolderThatCannotBeMadeIsAnErrorAndNoMore()
    {
        QFile file(m_folder->filePath(u"taken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        OutboxDatabase database(m_folder->filePath(u"taken/outbox.db"_s));
        OutboxFile outbox(database);
        const auto refused = outbox.keep({tillClaim(), true}, {idFor<OrderId>(1), Noon, teaSale()});
        QCOMPARE(refused.error().code, ErrorCode::Internal);
        QVERIFY(refused.error().detail.contains(u"cannot be written"_s));
    }

    void whatANewerProgramWroteIsLeftAlone()
    {
        QVERIFY(m_database->run(u"PRAGMA user_version = 2"_s));
        openAgain();
        QVERIFY(!m_database->open());
        QVERIFY(keep({tillClaim(), true}).error().detail.contains(u"newer version"_s));
    }

    void theBodyIsASaleThatHasHappened()
    {
        const auto ten = tp::pricing::PercentOff::fromDecimal("12.5").value();
        const auto sale = finished(
            dollarPricing(5),
            {rungUp(idFor<tp::ProductId>(1), u"Tea"_s, dollars(420), 2000, ten, 190'000),
             rungUp(idFor<tp::ProductId>(2), u"Cake"_s, dollars(333), 750)},
            {{PaymentMethod::External, dollars(300), {}}, {PaymentMethod::Cash, {}, dollars(1000)}},
            dollars(50));
        const auto kept = keep({tillClaim(), true}, sale);
        QVERIFY(kept);
        const auto waiting = m_file->nextWaiting(0).value();
        QVERIFY(waiting);
        QCOMPARE(waiting->id, kept->id);
        const auto order =
            tp::contract::NewOrder::object().parse(waiting->body.toStdString()).value();
        QCOMPARE(order.id, std::optional(kept->id));
        QCOMPARE(order.number, std::optional(u"T1-000001"_s));
        QCOMPARE(order.soldAt->unixMs, Noon);
        QCOMPARE(order.soldBy, sale.soldBy);
        QCOMPARE(order.registerId, std::optional(registerId(1)));
        QCOMPARE(order.total, std::optional(sale.totals.total));
        QCOMPARE(order.lines.first().discount->percent->thousandths(), 12'500);
        QCOMPARE(order.lines.last().unitPrice, std::optional(dollars(333)));
        QCOMPARE(order.discount->amount, std::optional(dollars(50)));
        QCOMPARE(order.payments.first().method, PaymentMethod::External);
        QCOMPARE(order.payments.last().tendered, std::optional(dollars(1000)));

        // Settled anew, as the backend does, it comes to the same.
        QCOMPARE(order.payments.last().amount->minor() + 300, sale.totals.total.minor());
    }

    void aCopyIsWhatWasSold()
    {
        auto sale = finished(
            dollarPricing(5),
            {rungUp(idFor<tp::ProductId>(1), u"Tée"_s, dollars(420), 2000,
                    tp::pricing::PercentOff::fromDecimal("10").value(), 190'000)},
            {{PaymentMethod::External, dollars(300), {}}, {PaymentMethod::Cash, {}, dollars(1000)}},
            dollars(33));
        sale.lines.first().note = u"without sugar"_s;
        const auto kept = keep({tillClaim(), true}, sale);
        openAgain();
        const auto copy = m_file->find(kept->id);
        QVERIFY(copy);
        QCOMPARE(copy->number, kept->number);
        QCOMPARE(copy->soldAtMs, Noon);
        const tp::ui::FinishedSale &read = copy->sale;
        QCOMPARE(read.lines.size(), 1);
        QCOMPARE(read.lines.first().name, u"Tée"_s);
        QCOMPARE(read.lines.first().sku, sale.lines.first().sku);
        QCOMPARE(read.lines.first().note, u"without sugar"_s);
        QVERIFY(read.lines.first().discount == sale.lines.first().discount);
        QVERIFY(read.lines.first().priced == sale.lines.first().priced);
        QVERIFY(read.discount == sale.discount);
        QCOMPARE(read.totals.total, sale.totals.total);
        QCOMPARE(read.totals.taxTotal, sale.totals.taxTotal);
        QVERIFY(read.totals.lines == sale.totals.lines);
        QCOMPARE(read.payments.size(), 2);
        QVERIFY(read.payments.last().tender == sale.payments.last().tender);
        QCOMPARE(read.rounding, sale.rounding);
        QCOMPARE(read.change, sale.change);
        QCOMPARE(read.soldBy, sale.soldBy);
        QCOMPARE(m_file->find(idFor<OrderId>(99)).error().code, ErrorCode::NotFound);
    }

    void onlyWhatWasSentLongAgoIsForgotten()
    {
        const SellingTill till{tillClaim(), true};
        for (int i = 0; i < 4; ++i)
            QVERIFY(keep(till));
        QVERIFY(m_file->noteSent(idFor<OrderId>(1), "{}", Noon));
        QVERIFY(m_file->noteSent(idFor<OrderId>(2), "{}", Noon + 1));
        QVERIFY(m_file->park(idFor<OrderId>(3), u"invalid_body"_s));
        QVERIFY(m_file->forgetSentBefore(Noon + 1));
        QVERIFY(!m_file->find(idFor<OrderId>(1)));
        for (int kept : {2, 3, 4})
            QVERIFY(m_file->find(idFor<OrderId>(kept)));
        QCOMPARE(m_file->waiting().value(), (tp::ui::WaitingSales{1, 1}));
        QCOMPARE(numberOf(till), u"T1-000005"_s);
    }

    void twoProgramsOnOneFileGiveEachNumberOnce()
    {
        OutboxDatabase otherDatabase(m_folder->filePath(u"till/outbox.db"_s));
        OutboxFile other(otherDatabase);
        const SellingTill till{tillClaim(), true};
        QStringList numbers;
        for (int i = 0; i < 3; ++i) {
            numbers.append(numberOf(till));
            numbers.append(
                other.keep(till, {idFor<OrderId>(++m_sales), Noon, teaSale()}).value().number);
        }
        QCOMPARE(numbers, (QStringList{u"T1-000001"_s, u"T1-000002"_s, u"T1-000003"_s,
                                       u"T1-000004"_s, u"T1-000005"_s, u"T1-000006"_s}));
    }
};

TP_TEST(TestOutboxFile)

#include "tst_outboxfile.moc"
