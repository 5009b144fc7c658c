// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/register.h"
#include "backend/kernel/textfold.h"
#include "backend/registers/registerqueries.h"
#include "backend/registers/registerservice.h"
#include "backend/registers/staffqueries.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Error;
using tp::ErrorCode;
using tp::RegisterId;
using tp::Result;
using tp::TillId;
using tp::registers::RegisterService;
using tp::registers::StaffQueries;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

namespace {

const RegisterId FirstRegister =
    *RegisterId::parse(std::string_view("01900000-0000-7000-8000-000000000002"));

/// Somebody as the tiles may show them.
struct Somebody
{
    const char *name;
    int roles = 2;
    bool isActive = true;
    bool hasPin = true;
    int failures = 0;
};

} // namespace

/// Which till is a register, and whom it may show, on both databases.
class TestRegisters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
        m_ended.clear();
        m_endsSessions = true;
    }

    void cleanup() { m_shop.reset(); }

    void aTillThatIsReplacedLosesItsSessions()
    {
        const auto first = claimed();
        QVERIFY(first);
        QVERIFY(m_ended.isEmpty());
        const auto second = claimed();
        QVERIFY(second);
        QCOMPARE(m_ended, QList<TillId>{first->tillId});
        QVERIFY(claimed());
        QCOMPARE(m_ended, (QList<TillId>{first->tillId, second->tillId}));
    }

    void aClaimThatCannotEndTheSessionsIsNone()
    {
        const auto first = claimed();
        QVERIFY(first);
        m_endsSessions = false;
        const auto second = claimed();
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
        QVERIFY(isAdmitted(first->secret));
        QCOMPARE(count("SELECT COUNT(*) FROM tills"), 1);
        QCOMPARE(count("SELECT COUNT(*) FROM audit_entries"), 1);
        m_endsSessions = true;
        QCOMPARE(claimed()->series, std::string("T1B"));
    }

    void theSecretItselfIsKeptNowhere()
    {
        const auto till = claimed();
        QVERIFY(till);
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            auto rows = snapshot.query("SELECT secret_hash FROM tills");
            QVERIFY(rows.next());
            QCOMPARE(rows.text(0).size(), std::size_t(64));
            QVERIFY(rows.text(0).find(till->secret) == std::string_view::npos);
        });
        QVERIFY(isAdmitted(till->secret));
        QVERIFY(!isAdmitted(std::string()));
    }

    void whoIsMoreThanACustomerIsStaff()
    {
        add({.name = "Customer", .roles = 1});
        add({.name = "Nobody", .roles = 0});
        add({.name = "Gone", .roles = 2, .isActive = false});
        add({.name = "Owner", .roles = 16, .hasPin = false});
        add({.name = "Cash", .roles = 3, .failures = 9});
        add({.name = "Éva", .roles = 8, .failures = 10});
        QCOMPARE(tiles(), u"Cash customer,cashier pin; Éva manager pin locked; Owner admin"_s);
    }

    void tilesComePageByPage()
    {
        for (const char *name : {"Cem", "Ann", "Bea", "Ann"})
            add({.name = name});
        QCOMPARE(tiles(1), u"Ann cashier pin| Ann cashier pin| Bea cashier pin| Cem cashier pin"_s);
        QCOMPARE(tiles(3), u"Ann cashier pin; Ann cashier pin; Bea cashier pin| Cem cashier pin"_s);
    }

private:
    RegisterService service()
    {
        return {m_databases.random, [this](UnitOfWork &, TillId till) -> Result<void> {
                    if (!m_endsSessions)
                        return Error{ErrorCode::Unavailable, u"not now"_s, {}};
                    m_ended.append(till);
                    return {};
                }};
    }

    Result<RegisterService::Claim> claimed()
    {
        Result<RegisterService::Claim> claim = Error{};
        const auto written = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            claim = service().claim(work, FirstRegister,
                                    {.actor = "me", .address = {}, .requestId = {}});
            return claim ? Result<void>() : claim.error();
        });
        return written ? claim : written.error();
    }

    bool isAdmitted(const std::string &secret)
    {
        bool isIn = false;
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            isIn = bool(StaffQueries().admit(snapshot, FirstRegister, secret));
        });
        return isIn;
    }

    qint64 count(const char *sql) { return tp::test::numberIn(m_shop->database(), sql); }

    void add(const Somebody &one)
    {
        const QString name = QString::fromUtf8(one.name);
        QVERIFY(m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_CHECK(work.execute(
                "INSERT INTO users (id, full_name, name_key, locale, roles, active, pin_hash, "
                "pin_failures, version, create_hash, created_at, updated_at) "
                "VALUES ($1, $2, $3, '', $4, $5, $6, $7, 1, '', 0, 0)",
                {work.newId(), name, tp::folded(name), one.roles, one.isActive,
                 one.hasPin ? tp::storage::Value("hash") : tp::storage::Value(std::nullopt),
                 one.failures}));
            return {};
        }));
    }

    /// "Ann cashier pin; Bea …" with | between the pages.
    QString tiles(int limit = 50)
    {
        QString text;
        std::optional<StaffQueries::After> after = StaffQueries::After();
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            while (after) {
                std::string items;
                tp::contract::JsonWriter json(items);
                json.beginArray();
                auto next = StaffQueries().writePage(snapshot, *after, limit, json);
                QVERIFY(next);
                json.endArray();
                after = next.value();
                text.append((text.isEmpty() ? u""_s : u"| "_s) + tilesIn(items));
            }
        });
        return text;
    }

    static QString tilesIn(const std::string &items)
    {
        QStringList lines;
        const auto list = tp::contract::parseJson(items);
        for (const tp::contract::JsonValue &item : list->items) {
            const auto tile = tp::contract::StaffTile::object().read(item);
            QStringList roles;
            for (const tp::Role role : tile->roles)
                roles.append(QString::fromLatin1(tp::contract::wireName(role).data()));
            lines.append(tile->fullName + u' ' + roles.join(u',') +
                         (tile->hasPin ? u" pin"_s : u""_s) +
                         (tile->pinLocked ? u" locked"_s : u""_s));
        }
        return lines.join(u"; ");
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<FreshShop> m_shop;
    QList<TillId> m_ended;
    bool m_endsSessions = true;
};

TP_TEST(TestRegisters)
#include "tst_registers.moc"
