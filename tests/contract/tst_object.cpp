// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/object.h"
#include "backend/contract/units.h"
#include "tests/contract/fielderrors.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::ErrorCode;
using tp::Money;
using tp::ProductId;
using tp::Quantity;
using namespace tp::contract;
using tp::test::errorsIn;

namespace {

struct Inner
{
    QString note;
    Quantity quantity;
    friend bool operator==(const Inner &, const Inner &) = default;

    static const Object<Inner> &object()
    {
        static const auto object =
            Object<Inner>(Use::Request, "Inner", "A line")
                .required("quantity", &Inner::quantity, Measure{1}, "How much")
                .optional("note/~", &Inner::note, Text{0, 5, Text::Kind::Lines}, "A note");
        return object;
    }
};

/// One member of each kind.
struct Everything
{
    std::optional<ProductId> id;
    QString name;
    bool active = true;
    qint64 big = 7;
    int small = 0;
    std::optional<Money> price;
    std::optional<Quantity> low;
    Unit unit = Unit::Each;
    Time at;
    JsonValue attributes = emptyObject();
    QList<QString> codes;
    QList<Inner> lines;
    std::optional<Inner> inner;
    Change<QString> title;
    Change<Money> newPrice;
    Change<std::optional<Quantity>> newLow;
    Change<QList<QString>> newCodes;
    ReadOnlyMembers readOnly;
    friend bool operator==(const Everything &, const Everything &) = default;

    static const Object<Everything> &object()
    {
        static const auto object =
            Object<Everything>(Use::Request, "Everything", "One of each")
                .optional("id", &Everything::id, "An id")
                .required("name", &Everything::name, Text{2, 5}, "A name")
                .optional("active", &Everything::active, "A flag")
                .optional("big", &Everything::big, Integer{-5, 1LL << 40}, "A number")
                .optional("small", &Everything::small, Integer{0, 100}, "A number")
                .required("price", &Everything::price, "A price")
                .nullable("low", &Everything::low, "Null or a quantity")
                .optional("unit", &Everything::unit, "A unit")
                .optional("at", &Everything::at, "A time")
                .optional("attributes", &Everything::attributes, "Anything")
                .optional("codes", &Everything::codes,
                          ListOf{Text{1, 4, Text::Kind::Code}, 3, true}, "Codes")
                .optional("lines", &Everything::lines, ListOf{Nested<Inner>{}, 100}, "Lines")
                .nullable("inner", &Everything::inner, "Null or an object")
                .optional("title", &Everything::title, Text{1, 3}, "A change")
                .optional("new_price", &Everything::newPrice, "A change")
                .optional("new_low", &Everything::newLow, "A change, also to nothing")
                .optional("new_codes", &Everything::newCodes, ListOf{Text{1, 4}, 3}, "A change")
                .readOnly("version", &Everything::readOnly, "The backend's");
        return object;
    }
};

/// The smallest valid body with one more member, or with another price or name.
std::string bodyWith(const std::string &member)
{
    std::string body = "{" + member;
    if (member.find("\"name\"") == std::string::npos)
        body += R"(,"name":"Tea")";
    if (member.find("\"price\"") == std::string::npos)
        body += R"(,"price":{"amount":1,"currency":"EUR"})";
    return body + "}";
}

} // namespace

class TestObject final : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKindOfMember()
    {
        const auto read = Everything::object().parse(R"({
            "id": "0190163d-8694-739b-aea5-966c26f8ad91", "name": "Tea", "active": false,
            "big": 1099511627776, "small": 100, "price": {"currency": "JPY", "amount": 0},
            "low": 0.75, "unit": "kg", "at": "1970-01-01T00:00:01Z",
            "attributes": {"icon": "tea", "n": 1e400}, "codes": ["a", "b!"],
            "lines": [{"quantity": "3"}, {"quantity": 1e2, "note/~": "a\nb"}],
            "inner": {"quantity": "0.001"}, "title": "x",
            "new_price": {"amount": 5, "currency": "EUR"}, "new_low": null,
            "new_codes": [], "version": 3})");
        QVERIFY(read);
        const Everything &value = *read;
        QCOMPARE(value.id->toQString(), QStringLiteral("0190163d-8694-739b-aea5-966c26f8ad91"));
        QCOMPARE(value.name, QStringLiteral("Tea"));
        QVERIFY(!value.active);
        QCOMPARE(value.big, 1LL << 40);
        QCOMPARE(value.small, 100);
        QCOMPARE(value.price->currency().codeText(), QStringLiteral("JPY"));
        QCOMPARE(value.low->thousandths(), 750);
        QVERIFY(value.unit == Unit::Kilogram);
        QCOMPARE(value.at.unixMs, 1000);
        QCOMPARE(value.attributes.find("n")->text, std::string("1e400"));
        QCOMPARE(value.codes.size(), 2);
        QCOMPARE(value.lines[1].quantity.thousandths(), 100'000);
        QCOMPARE(value.lines[1].note, QStringLiteral("a\nb"));
        QCOMPARE(value.inner->quantity.thousandths(), 1);
        QCOMPARE(*value.title.to, QStringLiteral("x"));
        QCOMPARE(value.newPrice.to->minor(), 5);
        QVERIFY(value.newLow && !*value.newLow.to);
        QVERIFY(value.newCodes && value.newCodes.to->isEmpty());
        QCOMPARE(value.readOnly.size(), std::size_t(1));
        QCOMPARE(value.readOnly[0].second.text, std::string("3"));
    }

    void whatIsLeftOutKeepsItsDefault()
    {
        const auto read = Everything::object().parse(bodyWith(R"("codes":[])"));
        QVERIFY(read);
        QVERIFY(!read->id && read->active && read->big == 7 && !read->low && !read->inner);
        QVERIFY(!read->title && !read->newPrice && !read->newLow && !read->newCodes);
        QVERIFY(read->attributes == emptyObject());
    }

    void whatIsWrittenIsReadBackEqual()
    {
        const auto read = Everything::object().parse(R"({
            "id": "0190163d-8694-739b-aea5-966c26f8ad91", "name": "T\u0022a", "big": -5,
            "price": {"currency": "KWD", "amount": 1000000000000000}, "low": "1000000000000",
            "unit": "m", "at": "2026-11-22T10:59:55.123+01:00", "attributes": {"b": [1], "a": {}},
            "codes": ["~"], "lines": [{"quantity": 0.001}], "title": "\ud83c\udf75",
            "new_low": null, "new_price": {"amount": 1, "currency": "CLF"}})");
        QVERIFY(read);
        const std::string text = Everything::object().toJson(*read);
        const auto again = Everything::object().parse(text);
        QVERIFY2(again, text.c_str());
        QVERIFY(*again == *read);
        QCOMPARE(Everything::object().toJson(*again), text);

        Everything other = *read;
        other.newLow.to.reset();
        QVERIFY(Everything::object().toJson(other).find("new_low") == std::string::npos);
        QVERIFY(text.find("\"new_low\":null") != std::string::npos);
        QVERIFY(text.find("\"inner\":null") != std::string::npos);
        QVERIFY(text.find("new_codes") == std::string::npos);
    }

    void everyErrorIsToldAtOnce()
    {
        QCOMPARE(errorsIn<Everything>(R"({
                     "colour": "red", "name": "T", "big": 1.5, "price": {"amount": -1, "euro": 1},
                     "lines": [{"quantity": 0}, 5, {"note/~": "123456", "x": 1}],
                     "codes": ["a", "", "a", "b"], "unit": "lb"})"),
                 QStringLiteral("unknown_member /colour | too_short /name | wrong_type /big"
                                " | unknown_member /price/euro | out_of_range /price/amount"
                                " | required /price/currency | out_of_range /lines/0/quantity"
                                " | wrong_type /lines/1 | too_long /lines/2/note~1~0"
                                " | unknown_member /lines/2/x | required /lines/2/quantity"
                                " | too_many_items /codes | invalid_value /unit"));
        QCOMPARE(errorsIn<Everything>("{}"), QStringLiteral("required /name | required /price"));
    }

    void anotherKindOfBodyIsAWrongType_data()
    {
        QTest::addColumn<QString>("body");
        for (const char *body : {"null", "true", "1", "\"x\"", "[]", "[{}]"})
            QTest::newRow(body) << QString::fromLatin1(body);
    }

    void anotherKindOfBodyIsAWrongType()
    {
        QFETCH(QString, body);
        QCOMPARE(errorsIn<Everything>(body.toStdString()), QStringLiteral("wrong_type "));
    }

    void eachRuleRefuses_data();
    void eachRuleRefuses();

    void aMillionErrorsAreNotTold()
    {
        std::string body = "{\"name\":\"Tea\"";
        for (int i = 0; i < 50'000; ++i)
            body += ",\"x" + std::to_string(i) + "\":1";
        const auto read = Everything::object().parse(body + "}");
        QVERIFY(!read);
        QCOMPARE(read.error().fields.size(), 1000);
    }

    void aMegabyteOfNameIsTooLong()
    {
        const std::string body = bodyWith("\"name\":\"" + std::string(1 << 20, 'x') + "\"");
        QCOMPARE(errorsIn<Everything>(body), QStringLiteral("too_long /name"));
    }

    void attributesAreBounded()
    {
        std::string members;
        for (int i = 0; i < 51; ++i)
            members += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":1";
        QCOMPARE(errorsIn<Everything>(bodyWith("\"attributes\":{" + members + "}")),
                 QStringLiteral("too_many_items /attributes"));
        const std::string big = "{\"a\":\"" + std::string(16 * 1024 - 7, 'x') + "\"}";
        QCOMPARE(errorsIn<Everything>(bodyWith("\"attributes\":" + big)),
                 QStringLiteral("too_long /attributes"));
        const std::string fits = "{\"a\":\"" + std::string(16 * 1024 - 8, 'x') + "\"}";
        QCOMPARE(errorsIn<Everything>(bodyWith("\"attributes\":" + fits)), QString());
    }

    void anAnswerWithMoreThanWeKnowIsRead()
    {
        struct Answer
        {
            qint64 version = 0;
        };
        const auto object = Object<Answer>(Use::Answer, "Answer", "From a newer backend")
                                .required("version", &Answer::version, Integer{1, 9}, "Its age");
        QCOMPARE(object.parse(R"({"new": {"a": [1]}, "version": 2})")->version, 2);
        QVERIFY(!object.parse(R"({"new": 1})"));
    }
};

void TestObject::eachRuleRefuses_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *member, const char *errors) {
        QTest::newRow(member) << QByteArray(member) << QString::fromLatin1(errors);
    };
    row(R"("name":null)", "wrong_type /name");
    row(R"("name":5)", "wrong_type /name");
    row(R"("name":"")", "too_short /name");
    row(R"("name":"   ")", "too_short /name");
    row("\"name\":\"\xC2\xA0\xE2\x80\x83\xC2\xA0\"", "too_short /name"); // No-break, em space.
    row(R"("name":"123456")", "too_long /name");
    row("\"name\":\"\xF0\x9F\x8D\xB5\xF0\x9F\x8D\xB5\xF0\x9F\x8D\xB5\xF0\x9F\x8D\xB5x\"", "");
    row(R"("name":"ab\u0000")", "invalid_text /name");
    row(R"("name":"ab\n")", "invalid_text /name");
    row("\"name\":\"ab\xC2\x85\"", "invalid_text /name");
    row("\"name\":\"ab\x7F\"", "invalid_text /name");
    row("\"name\":\"ab\xC3\xA9\"", "");
    row(R"("active":1)", "wrong_type /active");
    row(R"("active":"true")", "wrong_type /active");
    row(R"("active":null)", "wrong_type /active");
    row(R"("big":"5")", "wrong_type /big");
    row(R"("big":1.0)", "wrong_type /big");
    row(R"("big":1e3)", "wrong_type /big");
    row(R"("big":1e400)", "wrong_type /big");
    row(R"("big":-6)", "out_of_range /big");
    row(R"("big":-0)", "");
    row(R"("big":99999999999999999999)", "out_of_range /big");
    row(R"("big":-99999999999999999999)", "out_of_range /big");
    row(R"("small":101)", "out_of_range /small");
    row(R"("small":4294967296)", "out_of_range /small");
    row(R"("price":null)", "wrong_type /price");
    row(R"("price":19.99)", "wrong_type /price");
    row(R"("price":"19.99")", "wrong_type /price");
    row(R"("price":{})", "required /price/amount | required /price/currency");
    row(R"("price":{"amount":19.99,"currency":"EUR"})", "wrong_type /price/amount");
    row(R"("price":{"amount":1e2,"currency":"EUR"})", "wrong_type /price/amount");
    row(R"("price":{"amount":"1999","currency":"EUR"})", "wrong_type /price/amount");
    row(R"("price":{"amount":-1,"currency":"EUR"})", "out_of_range /price/amount");
    row(R"("price":{"amount":1000000000000001,"currency":"EUR"})", "out_of_range /price/amount");
    row(R"("price":{"amount":1,"currency":"eur"})", "invalid_value /price/currency");
    row(R"("price":{"amount":1,"currency":"XYZ"})", "invalid_value /price/currency");
    row(R"("price":{"amount":1,"currency":978})", "wrong_type /price/currency");
    row(R"("price":{"amount":1,"currency":"EUR","x/y":1})", "unknown_member /price/x~1y");
    row(R"("low":null)", "");
    row(R"("low":true)", "wrong_type /low");
    row(R"("low":"")", "invalid_text /low");
    row(R"("low":"a lot")", "invalid_text /low");
    row(R"("low":"1,5")", "invalid_text /low");
    row(R"("low":0.0001)", "invalid_text /low");
    row(R"("low":-1)", "out_of_range /low");
    row(R"("low":1e400)", "out_of_range /low");
    row(R"("low":"1000000000000.001")", "out_of_range /low");
    row(R"("unit":"KG")", "invalid_value /unit");
    row(R"("unit":1)", "wrong_type /unit");
    row(R"("unit":null)", "wrong_type /unit");
    row(R"("at":"yesterday")", "invalid_value /at");
    row(R"("at":0)", "wrong_type /at");
    row(R"("id":"1")", "invalid_value /id");
    row(R"("id":"{0190163d-8694-739b-aea5-966c26f8ad91}")", "invalid_value /id");
    row(R"("id":"00000000-0000-0000-0000-000000000000")", "invalid_value /id");
    row(R"("id":null)", "wrong_type /id");
    row(R"("id":17)", "wrong_type /id");
    row(R"("attributes":[])", "wrong_type /attributes");
    row(R"("attributes":null)", "wrong_type /attributes");
    row(R"("codes":"a")", "wrong_type /codes");
    row(R"("codes":["a b"])", "invalid_text /codes/0");
    row("\"codes\":[\"\xC3\xA9\"]", "invalid_text /codes/0");
    row(R"("codes":["a","A"])", "");
    row(R"("codes":["a","b","a"])", "duplicate_item /codes/2");
    row(R"("codes":["a",1,""])", "wrong_type /codes/1 | too_short /codes/2");
    row(R"("lines":{})", "wrong_type /lines");
    row(R"("lines":[null])", "wrong_type /lines/0");
    row(R"("inner":{"quantity":"-1"})", "out_of_range /inner/quantity");
    row(R"("title":null)", "wrong_type /title");
    row(R"("title":"long")", "too_long /title");
    row(R"("new_price":null)", "wrong_type /new_price");
    row(R"("new_low":"x")", "invalid_text /new_low");
    row(R"("new_codes":null)", "wrong_type /new_codes");
    row(R"("name":"Tea","name":"Tee")", "duplicate_key /name");
    row(R"("name":"Tea",)", "malformed_json");
}

void TestObject::eachRuleRefuses()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, errors);
    QCOMPARE(errorsIn<Everything>(bodyWith(member.toStdString())), errors);
}

TP_TEST(TestObject)
#include "tst_object.moc"
