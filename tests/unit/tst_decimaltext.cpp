// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/decimaltext.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::DecimalForm;
using tp::ErrorCode;
using tp::scaledDecimal;

class TestDecimalText final : public QObject
{
    Q_OBJECT

    static constexpr qint64 Limit = 1'000'000'000'000'000;

private slots:
    void plainNumbersHaveNoExponent()
    {
        for (const std::string_view text : {"1e2", "1E2", "1e", "1e+2"}) {
            const auto value = scaledDecimal(text, 2, Limit, DecimalForm::Plain);
            QVERIFY(!value);
            QCOMPARE(value.error().code, ErrorCode::InvalidText);
        }
    }

    void plainNumbersHaveNoMoreDigitsThanAsked()
    {
        QCOMPARE(*scaledDecimal(std::string_view("2.50"), 2, Limit, DecimalForm::Plain), 250);
        QVERIFY(!scaledDecimal(std::string_view("2.500"), 2, Limit, DecimalForm::Plain));
        QCOMPARE(*scaledDecimal(std::string_view("2.500"), 2, Limit, DecimalForm::Json), 250);
    }

    void bothWidthsOfTextReadAlike()
    {
        QCOMPARE(*scaledDecimal(std::u16string_view(u"-12.3"), 3, Limit, DecimalForm::Json),
                 -12'300);
        QVERIFY(!scaledDecimal(std::u16string_view(u"\u0661"), 3, Limit, DecimalForm::Json));
    }

    /// A million digits or an exponent of a thousand must not cost memory or time.
    void longTextsEndQuickly()
    {
        const auto codeOf = [](const std::string &text) {
            const auto value = scaledDecimal(text, 3, Limit, DecimalForm::Json);
            return value ? ErrorCode::Count : value.error().code;
        };
        QCOMPARE(codeOf(std::string(1'000'000, '9')), ErrorCode::OutOfRange);
        QCOMPARE(codeOf(std::string(1'000'000, '0')), ErrorCode::Count);
        QCOMPARE(codeOf("1e" + std::string(1'000'000, '9')), ErrorCode::OutOfRange);
        QCOMPARE(codeOf("1e-" + std::string(1'000'000, '9')), ErrorCode::InvalidText);
        QCOMPARE(codeOf("0e" + std::string(1'000'000, '9')), ErrorCode::Count);
        QCOMPARE(codeOf("0." + std::string(1'000'000, '0') + "1"), ErrorCode::InvalidText);
        QCOMPARE(codeOf("1" + std::string(1'000'000, '0') + "e-1000000"), ErrorCode::Count);
        QCOMPARE(codeOf("0." + std::string(999'999, '0') + "1e1000000"), ErrorCode::Count);
    }

    void readsBackWhatItIsWrittenAs()
    {
        auto random = tp::test::SeededRandom::fresh();
        for (int i = 0; i < 20'000; ++i) {
            const qint64 digits = random.between(-Limit, Limit) >> random.below(50);
            const qint64 exponent = random.between(-3, 0);
            const std::string text = std::to_string(digits) + 'e' + std::to_string(exponent);
            const auto value = scaledDecimal(text, 3, Limit * 1000 - 1, DecimalForm::Json);
            qint64 expected = digits;
            for (qint64 power = exponent + 3; power > 0; --power)
                expected *= 10;
            if (qAbs(expected) >= Limit * 1000)
                QVERIFY(!value);
            else
                QCOMPARE(*value, expected);
        }
    }
};

TP_TEST(TestDecimalText)
#include "tst_decimaltext.moc"
