// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/result.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using tp::Error;
using tp::ErrorCode;
using tp::Result;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorCode::InvalidValue, QStringLiteral("odd"), {}};
    return number / 2;
}

Result<QString> quarterText(int number)
{
    TP_TRY(const int once, half(number));
    TP_TRY(const int twice, half(once));
    return QString::number(twice);
}

Result<void> mustBeEven(int number)
{
    TP_CHECK(half(number));
    return {};
}

Result<std::unique_ptr<int>> boxed(int number)
{
    TP_CHECK(mustBeEven(number));
    return std::make_unique<int>(number);
}

Result<int> unboxed(int number)
{
    TP_TRY(const std::unique_ptr<int> box, boxed(number));
    return *box;
}

} // namespace

class TestResult final : public QObject
{
    Q_OBJECT

private slots:
    void anErrorLeavesTheFunction()
    {
        QCOMPARE(quarterText(12).value(), QStringLiteral("3"));
        for (const int number : {1, 2}) {
            const auto result = quarterText(number);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::InvalidValue);
            QCOMPARE(result.error().detail, QStringLiteral("odd"));
        }
    }

    void successNeedsNoValue()
    {
        QVERIFY(mustBeEven(2));
        QCOMPARE(mustBeEven(1).error().code, ErrorCode::InvalidValue);
    }

    void whatCanOnlyBeMovedIsMoved()
    {
        QCOMPARE(unboxed(8).value(), 8);
        QVERIFY(!unboxed(7));
        std::unique_ptr<int> box = boxed(6).value();
        QCOMPARE(*box, 6);
    }

    void aFieldErrorIsAValue()
    {
        const tp::FieldError field{QStringLiteral("/price"), ErrorCode::Required, {}};
        Result<int> result = Error{ErrorCode::InvalidBody, {}, {field}};
        const Result<int> copy = result;
        result = 5;
        QCOMPARE(*result, 5);
        QCOMPARE(copy.error().fields, QList<tp::FieldError>{field});
    }
};

TP_TEST(TestResult)
#include "tst_result.moc"
