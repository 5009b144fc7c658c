// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/accesstoken.h"
#include "backend/auth/endedtokens.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

using tp::auth::EndedTokens;

namespace {

constexpr qint64 EndNowMs = 1'767'225'600'000;
constexpr qint64 BlindMs = EndedTokens::BlindMsMax;

} // namespace

class TestEndedTokens final : public QObject
{
    Q_OBJECT

private slots:
    void nothingHasEndedAtFirst();
    void whatEndsHereIsKnownAtOnce();
    void aCutoffGoesByTheMillisecond();
    void aCutoffNeverGoesBack();
    void whatOthersEndedIsReadFromTheDatabase();
    void whatWasNotedHereOutlivesAReadingThatDoesNotHaveItYet();
    void whatTheDatabaseForgotIsForgotten();
    void aCutoffIsKeptWhileATokenMayLive();
    void aReadingThatWasHeldUpSaysNothing();
    void aReadingIsFreshForAMinute();
    void manyThreadsMayAsk();
};

void TestEndedTokens::nothingHasEndedAtFirst()
{
    const EndedTokens ended;
    QVERIFY(!ended.isSessionEnded("s"));
    QVERIFY(!ended.isSessionEnded(""));
    QVERIFY(!ended.isCutOff("u", 0));
    QVERIFY(!ended.isFresh(0));
}

void TestEndedTokens::whatEndsHereIsKnownAtOnce()
{
    EndedTokens ended;
    ended.endSession("s", EndNowMs);
    QVERIFY(ended.isSessionEnded("s"));
    QVERIFY(!ended.isSessionEnded("S"));
    QVERIFY(!ended.isSessionEnded("s2"));
}

void TestEndedTokens::aCutoffGoesByTheMillisecond()
{
    EndedTokens ended;
    ended.cutOff("u", EndNowMs);
    QVERIFY(ended.isCutOff("u", 0));
    QVERIFY(ended.isCutOff("u", EndNowMs - 1));
    QVERIFY(!ended.isCutOff("u", EndNowMs));
    QVERIFY(!ended.isCutOff("v", EndNowMs - 1));
}

void TestEndedTokens::aCutoffNeverGoesBack()
{
    EndedTokens ended;
    ended.cutOff("u", EndNowMs);
    ended.cutOff("u", EndNowMs - 500);
    QVERIFY(ended.isCutOff("u", EndNowMs - 1));
    ended.replace({{}, {{"u", EndNowMs - 500}}}, EndNowMs, 0);
    QVERIFY(ended.isCutOff("u", EndNowMs - 1));
    ended.replace({{}, {{"u", EndNowMs + 500}}}, EndNowMs, 0);
    QVERIFY(ended.isCutOff("u", EndNowMs + 499));
}

void TestEndedTokens::whatOthersEndedIsReadFromTheDatabase()
{
    EndedTokens ended;
    ended.replace({{"s1", "s2"}, {{"u", EndNowMs}}}, EndNowMs, 0);
    QVERIFY(ended.isSessionEnded("s1"));
    QVERIFY(ended.isSessionEnded("s2"));
    QVERIFY(ended.isCutOff("u", EndNowMs - 1));
}

/// A reading that began before our own commit, and ends after it.
void TestEndedTokens::whatWasNotedHereOutlivesAReadingThatDoesNotHaveItYet()
{
    EndedTokens ended;
    ended.endSession("s", EndNowMs);
    ended.cutOff("u", EndNowMs);
    ended.replace({}, EndNowMs + 5'000, 0);
    QVERIFY(ended.isSessionEnded("s"));
    QVERIFY(ended.isCutOff("u", EndNowMs - 1));
    ended.replace({{"s"}, {}}, EndNowMs + 10'000, 0);
    ended.replace({}, EndNowMs + 15'000, 0);
    QVERIFY(ended.isSessionEnded("s"));
}

void TestEndedTokens::whatTheDatabaseForgotIsForgotten()
{
    EndedTokens ended;
    ended.endSession("own", EndNowMs);
    ended.replace({{"read"}, {}}, EndNowMs, 0);
    ended.replace({}, EndNowMs + BlindMs, 0);
    QVERIFY(!ended.isSessionEnded("read"));
    QVERIFY(ended.isSessionEnded("own"));
    ended.replace({}, EndNowMs + BlindMs + 1, 0);
    QVERIFY(!ended.isSessionEnded("own"));
}

void TestEndedTokens::aCutoffIsKeptWhileATokenMayLive()
{
    EndedTokens ended;
    ended.cutOff("u", EndNowMs);
    const qint64 lastMs = EndNowMs + tp::auth::AccessLifetimeMs + BlindMs;
    ended.replace({}, lastMs, 0);
    QVERIFY(ended.isCutOff("u", EndNowMs - 1));
    ended.replace({}, lastMs + 1, 0);
    QVERIFY(!ended.isCutOff("u", EndNowMs - 1));
}

void TestEndedTokens::aReadingThatWasHeldUpSaysNothing()
{
    EndedTokens ended;
    ended.replace({{"s"}, {}}, EndNowMs, 2'000);
    ended.replace({{"t"}, {}}, EndNowMs, 1'999);
    QVERIFY(ended.isSessionEnded("s"));
    QVERIFY(!ended.isSessionEnded("t"));
    QVERIFY(ended.isFresh(2'000 + BlindMs));
}

void TestEndedTokens::aReadingIsFreshForAMinute()
{
    EndedTokens ended;
    ended.replace({}, EndNowMs, 1'000);
    QVERIFY(ended.isFresh(1'000));
    QVERIFY(ended.isFresh(1'000 + BlindMs));
    QVERIFY(!ended.isFresh(1'000 + BlindMs + 1));
    ended.endSession("s", EndNowMs + BlindMs);
    QVERIFY(!ended.isFresh(1'000 + BlindMs + 1));
    ended.replace({}, EndNowMs, 1'000 + BlindMs + 1);
    QVERIFY(ended.isFresh(1'000 + BlindMs + 1));
}

void TestEndedTokens::manyThreadsMayAsk()
{
    EndedTokens ended;
    std::atomic<int> missed = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([&ended, &missed, number] {
            for (int i = 0; i < 500; ++i) {
                const std::string name = std::to_string(number) + '.' + std::to_string(i);
                ended.endSession(name, EndNowMs);
                ended.cutOff(name, EndNowMs);
                ended.replace({{"other"}, {}}, EndNowMs, i);
                if (!ended.isSessionEnded(name) || !ended.isCutOff(name, EndNowMs - 1))
                    ++missed;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(missed.load(), 0);
    QVERIFY(ended.isSessionEnded("other"));
}

TP_TEST(TestEndedTokens)
#include "tst_endedtokens.moc"
