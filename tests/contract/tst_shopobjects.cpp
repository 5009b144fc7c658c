// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/category.h"
#include "backend/contract/location.h"
#include "backend/contract/movement.h"
#include "backend/contract/productimage.h"
#include "backend/contract/status.h"
#include "backend/contract/stock.h"
#include "tests/contract/comesback.h"
#include "tests/contract/fielderrors.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using namespace tp::contract;
using tp::test::comesBack;
using tp::test::errorsIn;

/// The smaller objects of the contract, against texts as api.md shows them.
class TestShopObjects final : public QObject
{
    Q_OBJECT

private slots:
    void answersComeBackByteForByte()
    {
        QVERIFY(comesBack<Category>(
            R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","name":"Tea","parent_id":null,)"
            R"("position":2,"version":1})"));
        QVERIFY(comesBack<Location>(
            R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","name":"Cellar","version":1,)"
            R"("created_at":"2026-11-22T10:59:55.123Z"})"));
        const std::string locations =
            R"("locations":[{"location_id":"0190163d-8694-739b-aea5-966c26f8ad92",)"
            R"("name":"Shop","on_hand":"-1.5","reserved":"0","available":"-1.5"}]})";
        QVERIFY(comesBack<StockLevel>(
            R"({"product_id":"0190163d-8694-739b-aea5-966c26f8ad91","on_hand":"-1.5",)"
            R"("reserved":"0","available":"-1.5",)" +
            locations));
        QVERIFY(comesBack<StockItem>(
            R"({"product_id":"0190163d-8694-739b-aea5-966c26f8ad91","sku":"A","name":"Tea",)"
            R"("on_hand":"-1.5","reserved":"0","available":"-1.5","low_stock":"2",)" +
            locations));
        QVERIFY(comesBack<Movement>(
            R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91",)"
            R"("product_id":"0190163d-8694-739b-aea5-966c26f8ad92",)"
            R"("location_id":"0190163d-8694-739b-aea5-966c26f8ad93","delta":"-0.25",)"
            R"("on_hand_after":"3","reason":"waste","note":"","actor":null,)"
            R"("created_at":"2026-11-22T10:59:55.123Z"})"));
        QVERIFY(comesBack<ProductImage>(
            R"({"product_id":"0190163d-8694-739b-aea5-966c26f8ad91","image_url":"/i",)"
            R"("thumbnails":[{"url":"/s","width":160,"height":120}],"version":2})"));
        QVERIFY(comesBack<Health>(
            R"({"status":"degraded","checks":[{"name":"disk","status":"ok","detail":null,)"
            R"("age_ms":12}]})"));
        QVERIFY(
            comesBack<Version>(R"({"name":"tradepostd","version":"0.1.0","api":"1","qt":"6.4.2",)"
                               R"("database":"sqlite"})"));
    }

    void categoriesAreRead()
    {
        QCOMPARE(errorsIn<NewCategory>(R"({"name":"Tea"})"), QString());
        QCOMPARE(errorsIn<NewCategory>(R"({"name":"Tea","position":null,"parent_id":null})"),
                 QStringLiteral("wrong_type /position"));
        QCOMPARE(
            errorsIn<NewCategory>(R"({"name":"","position":-1,"parent_id":"top"})"),
            QStringLiteral("too_short /name | out_of_range /position | invalid_value /parent_id"));
        const auto change = ChangeCategory::object().parse(R"({"parent_id":null,"version":1})");
        QVERIFY(change && change->parentId && !*change->parentId.to && !change->position);
        QCOMPARE(errorsIn<NewLocation>("{}"), QStringLiteral("required /name"));
    }

    void anAdjustmentIsADeltaOrACount_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("errors");
        const auto row = [](const char *members, const char *errors) {
            QTest::newRow(members) << QString::fromLatin1(members) << QString::fromLatin1(errors);
        };
        row(R"(,"delta":"-2.5")", "");
        row(R"(,"counted":0)", "");
        row(R"(,"delta":1,"counted":1)", "invalid_value /counted");
        row(R"(,"counted":1,"delta":1)", "invalid_value /counted");
        row("", "required /delta");
        row(R"(,"delta":0)", "out_of_range /delta");
        row(R"(,"counted":-1)", "out_of_range /counted");
        row(R"(,"delta":null)", "wrong_type /delta");
        row(R"(,"delta":1,"location_id":null)", "");
        row(R"(,"delta":1,"note":null)", "wrong_type /note");
    }

    void anAdjustmentIsADeltaOrACount()
    {
        QFETCH(QString, members);
        QFETCH(QString, errors);
        const QString body = QStringLiteral(R"({"product_id":)"
                                            R"("0190163d-8694-739b-aea5-966c26f8ad91",)"
                                            R"("reason":"count"%1})")
                                 .arg(members);
        QCOMPARE(errorsIn<NewAdjustment>(body.toStdString()), errors);
    }

    void anAdjustmentNeedsAReason()
    {
        QCOMPARE(errorsIn<NewAdjustment>(R"({"delta":1})"),
                 QStringLiteral("required /product_id | required /reason"));
        const std::string note(501, 'x');
        QCOMPARE(errorsIn<NewAdjustment>(R"({"delta":1,"product_id":1,"reason":"sale","note":)"
                                         "\"" +
                                         note + "\"}"),
                 QStringLiteral("wrong_type /product_id | invalid_value /reason | too_long /note"));
    }
};

TP_TEST(TestShopObjects)
#include "tst_shopobjects.moc"
