// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/status.h"
#include "backend/contract/units.h"
#include "backend/contract/wirenames.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using tp::ErrorCode;
using tp::Permission;
using namespace tp::contract;

namespace {

/// Every name is spelled once, in the form of the contract, and comes back.
template <typename E>
bool namesAreSound(const char *form)
{
    const QRegularExpression expected(QString::fromLatin1(form));
    QSet<QString> seen;
    for (const auto &row : wireNames(E{})) {
        const QString name = QString::fromUtf8(row.name.data(), qsizetype(row.name.size()));
        if (seen.contains(name) || !expected.match(name).hasMatch())
            return false;
        if (wireName(row.value) != row.name || fromWireName<E>(row.name) != row.value)
            return false;
        seen.insert(name);
    }
    return !seen.isEmpty();
}

} // namespace

class TestWireNames final : public QObject
{
    Q_OBJECT

private slots:
    void everyNameIsSpelledOnceAndComesBack()
    {
        QVERIFY(namesAreSound<ErrorCode>("^[a-z]+(_[a-z]+)*$"));
        QVERIFY(namesAreSound<Permission>("^[a-z]+\\.[a-z]+(_[a-z]+)*$"));
        QVERIFY(namesAreSound<Unit>("^(each|kg|l|m)$"));
        QVERIFY(namesAreSound<WhenShort>("^[a-z]+$"));
        QVERIFY(namesAreSound<MovementReason>("^[a-z]+$"));
        QVERIFY(namesAreSound<HealthState>("^[a-z]+$"));
    }

    void everyCodeHasATitleOfItsOwn()
    {
        QSet<QString> titles;
        for (int code = 0; code < int(ErrorCode::Count); ++code) {
            const std::string_view title = titleOf(ErrorCode(code));
            QVERIFY(!title.empty() && title.size() < 60);
            titles.insert(QString::fromUtf8(title.data(), qsizetype(title.size())));
        }
        QCOMPARE(titles.size(), qsizetype(ErrorCode::Count));
        QVERIFY(titleOf(ErrorCode::Count).empty());
    }

    void theContractsOwnNames()
    {
        QVERIFY(wireName(ErrorCode::SkuTaken) == "sku_taken");
        QVERIFY(wireName(ErrorCode::IdempotencyKeyReused) == "idempotency_key_reused");
        QVERIFY(wireName(Permission::CatalogueWrite) == "catalogue.write");
        QVERIFY(wireName(Permission::OrdersReadOwn) == "orders.read_own");
        QVERIFY(wireName(Unit::Kilogram) == "kg");
        QVERIFY(!fromWireName<Unit>("KG"));
        QVERIFY(!fromWireName<Unit>(""));
        QVERIFY(!fromWireName<ErrorCode>("sku_taken "));
    }
};

TP_TEST(TestWireNames)
#include "tst_wirenames.moc"
