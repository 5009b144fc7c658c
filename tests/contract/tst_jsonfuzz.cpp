// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "backend/contract/movement.h"
#include "backend/contract/product.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::ErrorCode;
using namespace tp::contract;
using tp::test::SeededRandom;

namespace {

constexpr std::string_view Seeds[] = {
    R"({"id":"0190163d-8694-739b-aea5-966c26f8ad91","sku":"A","name":"Tea \u00e9\ud83c\udf75",)"
    R"("price":{"amount":1999,"currency":"EUR"},"barcodes":["1","2"],"low_stock":0.75,)"
    R"("attributes":{"a":[1,2.50,-0,1e400,1e99999999999,true,false,null,"\n\t\"\\"]}})",
    R"({"product_id":"0190163d-8694-739b-aea5-966c26f8ad91","delta":"-2.5","reason":"waste"})",
    R"([[[[{"a":{"b":{"c":[{},[],"",0]}}}]]]])"};

constexpr std::string_view Pieces[] = {
    "{",       "}",       "[",           "]",       ",",     ":",    "\"",   "\\",           "\\u",
    "\\ud800", "\\udc00", "e9999999999", "-",       "1e400", "null", "true", "\xEF\xBB\xBF", "\xFF",
    "\x01",    "0",       ".",           "\"a\":1,"};

std::string mutated(std::string text, SeededRandom &random)
{
    for (quint64 changes = 1 + random.below(4); changes > 0; --changes) {
        const std::size_t at = random.below(text.size() + 1);
        switch (random.below(4)) {
        case 0:
            text.erase(at, random.below(4));
            break;
        case 1:
            text.insert(at, Pieces[random.below(std::size(Pieces))]);
            break;
        case 2:
            if (at < text.size())
                text[at] = char(random.below(256));
            break;
        default:
            text.insert(at, text.substr(random.below(text.size() + 1), random.below(40)));
            break;
        }
    }
    return text;
}

} // namespace

/// Bodies that are nearly right: whatever comes, there is an answer, and what is taken is taken
/// whole.
class TestJsonFuzz final : public QObject
{
    Q_OBJECT

private slots:
    void nearlyJsonIsJudgedWithoutHarm()
    {
        SeededRandom random = SeededRandom::fresh();
        int taken = 0;
        for (int round = 0; round < 20'000; ++round) {
            const std::string text = mutated(std::string(Seeds[random.below(3)]), random);
            const auto json = parseJson(text);
            if (!json) {
                const bool isMalformed = json.error().code == ErrorCode::MalformedJson;
                QVERIFY(isMalformed == json.error().fields.isEmpty());
                continue;
            }
            ++taken;
            std::string canonical;
            json->writeCanonical(canonical);
            const auto again = parseJson(canonical);
            QVERIFY2(again && *again == *json, text.c_str());
        }
        QVERIFY(taken > 100); // The work was real.
    }

    void nearlyABodyIsReadWholeOrRefused()
    {
        SeededRandom random = SeededRandom::fresh();
        int taken = 0;
        for (int round = 0; round < 20'000; ++round) {
            const std::string text = mutated(std::string(Seeds[random.below(3)]), random);
            const auto product = NewProduct::object().parse(text);
            const auto change = ChangeProduct::object().parse(text);
            const auto adjustment = NewAdjustment::object().parse(text);
            if (product) {
                ++taken;
                const auto again =
                    NewProduct::object().parse(NewProduct::object().toJson(*product));
                QVERIFY2(again && *again == *product, text.c_str());
            }
            if (change) {
                const auto again =
                    ChangeProduct::object().parse(ChangeProduct::object().toJson(*change));
                QVERIFY2(again, text.c_str());
            }
            taken += adjustment ? 1 : 0;
        }
        QVERIFY(taken > 100);
    }
};

TP_TEST(TestJsonFuzz)
#include "tst_jsonfuzz.moc"
