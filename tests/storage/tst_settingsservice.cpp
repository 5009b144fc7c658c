// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsservice.h"
#include "backend/settings/settingsstore.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::Result;
using tp::settings::NewShop;
using tp::settings::Settings;
using tp::settings::SettingsChange;
using tp::settings::SettingsService;
using tp::settings::SettingsStore;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

/// What other parts of the program ask of the settings, on both databases.
class TestSettingsService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
    }

    void cleanup() { m_shop.reset(); }

    void theFirstAdminNamesTheShop()
    {
        QCOMPARE(named({u"Tea"_s, u"CHF"_s, u"Street\nTown"_s, u"CHE-1"_s}), ErrorCode::Count);
        QCOMPARE(shown(), u"Tea|Street\nTown|CHE-1|CHF|2"_s);
        QCOMPARE(named({u""_s, {}, u""_s, u""_s}), ErrorCode::Count);
        QCOMPARE(shown(), u"Tea|Street\nTown|CHE-1|CHF|2"_s);
    }

    void aShopIsNotNamedInACurrencyThatIsNone()
    {
        QCOMPARE(named({u"Tea"_s, u"eur"_s, u""_s, u""_s}), ErrorCode::InvalidBody);
        QVERIFY(!m_shop->add(FreshShop::details(u"A"_s, u"a"_s)).isNil());
        QCOMPARE(named({u"Tea"_s, u"CHF"_s, u""_s, u""_s}), ErrorCode::Conflict);
        QCOMPARE(shown(), u"|||EUR|1"_s);
    }

    void whatIsStoredIsFoundAsItWas()
    {
        SettingsChange change;
        change.taxRounding = tp::settings::TaxRounding::Group;
        change.pricesIncludeTax = false;
        change.registrationOpen = false;
        change.cashRounding = QMap<QString, qint64>{{u"CHF"_s, 5}};
        change.scaleBarcodes = QList<tp::settings::ScaleBarcode>{{u"21"_s}};
        change.totpRoles = tp::Roles().set(std::size_t(tp::Role::Manager));
        change.taxRates = QList<tp::settings::TaxRate>{{u"zero"_s, -1, u"Zero"_s, 0},
                                                       {u"standard"_s, 5, u"Late"_s, 2},
                                                       {u"standard"_s, 0, u"Early"_s, 1}};
        const Settings before = stored();
        QVERIFY(m_shop->write(
            [&](UnitOfWork &work) { return SettingsService().change(work, change, {}); }));
        const Settings after = stored();
        QCOMPARE(tp::settings::changedMembers(change.appliedTo(before), after), QStringList());
        QCOMPARE(after.version, before.version + 1);
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM tax_classes"), 3);
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT totp_roles FROM shop_policies"), 8);
    }

private:
    ErrorCode named(const NewShop &shop)
    {
        const auto done = m_shop->write(
            [&](UnitOfWork &work) { return SettingsService().nameShop(work, shop, {}); });
        return done ? ErrorCode::Count : done.error().code;
    }

    Settings stored()
    {
        std::optional<Settings> found;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(found, SettingsStore().find(work));
            return {};
        });
        Q_ASSERT(done);
        return *found;
    }

    QString shown()
    {
        QString text;
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            auto rows = snapshot.query("SELECT shop_name, shop_address, shop_tax_id, currency, "
                                       "version FROM settings");
            QVERIFY(rows.next());
            QStringList columns;
            for (int i = 0; i < 4; ++i)
                columns.append(QString::fromStdString(std::string(rows.text(i))));
            text = columns.join(u'|') + u'|' + QString::number(rows.integer(4));
        });
        return text;
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<FreshShop> m_shop;
};

TP_TEST(TestSettingsService)
#include "tst_settingsservice.moc"
