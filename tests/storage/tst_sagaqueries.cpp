// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/page.h"
#include "backend/contract/saga.h"
#include "backend/orchestration/sagaqueries.h"
#include "backend/saga/sagaengine.h"
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/saga/trialsale.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::Result;
using tp::SagaId;
using tp::orchestration::SagaQueries;
using tp::storage::Database;
using tp::storage::Dialect;
using tp::storage::UnitOfWork;
using tp::test::FarEnd;
using tp::test::FreshDatabases;
using tp::test::TrialSale;
using Local = tp::test::TrialSale::Local;

namespace {

std::string plainCursor(const SagaQueries::After &after)
{
    return (after.isStuck ? "s" : "o") + after.id;
}

} // namespace

/// What is shown of sagas, on both databases, as the contract describes it.
class TestSagaQueries final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_database = m_databases.open(m_databases.newUrl(Dialect(dialect)));
        QVERIFY(m_database);
        QVERIFY(tp::storage::Migrator(*m_database, m_databases.clock).apply());
        QVERIFY(TrialSale::prepare(*m_database));
        m_farEnd = std::make_unique<FarEnd>();
        m_sale = std::make_unique<TrialSale>(*m_farEnd);
    }
    void cleanup() { m_database.reset(); }

    void stuckOnesComeFirstThenTheNewest()
    {
        const QString done = begin("lllll");
        const QString stuckOld = begin("lllll", Local::Refuses);
        const QString stuckNew = begin("lllll", Local::Refuses);
        const QString waiting = begin("lllal");
        const QString stuckNewest = begin("lllll", Local::Refuses);
        const QStringList all{stuckNewest, stuckNew, stuckOld, waiting, done};
        for (int limit = 1; limit <= 6; ++limit)
            QCOMPARE(idsOnAllPages({}, limit), all);
        QCOMPARE(idsOnAllPages("stuck", 2), (QStringList{stuckNewest, stuckNew, stuckOld}));
        QCOMPARE(idsOnAllPages("waiting", 1), QStringList{waiting});
        QCOMPARE(idsOnAllPages("compensated", 1), QStringList());
    }

    void whereThereIsNoneThePageIsEmpty() { QCOMPARE(idsOnAllPages({}, 1), QStringList()); }

    void oneSagaShowsEachStep()
    {
        const QString id = begin("lllll", Local::Refuses);
        const auto saga = one(*SagaId::parse(id.toStdString()));
        QVERIFY(saga);
        QCOMPARE(saga->kind, u"trial"_s);
        QCOMPARE(saga->state, tp::contract::SagaState::Stuck);
        QCOMPARE(saga->step, u"take"_s);
        QStringList states;
        for (const auto &step : saga->steps)
            states.append(step.name + u' ' + step.state);
        QCOMPARE(states, (QStringList{u"reserve done"_s, u"authorize done"_s, u"capture done"_s,
                                      u"take refused"_s, u"confirm pending"_s}));
        QCOMPARE(saga->steps[3].error, u"out_of_stock: there is none"_s);
        QCOMPARE(saga->steps[3].attempts, 1);
        QVERIFY(saga->steps[0].startedAt && saga->steps[0].finishedAt);
        QVERIFY(!saga->steps[4].startedAt && !saga->steps[4].error);
        QVERIFY(!saga->nextRetryAt);
    }

    void whatIsTriedAgainSaysWhen()
    {
        const QString id = begin("lllll", Local::DoesNotKnow);
        const auto saga = one(*SagaId::parse(id.toStdString()));
        QVERIFY(saga && saga->nextRetryAt);
        QVERIFY(saga->nextRetryAt->unixMs > m_databases.clock.nowMs());
        QCOMPARE(saga->state, tp::contract::SagaState::Waiting);
        // Whom somebody else has to answer is not tried again at any hour that is known.
        const auto asked = one(*SagaId::parse(begin("aaaaa").toStdString()));
        QVERIFY(asked && !asked->nextRetryAt);
    }

    void whatIsOverIsAtNoStep()
    {
        const auto saga = one(*SagaId::parse(begin("lllll").toStdString()));
        QVERIFY(saga);
        QCOMPARE(saga->step, QString());
        QCOMPARE(one(SagaId()).error().code, ErrorCode::NotFound);
    }

private:
    /// At the step behind the pivot.
    QString begin(const std::string &data, Local local = Local::Works)
    {
        m_databases.clock.advance(1); // Ids sort by their millisecond.
        m_sale->scriptLocal(3, local);
        const tp::saga::SagaEngine engine(m_sale->book(), "one");
        QString id;
        const auto written = m_database->writeHere([&](UnitOfWork &work) {
            const auto standing = engine.start(
                work, {.kind = TrialSale::Kind, .subject = work.newId(), .data = data});
            id = standing ? standing->place.id.toQString() : QString();
            return standing ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
        });
        return written ? id : QString();
    }

    QStringList idsOnAllPages(const std::optional<std::string> &state, int limit)
    {
        QStringList ids;
        std::optional<SagaQueries::After> after;
        do {
            const auto text = read([&](tp::storage::Snapshot &snapshot) {
                return SagaQueries::list(snapshot, state, after, limit, plainCursor);
            });
            const auto page = text ? tp::contract::Page<tp::contract::Saga>::object().parse(*text)
                                   : Result<tp::contract::Page<tp::contract::Saga>>(text.error());
            if (!page || page->items.size() > limit)
                return {u"not a page"_s};
            for (const auto &saga : page->items)
                ids.append(saga.id.toQString());
            after.reset();
            if (const auto &cursor = page->nextCursor)
                after = SagaQueries::After{cursor->startsWith(u's'), cursor->mid(1).toStdString()};
        } while (after && ids.size() < 100);
        return ids;
    }

    Result<tp::contract::Saga> one(SagaId id)
    {
        const auto text =
            read([id](tp::storage::Snapshot &snapshot) { return SagaQueries::one(snapshot, id); });
        if (!text)
            return text.error();
        return tp::contract::Saga::object().parse(*text);
    }

    Result<std::string> read(const std::function<Result<std::string>(tp::storage::Snapshot &)> &ask)
    {
        Result<std::string> text = tp::Error{};
        auto session = m_database->openReadSession();
        const auto isRead =
            session.value()->read([&](tp::storage::Snapshot &snapshot) { text = ask(snapshot); });
        return isRead ? text : Result<std::string>(isRead.error());
    }

    FreshDatabases m_databases;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<FarEnd> m_farEnd;
    std::unique_ptr<TrialSale> m_sale;
};

TP_TEST(TestSagaQueries)
#include "tst_sagaqueries.moc"
