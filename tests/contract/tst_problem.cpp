// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/problem.h"
#include "tests/contract/fielderrors.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::Error;
using tp::ErrorCode;
using tp::contract::Problem;

class TestProblem final : public QObject
{
    Q_OBJECT

private slots:
    void isWrittenAsRfc9457Says()
    {
        const Problem problem =
            Problem::of(Error{ErrorCode::SkuTaken, QStringLiteral("TEA-1 is taken"), {}}, 409,
                        QStringLiteral("r-1"));
        QCOMPARE(Problem::object().toJson(problem),
                 std::string(R"({"type":"/docs#sku_taken",)"
                             R"("title":"The SKU belongs to another product","status":409,)"
                             R"("detail":"TEA-1 is taken","code":"sku_taken",)"
                             R"("request_id":"r-1"})"));
    }

    void fieldErrorsGoOverTheWireAndBack()
    {
        const Error error{ErrorCode::InvalidBody,
                          QStringLiteral("2 things"),
                          {{QStringLiteral("/lines/0/quantity"), ErrorCode::OutOfRange,
                            QStringLiteral("too much")},
                           {QStringLiteral("/x"), ErrorCode::UnknownMember, QString()}}};
        const Problem problem = Problem::of(error, 422, QStringLiteral("r"));
        QVERIFY(problem.code == ErrorCode::InvalidBody);
        const auto read = Problem::object().parse(Problem::object().toJson(problem));
        QVERIFY(read);
        QVERIFY(*read == problem);
        QVERIFY(read->toError().code == error.code);
        QCOMPARE(read->toError().fields, error.fields);
        QCOMPARE(read->toError().detail, error.detail);
    }

    void oneKindOfFaultNamesTheProblem()
    {
        Error error{ErrorCode::InvalidBody,
                    QStringLiteral("x"),
                    {{QStringLiteral("/version"), ErrorCode::ReadOnly, QString()},
                     {QStringLiteral("/stock"), ErrorCode::ReadOnly, QString()}}};
        QVERIFY(Problem::of(error, 422, {}).code == ErrorCode::ReadOnly);
        error.fields.append({QStringLiteral("/name"), ErrorCode::TooLong, QString()});
        QVERIFY(Problem::of(error, 422, {}).code == ErrorCode::InvalidBody);
    }

    void theInsideOfAnInternalErrorStaysInside()
    {
        const Problem problem = Problem::of(
            Error{ErrorCode::Internal, QStringLiteral("disk I/O error at /var/x"), {}}, 500, {});
        QVERIFY(Problem::object().toJson(problem).find("/var/x") == std::string::npos);
        QCOMPARE(problem.detail, problem.title);
    }

    void aCodeOfANewerBackendReadsAsInternal()
    {
        const auto read = Problem::object().parse(
            R"({"type":"x","title":"t","status":409,"detail":"d","code":"moon_taken",)"
            R"("request_id":"r"})");
        QVERIFY(read);
        QVERIFY(read->code == ErrorCode::Internal);
        QCOMPARE(read->toError().detail, QStringLiteral("d"));
    }
};

TP_TEST(TestProblem)
#include "tst_problem.moc"
