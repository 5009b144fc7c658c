// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/fakecatalogue.h"
#include "tests/desktop/testshop.h"
#include "tests/support/testmain.h"
#include "ui/presentation/sellpresenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::test::FakeCatalogue;
using tp::test::idFor;
using tp::test::inCategory;
using tp::test::product;
using tp::ui::ConnectionPresenter;
using tp::ui::SellPresenter;

class TestSellPresenter final : public QObject
{
    Q_OBJECT

    using Phase = tp::ui::SellState::Phase;

    FakeCatalogue m_catalogue;
    std::unique_ptr<ConnectionPresenter> m_connection;
    std::unique_ptr<SellPresenter> m_presenter;

    static tp::Error lostError() { return {tp::ErrorCode::Unavailable, u"refused"_s, {}}; }

    QStringList shownNames() const
    {
        return tp::test::namesOf(m_presenter->products()->products());
    }
    const tp::ui::SellState &state() const { return m_presenter->state(); }

    void open()
    {
        m_connection->backendReady();
        QTRY_COMPARE(state().phase, Phase::Ready);
        QTRY_VERIFY(!state().isLoadingMore);
    }

private slots:
    void init()
    {
        m_catalogue = FakeCatalogue();
        m_catalogue.categories = {tp::test::category(1, u"Coffee"_s, 0),
                                  tp::test::category(2, u"Bakery"_s, 1),
                                  tp::test::category(3, u"Empty"_s, 2)};
        m_catalogue.products = {
            inCategory(product(1, u"Flat white"_s, u"FLAT"_s, {u"96385074"_s}), 1),
            inCategory(product(2, u"Éclair"_s), 2), inCategory(product(3, u"Bread"_s), 2)};
        m_connection = std::make_unique<ConnectionPresenter>(ConnectionPresenter::Backend::Bundled,
                                                             false, QString());
        m_presenter = std::make_unique<SellPresenter>(m_catalogue, *m_connection,
                                                      tp::ui::ShopText(QLocale(u"en_US"_s)));
    }

    void cleanup()
    {
        m_presenter.reset();
        m_connection.reset();
    }

    void startsThenLoadsThenShowsTheShop()
    {
        const QAbstractItemModelTester tester(
            m_presenter->products(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(state().phase, Phase::Starting);
        QCOMPARE(m_catalogue.loads, 0);
        m_connection->backendReady();
        QCOMPARE(state().phase, Phase::Loading);
        QVERIFY(state().zeroTotal.isEmpty());
        QTRY_COMPARE(state().phase, Phase::Ready);

        QCOMPARE(shownNames(), (QStringList{u"Flat white"_s, u"Éclair"_s, u"Bread"_s}));
        QCOMPARE(state().shownCount, 3);
        QCOMPARE(state().totalCount, 3);
        QCOMPARE(state().zeroTotal, u"$0.00"_s);
        QVERIFY(!state().countText.isEmpty());
        QCOMPARE(state().categories.size(), 2); // The one without products is not offered.
        QCOMPARE(state().categories.first().name, u"Coffee"_s);
        QVERIFY(!state().isLoadingMore);
    }

    void aShopWithoutProductsSaysSo()
    {
        m_catalogue.products.clear();
        m_connection->backendReady();
        QTRY_COMPARE(state().phase, Phase::EmptyShop);
        m_presenter->setSearchText(u"tea"_s);
        QCOMPARE(state().phase, Phase::EmptyShop);
    }

    void searchNarrowsAndEscapeWidens()
    {
        open();
        m_presenter->setSearchText(u"ECL"_s);
        QCOMPARE(shownNames(), QStringList{u"Éclair"_s});
        QCOMPARE(state().searchText, u"ECL"_s);
        m_presenter->setSearchText(u"zzz"_s);
        QCOMPARE(state().phase, Phase::NoMatch);
        m_presenter->setSearchText({});
        QCOMPARE(state().phase, Phase::Ready);
        QCOMPARE(state().shownCount, 3);
    }

    void aCategoryAndASearchAreOneQuestion()
    {
        open();
        m_presenter->selectCategory(idFor<tp::CategoryId>(2).toQString());
        QCOMPARE(shownNames(), (QStringList{u"Éclair"_s, u"Bread"_s}));
        m_presenter->setSearchText(u"flat"_s);
        QCOMPARE(state().phase, Phase::NoMatch);
        m_presenter->selectCategory({});
        QCOMPARE(shownNames(), QStringList{u"Flat white"_s});
        QVERIFY(state().selectedCategoryId.isEmpty());
        m_presenter->selectCategory(u"no id at all"_s);
        QVERIFY(state().selectedCategoryId.isEmpty());
    }

    void enterChoosesTheProductOfAWholeBarcode()
    {
        open();
        const QSignalSpy chosen(m_presenter.get(), &SellPresenter::productChosen);
        m_presenter->setSearchText(u"9638507"_s);
        m_presenter->submitSearch();
        QCOMPARE(chosen.size(), 0);
        m_presenter->setSearchText(u" 96385074 "_s);
        m_presenter->submitSearch();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<tp::ui::ProductRef>()->id, idFor<tp::ProductId>(1));
        QVERIFY(state().searchText.isEmpty()); // Ready for the next one.
        m_presenter->submitSearch();
        QCOMPARE(chosen.size(), 1);
    }

    void aTappedTileIsChosen()
    {
        open();
        const QSignalSpy chosen(m_presenter.get(), &SellPresenter::productChosen);
        m_presenter->activateProduct(idFor<tp::ProductId>(3).toQString());
        m_presenter->activateProduct(idFor<tp::ProductId>(99).toQString());
        m_presenter->activateProduct({});
        QCOMPARE(chosen.size(), 1);
    }

    void rowsStayWhenTheBackendIsLost()
    {
        open();
        const QSignalSpy resets(m_presenter->products(), &QAbstractItemModel::modelReset);
        const QSignalSpy removed(m_presenter->products(), &QAbstractItemModel::rowsRemoved);
        m_connection->serverLost(lostError());
        QCOMPARE(state().phase, Phase::Ready);
        QVERIFY(state().isStale);
        m_presenter->setSearchText(u"bre"_s);
        QCOMPARE(shownNames(), QStringList{u"Bread"_s}); // What is held can be searched.
        m_presenter->setSearchText({});

        m_catalogue.products.append(product(4, u"Tea"_s));
        m_connection->serverBack();
        QVERIFY(!state().isStale);
        QTRY_COMPARE(state().shownCount, 4);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(removed.size(), 1); // By the search alone.
    }

    void aFirstLoadThatFailsCanBeRetried()
    {
        m_catalogue.troubles = {{tp::ErrorCode::Internal, {}, {}}};
        m_connection->backendReady();
        QTRY_COMPARE(state().phase, Phase::Failed);
        QVERIFY(!state().notice.isEmpty());
        m_presenter->retry();
        QCOMPARE(state().phase, Phase::Loading);
        QTRY_COMPARE(state().phase, Phase::Ready);
        QVERIFY(state().notice.isEmpty());
    }

    void aRefreshThatFailsKeepsTheRows()
    {
        open();
        m_catalogue.troubles = {{tp::ErrorCode::Internal, {}, {}}};
        m_presenter->refresh();
        QVERIFY(state().isLoadingMore);
        QTRY_VERIFY(!state().isLoadingMore);
        QCOMPARE(state().phase, Phase::Ready);
        QCOMPARE(state().shownCount, 3);
        QVERIFY(!state().notice.isEmpty());
    }

    void aBackendThatDoesNotStartIsSaidInItsWords()
    {
        m_connection->backendFailed(
            {tp::ui::BackendFailure::Kind::EndedTooEarly, u"disk full"_s, {}, 500});
        QCOMPARE(state().phase, Phase::Failed);
        QVERIFY(state().notice.why.contains(u"disk full"_s));
        const QSignalSpy asked(m_presenter.get(), &SellPresenter::connectionRetryRequested);
        m_presenter->retry();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(m_catalogue.loads, 0);
    }

    void aCategoryThatIsGoneIsNotKeptChosen()
    {
        open();
        m_presenter->selectCategory(idFor<tp::CategoryId>(1).toQString());
        m_catalogue.products.removeFirst();
        m_presenter->refresh();
        QTRY_COMPARE(state().totalCount, 2);
        QVERIFY(state().selectedCategoryId.isEmpty());
        QCOMPARE(state().shownCount, 2);
    }

    void theFirstPageIsShownBeforeTheLastIsThere()
    {
        m_catalogue.pageSize = 1;
        m_connection->backendReady();
        const QSignalSpy states(m_presenter.get(), &SellPresenter::stateChanged);
        QTRY_COMPARE(state().shownCount, 3);
        QTRY_VERIFY(!state().isLoadingMore);
        const auto first = states.first().first().value<tp::ui::SellState>();
        QCOMPARE(first.shownCount, 1);
        QVERIFY(first.isLoadingMore);
    }

    void whatTheTillDoesNotHoldTheServerFinds()
    {
        m_catalogue.products.clear();
        for (int number = 0; number <= tp::ui::CatalogueLoader::ProductsMax; ++number)
            m_catalogue.products.append(product(number, u"Tea %1"_s.arg(number)));
        m_catalogue.pageSize = 10'000;
        m_catalogue.elsewhere = {product(7, u"Tea 7"_s),
                                 product(50'000, u"Rare tea 7"_s, {}, {u"4006381333931"_s})};
        open();
        m_presenter->setSearchText(u"tea 7"_s);
        QVERIFY(state().isLoadingMore);
        const int held = state().shownCount;
        QVERIFY(held > 1);
        m_presenter->setSearchText(u"tea 77777"_s);
        QCOMPARE(state().phase, Phase::Ready); // Not "no match" before the server has said so.
        m_presenter->setSearchText(u"tea 7"_s);
        QTRY_COMPARE(state().shownCount, held + 1);
        QVERIFY(!state().isLoadingMore);
        QCOMPARE(m_catalogue.queries.last().text, u"tea 7"_s);

        m_presenter->setSearchText(u"4006381333931"_s);
        QTRY_VERIFY(!state().isLoadingMore);
        const QSignalSpy chosen(m_presenter.get(), &SellPresenter::productChosen);
        m_presenter->submitSearch();
        QCOMPARE(chosen.size(), 1);
    }

    void anotherLanguageIsSaidAtOnce()
    {
        open();
        m_presenter->retranslate(tp::ui::ShopText(QLocale(u"de_DE"_s)));
        QCOMPARE(state().zeroTotal, u"0,00\u00a0US$"_s);
        QCOMPARE(m_presenter->products()
                     ->index(0)
                     .data(tp::ui::ProductGridModel::PriceTextRole)
                     .toString(),
                 u"4,20\u00a0US$"_s);
    }
};

TP_TEST(TestSellPresenter)

#include "tst_sellpresenter.moc"
