// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/page.h"
#include "backend/contract/product.h"
#include "tests/contract/fielderrors.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::ErrorCode;
using namespace tp::contract;
using tp::test::errorsIn;
using tp::test::fieldErrors;

namespace {

constexpr char ProductJson[] =
    R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","sku":"TEA-1","name":"Earl Grey",)"
    R"("description":"Loose leaf","category_id":null,"price":{"amount":450,"currency":"EUR"},)"
    R"("tax_class":"standard","unit":"kg","barcodes":["4006381333931"],"image_url":null,)"
    R"("active":true,"attributes":{"icon":"tea"},"low_stock":"2.5","when_short":"warn",)"
    R"("stock":{"on_hand":"3","reserved":"0.5","available":"2.5"},"version":3,)"
    R"("created_at":"2026-11-22T10:59:55.123Z","updated_at":"2026-11-22T11:00:00.000Z"})";

JsonValue currentProduct()
{
    return *parseJson(ProductJson);
}

} // namespace

class TestProduct final : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerIsReadAndWrittenByteForByte()
    {
        const auto product = Product::object().parse(ProductJson);
        QVERIFY2(product, product ? "" : qPrintable(fieldErrors(product.error())));
        QCOMPARE(product->sku, QStringLiteral("TEA-1"));
        QCOMPARE(product->price->minor(), 450);
        QVERIFY(product->unit == Unit::Kilogram && product->whenShort == WhenShort::Warn);
        QCOMPARE(product->lowStock->thousandths(), 2500);
        QCOMPARE(product->stock.available.thousandths(), 2500);
        QCOMPARE(Product::object().toJson(*product), std::string(ProductJson));
    }

    void anAnswerMayGoBelowZeroAndHoldAnyText()
    {
        std::string text = ProductJson;
        text.replace(text.find("\"3\""), 3, "\"-3\"");
        text.replace(text.find("Loose leaf"), 10, "\\u0007\\u0085" + std::string(20'000, 'x'));
        const auto product = Product::object().parse(text);
        QVERIFY(product);
        QCOMPARE(product->stock.onHand.thousandths(), -3000);
    }

    void theLeastThatMakesAProduct()
    {
        const auto read = NewProduct::object().parse(
            R"({"sku": "A", "name": "Tea", "price": {"amount": 0, "currency": "EUR"}})");
        QVERIFY(read);
        QVERIFY(!read->id && !read->categoryId && !read->lowStock);
        QVERIFY(read->active && read->unit == Unit::Each);
        QVERIFY(read->whenShort == WhenShort::Refuse);
        QCOMPARE(read->taxClass, QStringLiteral("standard"));
        QVERIFY(read->attributes == emptyObject());
        const auto again = NewProduct::object().parse(NewProduct::object().toJson(*read));
        QVERIFY(again && *again == *read);
    }

    void limitsAreThoseOfTheContract_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("errors");
        const auto row = [](const char *name, const QByteArray &member, const char *errors) {
            QTest::newRow(name) << member << QString::fromLatin1(errors);
        };
        const auto text = [](const char *name, int length) {
            return QByteArray("\"") + name + "\":\"" + QByteArray(length, 'x') + "\"";
        };
        row("sku fits", text("sku", 64), "");
        row("sku too long", text("sku", 65), "too_long /sku");
        row("no sku", text("sku", 0), "too_short /sku");
        row("name fits", text("name", 200), "");
        row("name too long", text("name", 201), "too_long /name");
        row("description fits", text("description", 10'000), "");
        row("description too long", text("description", 10'001), "too_long /description");
        row("description in lines", R"("description":"a\r\n\tb")", "");
        row("description with a bell", R"("description":"\u0007")", "invalid_text /description");
        row("a barcode fits", "\"barcodes\":[\"" + QByteArray(64, '1') + "\"]", "");
        row("a barcode too long", "\"barcodes\":[\"" + QByteArray(65, '1') + "\"]",
            "too_long /barcodes/0");
        row("a barcode with a space", R"("barcodes":["1 2"])", "invalid_text /barcodes/0");
        row("a barcode twice", R"("barcodes":["1","1"])", "duplicate_item /barcodes/1");
        QByteArray barcodes;
        for (int i = 0; i < 51; ++i)
            barcodes += (i == 0 ? "\"" : ",\"") + QByteArray::number(i) + "\"";
        row("51 barcodes", "\"barcodes\":[" + barcodes + "]", "too_many_items /barcodes");
        row("low stock of nothing", R"("low_stock":null)", "");
        row("low stock below zero", R"("low_stock":-1)", "out_of_range /low_stock");
        row("a category of nothing", R"("category_id":null)", "");
        row("stock sent along", R"("stock":{"on_hand":"3"})", "unknown_member /stock");
        row("a version", R"("version":1)", "unknown_member /version");
        row("when short", R"("when_short":"maybe")", "invalid_value /when_short");
    }

    void limitsAreThoseOfTheContract()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, errors);
        std::string body = "{" + member.toStdString();
        if (!member.startsWith("\"sku\""))
            body += R"(,"sku":"A")";
        if (!member.startsWith("\"name\""))
            body += R"(,"name":"Tea")";
        body += R"(,"price":{"amount":1,"currency":"EUR"}})";
        QCOMPARE(errorsIn<NewProduct>(body), errors);
    }

    void aChangeNamesOnlyWhatItChanges()
    {
        const auto change = ChangeProduct::object().parse(
            R"({"name": "Tea", "category_id": null, "price": {"amount": 1, "currency": "EUR"}})");
        QVERIFY(change);
        QString name = QStringLiteral("Coffee");
        QString sku = QStringLiteral("A");
        change->name.applyTo(name);
        change->sku.applyTo(sku);
        QCOMPARE(name, QStringLiteral("Tea"));
        QCOMPARE(sku, QStringLiteral("A"));
        QVERIFY(change->categoryId && !*change->categoryId.to);
        QVERIFY(!change->lowStock);
        QVERIFY(ChangeProduct::object().parse("{}"));
        QCOMPARE(errorsIn<ChangeProduct>(R"({"name": "", "x": 1})"),
                 QStringLiteral("too_short /name | unknown_member /x"));
    }

    void anAnswerSentBackWholeIsAChangeOfNothing()
    {
        const auto change = ChangeProduct::object().parse(ProductJson);
        QVERIFY2(change, change ? "" : qPrintable(fieldErrors(change.error())));
        QCOMPARE(change->readOnly.size(), std::size_t(6));
        QVERIFY(unchanged(change->readOnly, currentProduct()));
    }

    void readOnlyMembersThatDifferAreAllNamed()
    {
        const auto change = ChangeProduct::object().parse(
            R"({"id": "x", "version": 3.0, "stock": {"available": "2.5", "on_hand": "4",)"
            R"("reserved": "0.5"}, "image_url": "/x", "created_at": null})");
        QVERIFY(change);
        const auto result = unchanged(change->readOnly, currentProduct());
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::InvalidBody);
        QCOMPARE(fieldErrors(result.error()),
                 QStringLiteral("read_only /id | read_only /stock | read_only /image_url"
                                " | read_only /created_at"));
    }

    void aPageIsWrittenAndReadBack()
    {
        for (const std::string_view cursor : {"", "abc-_"}) {
            std::string text;
            JsonWriter json(text);
            PageWriter page(json);
            json.raw(ProductJson).raw(ProductJson);
            page.end(cursor);
            QVERIFY(json.finished());
            const auto read = Page<Product>::object().parse(text);
            QVERIFY(read);
            QCOMPARE(read->items.size(), 2);
            QCOMPARE(bool(read->nextCursor), !cursor.empty());
            QCOMPARE(Page<Product>::object().toJson(*read), text);
        }
        QVERIFY(Page<Product>::object().parse(R"({"items":[]})"));
        QCOMPARE(errorsIn<Page<Product>>(R"({"items":[{}],"next_cursor":1})")
                     .count(QStringLiteral("required /items/0/")),
                 15);
    }
};

TP_TEST(TestProduct)
#include "tst_product.moc"
