// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/auditrow.h"
#include "backend/contract/register.h"
#include "backend/contract/settings.h"
#include "tests/contract/comesback.h"
#include "tests/contract/fielderrors.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::contract;
using tp::test::comesBack;
using tp::test::errorsIn;

/// Registers, what the shop has decided, and who did what, as they cross the wire.
class TestRegisterObjects final : public QObject
{
    Q_OBJECT

private slots:
    void answersComeBackByteForByte()
    {
        QVERIFY(comesBack<Register>(
            R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","code":"T1","name":"Front",)"
            R"("claimed":true,"version":2,"created_at":"2026-11-22T10:59:55.123Z",)"
            R"("updated_at":"2026-11-22T10:59:55.124Z"})"));
        QVERIFY(comesBack<TillClaim>(
            R"({"till_id":"0190163d-8694-739b-aea5-966c26f8ad91",)"
            R"("register_id":"0190163d-8694-739b-aea5-966c26f8ad92","code":"T1",)"
            R"("secret":"fVfk3pFNh40qAp0SSvLyWXFlBPdEINzaWGED9mQd84U","series":"T1B",)"
            R"("next_number":1})"));
        QVERIFY(comesBack<StaffTile>(
            R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","full_name":"Éva",)"
            R"("roles":["cashier","manager"],"has_pin":true,"pin_locked":false})"));
        QVERIFY(comesBack<AuditRow>(
            R"({"seq":7,"at":"2026-11-22T10:59:55.123Z","actor_id":null,"action":"sign_in",)"
            R"("subject":"x","address":"::1","request_id":null,"details":{"a":[1]}})"));
        QVERIFY(comesBack<Settings>(
            R"({"shop":{"name":"Tea","address":"A\nB","tax_id":""},"currency":"CHF",)"
            R"("prices_include_tax":true,"tax_rounding":"group","tax_classes":[)"
            R"({"code":"standard","name":"Standard","rate_ppm":81000,)"
            R"("valid_from":"1970-01-01T00:00:00.000Z"}],"cash_rounding":{"CHF":5,"SEK":100},)"
            R"("scale_barcodes":[{"prefix":"20","kind":"weight"}],"registration_open":false,)"
            R"("totp_required_for":["manager","admin"],"version":3})"));
    }

    void anOlderClientReadsANewerAnswer()
    {
        const auto read =
            ShopIdentity::object().parse(R"({"name":"Tea","address":"","tax_id":"","phone":"1"})");
        QVERIFY(read && read->name == u"Tea"_s);
    }

    void settingsThatAreLeftOutAreNoChange()
    {
        const auto change = ChangeSettings::object().parse(R"({"shop":{"name":""},"version":1})");
        QVERIFY(change);
        QCOMPARE(change->shop.to->name.to, std::optional(u""_s));
        QVERIFY(!change->shop.to->address && !change->currency && !change->taxClasses);
        QCOMPARE(change->readOnly.size(), std::size_t(1));
    }

    void badSettingsAreNamed_data()
    {
        QTest::addColumn<QString>("errors");
        const auto row = [](const char *body, const char *errors) {
            QTest::newRow(body) << QString::fromLatin1(errors);
        };
        row(R"({"currency":"EUR"})", "");
        row(R"({"currency":"eur"})", "invalid_value /currency");
        row(R"({"currency":5})", "wrong_type /currency");
        row(R"({"cash_rounding":{"EUR":5,"CHF":10}})", "");
        row(R"({"cash_rounding":{"EUR":0,"XXY":5}})",
            "out_of_range /cash_rounding/EUR | invalid_value /cash_rounding/XXY");
        row(R"({"cash_rounding":{"EUR":5,"EUR":6}})", "duplicate_key /cash_rounding/EUR");
        row(R"({"cash_rounding":null})", "wrong_type /cash_rounding");
        row(R"({"scale_barcodes":[{"prefix":"02","kind":"price"}]})", "");
        row(R"({"scale_barcodes":[{"prefix":"03","kind":"price"}]})",
            "invalid_value /scale_barcodes/0/prefix");
        row(R"({"scale_barcodes":[{"prefix":20,"kind":"price"}]})",
            "wrong_type /scale_barcodes/0/prefix");
        row(R"({"tax_classes":[{"code":"a","name":"A","rate_ppm":1000000}]})", "");
        row(R"({"tax_classes":[{"code":"a","name":"A","rate_ppm":1000001}]})",
            "out_of_range /tax_classes/0/rate_ppm");
        row(R"({"tax_classes":[{}]})", "required /tax_classes/0/code | required "
                                       "/tax_classes/0/name | required /tax_classes/0/rate_ppm");
    }

    void badSettingsAreNamed()
    {
        QFETCH(QString, errors);
        QCOMPARE(errorsIn<ChangeSettings>(QTest::currentDataTag()), errors);
    }

    void schemasSayWhatAMapMayHold()
    {
        std::string text;
        JsonWriter json(text);
        Schemas schemas;
        ChangeSettings::object().writeSchema(json, schemas);
        QVERIFY(text.find(R"("propertyNames":{"pattern":"^[A-Z]{3}$"})") != std::string::npos);
        QVERIFY(text.find(R"("additionalProperties":{"type":"integer","minimum":1,)") !=
                std::string::npos);
    }
};

TP_TEST(TestRegisterObjects)
#include "tst_registerobjects.moc"
