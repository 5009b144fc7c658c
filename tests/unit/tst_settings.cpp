// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/settings.h"
#include "backend/settings/settings.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::FieldError;
using tp::Role;
using namespace tp::settings;

namespace {

constexpr qint64 Now = 1'000'000;

Settings freshSettings()
{
    return {.shopName = {},
            .shopAddress = {},
            .shopTaxId = {},
            .currency = *tp::Currency::fromCode(std::string_view("EUR")),
            .taxRates = {{u"standard"_s, 0, u"Standard"_s, 0}},
            .totpRoles = {}};
}

QString problemsIn(const QList<TaxRate> &rates)
{
    QStringList lines;
    for (const FieldError &problem : problemsOf(rates, Now))
        lines.append(problem.pointer);
    return lines.join(u' ');
}

} // namespace

/// What a shop may decide, and what of it changed.
class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void everyClassHasARateToday_data()
    {
        QTest::addColumn<QList<QPair<QString, qint64>>>("rates");
        QTest::addColumn<QString>("problems");
        using List = QList<QPair<QString, qint64>>;
        const QString s = u"standard"_s;
        QTest::newRow("one") << List{{s, 0}} << u""_s;
        QTest::newRow("from now on") << List{{s, Now}} << u""_s;
        QTest::newRow("later") << List{{s, Now + 1}} << u"/tax_classes/0/valid_from"_s;
        QTest::newRow("then later") << List{{s, Now + 1}, {s, 0}} << u""_s;
        QTest::newRow("none") << List{} << u"/tax_classes"_s;
        QTest::newRow("other") << List{{u"x"_s, 0}} << u"/tax_classes"_s;
        QTest::newRow("case") << List{{u"Standard"_s, 0}} << u"/tax_classes"_s;
        QTest::newRow("twice") << List{{s, 0}, {u"x"_s, 0}, {s, 0}} << u"/tax_classes/2"_s;
        QTest::newRow("all at once") << List{{u"x"_s, Now + 1}, {u"x"_s, Now + 1}}
                                     << u"/tax_classes/0/valid_from /tax_classes/1 /tax_classes"_s;
    }

    void everyClassHasARateToday()
    {
        using List = QList<QPair<QString, qint64>>;
        QFETCH(List, rates);
        QList<TaxRate> given;
        for (const auto &[code, validFromMs] : rates)
            given.append({code, validFromMs, u"Name"_s, 0});
        QTEST(problemsIn(given), "problems");
    }

    void whatWentIsNamedOnce()
    {
        const QList<TaxRate> before{{u"a"_s, 0, {}, 0}, {u"a"_s, 5, {}, 0}, {u"b"_s, 0, {}, 0}};
        QCOMPARE(classesMissing(before, {{u"b"_s, 9, {}, 1}}), QStringList{u"a"_s});
        QCOMPARE(classesMissing(before, before), QStringList());
    }

    void ratesAreInTheOrderOfTheirClasses()
    {
        SettingsChange change;
        change.taxRates = {{u"b"_s, 0, {}, 0}, {u"a"_s, 9, {}, 0}, {u"a"_s, 2, {}, 0}};
        const Settings after = change.appliedTo(freshSettings());
        QCOMPARE(after.taxRates[0].validFromMs, 2);
        QCOMPARE(after.taxRates[1].validFromMs, 9);
        QCOMPARE(after.taxRates[2].code, u"b"_s);
    }

    void whatIsTheSameIsNoChange()
    {
        SettingsChange change;
        QCOMPARE(changedMembers(freshSettings(), change.appliedTo(freshSettings())), QStringList());
        change.shopName = u""_s;
        change.cashRounding = QMap<QString, qint64>();
        change.scaleBarcodes = QList<ScaleBarcode>();
        change.taxRates = freshSettings().taxRates;
        change.taxRounding = TaxRounding::Line;
        change.registrationOpen = true;
        QCOMPARE(changedMembers(freshSettings(), change.appliedTo(freshSettings())), QStringList());
    }

    void everyMemberThatChangedIsNamed()
    {
        SettingsChange change;
        change.shopName = u"n"_s;
        change.shopAddress = u"a"_s;
        change.shopTaxId = u"t"_s;
        change.currency = tp::Currency::fromCode(std::string_view("CHF"));
        change.pricesIncludeTax = false;
        change.taxRounding = TaxRounding::Group;
        change.taxRates = QList<TaxRate>{{u"standard"_s, 0, u"Standard"_s, 1}};
        change.cashRounding = QMap<QString, qint64>{{u"CHF"_s, 5}};
        change.scaleBarcodes = QList<ScaleBarcode>{{u"20"_s, ScaleBarcode::Kind::Price}};
        change.registrationOpen = false;
        change.totpRoles = tp::Roles().set(std::size_t(Role::Admin));
        const Settings after = change.appliedTo(freshSettings());
        QCOMPARE(changedMembers(freshSettings(), after).join(u' '),
                 u"shop/name shop/address shop/tax_id currency prices_include_tax tax_rounding "
                 "tax_classes cash_rounding scale_barcodes registration_open totp_required_for"_s);
    }

    /// These texts are answered as they stand, so the contract must be able to read them.
    void whatIsStoredIsWhatTheContractReads()
    {
        QCOMPARE(cashRoundingJson({}), std::string("{}"));
        QCOMPARE(scaleBarcodesJson({}), std::string("[]"));
        const std::string cash = cashRoundingJson({{u"SEK"_s, 100}, {u"CHF"_s, 5}});
        const std::string scale = scaleBarcodesJson(
            {{u"02"_s, ScaleBarcode::Kind::Weight}, {u"20"_s, ScaleBarcode::Kind::Price}});
        const auto read = tp::contract::ChangeSettings::object().parse(
            R"({"cash_rounding":)" + cash + R"(,"scale_barcodes":)" + scale + "}");
        QVERIFY(read);
        QCOMPARE(read->cashRounding.to->value(u"CHF"_s), 5);
        QCOMPARE(read->cashRounding.to->value(u"SEK"_s), 100);
        QCOMPARE(read->scaleBarcodes.to->at(0).prefix, u"02"_s);
        QCOMPARE(read->scaleBarcodes.to->at(0).kind, tp::contract::ScaleBarcodeKind::Weight);
        QCOMPARE(read->scaleBarcodes.to->at(1).kind, tp::contract::ScaleBarcodeKind::Price);
    }

    void aPrefixMeansOneThing()
    {
        SettingsChange change;
        change.scaleBarcodes = QList<ScaleBarcode>{{u"20"_s, ScaleBarcode::Kind::Price},
                                                   {u"20"_s, ScaleBarcode::Kind::Weight}};
        const auto problems = problemsOf(change, Now);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().pointer, u"/scale_barcodes/1/prefix"_s);
    }

    void roundingsAreStoredByName()
    {
        QCOMPARE(taxRoundingFromName("line"), TaxRounding::Line);
        QCOMPARE(taxRoundingFromName("group"), TaxRounding::Group);
        QVERIFY(!taxRoundingFromName("Line"));
    }
};

TP_TEST(TestSettings)
#include "tst_settings.moc"
