// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/category.h"
#include "backend/contract/location.h"
#include "backend/contract/movement.h"
#include "backend/contract/page.h"
#include "backend/contract/problem.h"
#include "backend/contract/product.h"
#include "backend/contract/productimage.h"
#include "backend/contract/schemas.h"
#include "backend/contract/status.h"
#include "backend/contract/stock.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using namespace tp::contract;

namespace {

const AnyObject *const All[] = {
    &Product::object(),        &NewProduct::object(),      &ChangeProduct::object(),
    &Category::object(),       &NewCategory::object(),     &ChangeCategory::object(),
    &StockLevel::object(),     &StockItem::object(),       &Movement::object(),
    &NewAdjustment::object(),  &Location::object(),        &NewLocation::object(),
    &ProductImage::object(),   &Problem::object(),         &Health::object(),
    &Version::object(),        &Page<Product>::object(),   &Page<Category>::object(),
    &Page<Movement>::object(), &Page<StockItem>::object(), &Page<Location>::object()};

JsonValue components()
{
    Schemas schemas;
    for (const AnyObject *object : All)
        schemas.add(*object);
    std::string text;
    JsonWriter json(text);
    schemas.write(json);
    const auto parsed = parseJson(text);
    return parsed ? *parsed : JsonValue();
}

QStringList textsOf(const JsonValue *list)
{
    QStringList texts;
    for (const JsonValue &item : list ? list->items : std::vector<JsonValue>())
        texts.append(QString::fromStdString(item.text));
    return texts;
}

/// Every $ref in the tree leads to a component.
bool referencesHold(const JsonValue &value, const JsonValue &all)
{
    constexpr std::string_view Prefix = "#/components/schemas/";
    for (const auto &[name, member] : value.members) {
        if (name == "$ref" && member.type == JsonValue::Type::String) {
            if (!member.text.starts_with(Prefix) || !all.find(member.text.substr(Prefix.size())))
                return false;
        } else if (!referencesHold(member, all)) {
            return false;
        }
    }
    for (const JsonValue &item : value.items) {
        if (!referencesHold(item, all))
            return false;
    }
    return true;
}

} // namespace

class TestSchemas final : public QObject
{
    Q_OBJECT

private slots:
    void areJsonAndWhole()
    {
        const JsonValue all = components();
        QVERIFY(all.type == JsonValue::Type::Object);
        QVERIFY(referencesHold(all, all));
        for (const char *name : {"Product", "ProductPage", "ProductStock", "ProblemField",
                                 "LocationStock", "HealthCheck", "Thumbnail"})
            QVERIFY2(all.find(name), name);
        for (const auto &[name, schema] : all.members) {
            QCOMPARE(schema.find("type")->text, std::string("object"));
            QVERIFY(!schema.find("description")->text.empty());
            QVERIFY(schema.find("additionalProperties")->type == JsonValue::Type::Boolean);
            QVERIFY(!schema.find("additionalProperties")->boolean);
            for (const QString &required : textsOf(schema.find("required")))
                QVERIFY(schema.find("properties")->find(required.toStdString()));
            for (const auto &[member, property] : schema.find("properties")->members)
                QVERIFY2(!property.find("description")->text.empty(), member.c_str());
        }
    }

    void anAnswerHasAllItsMembersAndARequestTheNeeded()
    {
        const JsonValue all = components();
        const JsonValue *product = all.find("Product");
        QCOMPARE(textsOf(product->find("required")).size(),
                 qsizetype(product->find("properties")->members.size()));
        QCOMPARE(textsOf(all.find("NewProduct")->find("required")).join(u' '),
                 QStringLiteral("sku name price"));
        QVERIFY(!all.find("ChangeProduct")->find("required"));
        QCOMPARE(textsOf(all.find("Problem")->find("required")).size(), 6);
    }

    void limitsAreInTheSchema()
    {
        const JsonValue all = components();
        const JsonValue *properties = all.find("NewProduct")->find("properties");
        QCOMPARE(properties->find("sku")->find("maxLength")->text, std::string("64"));
        QCOMPARE(properties->find("sku")->find("minLength")->text, std::string("1"));
        const JsonValue *barcodes = properties->find("barcodes");
        QCOMPARE(barcodes->find("maxItems")->text, std::string("50"));
        QVERIFY(barcodes->find("uniqueItems")->boolean);
        QCOMPARE(barcodes->find("items")->find("pattern")->text, std::string("^[!-~]*$"));
        QCOMPARE(textsOf(properties->find("unit")->find("enum")).join(u' '),
                 QStringLiteral("each kg l m"));
        const JsonValue *amount = properties->find("price")->find("properties")->find("amount");
        QCOMPARE(amount->find("minimum")->text, std::string("0"));
    }

    void whatMayBeNullAndWhatIsReadOnlySaysSo()
    {
        const JsonValue all = components();
        const JsonValue *answer = all.find("Product")->find("properties");
        QVERIFY(answer->find("version")->find("readOnly")->boolean);
        QVERIFY(!answer->find("name")->find("readOnly"));
        const JsonValue *change = all.find("ChangeProduct")->find("properties");
        QVERIFY(change->find("stock")->find("readOnly")->boolean);
        for (const JsonValue *nullable :
             {answer->find("category_id"), change->find("category_id"), change->find("low_stock"),
              all.find("NewProduct")->find("properties")->find("category_id")}) {
            const JsonValue *either = nullable->find("anyOf");
            QVERIFY(either && either->items.size() == 2);
            QCOMPARE(either->items[1].find("type")->text, std::string("null"));
        }
        QVERIFY(!change->find("name")->find("anyOf"));
    }

    void deltaOrCountedIsInTheSchema()
    {
        const JsonValue all = components();
        const JsonValue *groups = all.find("NewAdjustment")->find("allOf");
        QVERIFY(groups && groups->items.size() == 1);
        const JsonValue *either = groups->items[0].find("oneOf");
        QVERIFY(either && either->items.size() == 2);
        QCOMPARE(textsOf(either->items[1].find("required")).join(u' '), QStringLiteral("counted"));
    }

    void anObjectIsWrittenOnce()
    {
        Schemas schemas;
        std::string text;
        JsonWriter json(text);
        json.beginArray();
        schemas.reference(json, Product::object());
        schemas.reference(json, Product::object());
        json.endArray();
        QCOMPARE(text, std::string(R"([{"$ref":"#/components/schemas/Product"},)"
                                   R"({"$ref":"#/components/schemas/Product"}])"));
        std::string written;
        JsonWriter out(written);
        schemas.write(out);
        const auto parsed = parseJson(written);
        QVERIFY(parsed);
        QCOMPARE(parsed->members.size(), std::size_t(2)); // Product and ProductStock.
    }
};

TP_TEST(TestSchemas)
#include "tst_schemas.moc"
