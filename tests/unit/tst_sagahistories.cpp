// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "tests/unit/saga/history.h"

#include <QTest>

#include <array>

namespace saga = tp::saga;
using tp::test::Histories;
using tp::test::WorldFault;

namespace {

constexpr saga::Patience Short{
    .attemptsMax = 2, .firstDelayMs = 1, .delayMaxMs = 4, .stageMs = 1000};

constexpr std::array SaleSteps{
    saga::Step{"reserve", saga::StepKind::Compensable},
    saga::Step{"authorize", saga::StepKind::Compensable},
    saga::Step{"capture", saga::StepKind::Pivot},
    saga::Step{"take_stock", saga::StepKind::Retryable},
    saga::Step{"confirm", saga::StepKind::Retryable},
};
constexpr saga::Definition WalkedSale{"sale", 1, SaleSteps, Short};
static_assert(saga::isSound(WalkedSale));

constexpr std::array PivotSteps{saga::Step{"capture", saga::StepKind::Pivot}};
constexpr saga::Definition PivotAlone{"pivot", 1, PivotSteps, Short};
static_assert(saga::isSound(PivotAlone));

constexpr unsigned Everywhere = 0b11111;

/// The steps that ask somebody outside, as bits: the first step is the lowest.
std::vector<bool> remoteSteps(const saga::Definition &definition, unsigned bits)
{
    std::vector<bool> isRemote;
    for (std::size_t i = 0; i < definition.steps.size(); ++i)
        isRemote.push_back((bits >> i & 1U) != 0);
    return isRemote;
}

/// An engine that takes "nobody knows" for a no.
saga::Record guess(const saga::Definition &definition, saga::Record record,
                   const saga::Answer &answer, saga::StepKind about)
{
    saga::Answer guessed = answer;
    const saga::StepKind kind = definition.steps[std::size_t(answer.to.step)].kind;
    if (kind == about && answer.to.kind == saga::ActionKind::Run &&
        answer.outcome == saga::Outcome::Unknown)
        guessed.outcome = saga::Outcome::Refused;
    return advance(definition, std::move(record), guessed);
}

} // namespace

/// The engine walked through every history, to the end.
class TestSagaHistories final : public QObject
{
    Q_OBJECT

private slots:
    /// Whichever steps ask somebody outside, and whichever are done in our own transaction.
    void everyEndIsBalanced_data()
    {
        QTest::addColumn<unsigned>("remoteBits");
        for (unsigned bits = 0; bits <= Everywhere; ++bits)
            QTest::addRow("remote steps %u%u%u%u%u", bits & 1U, bits >> 1 & 1U, bits >> 2 & 1U,
                          bits >> 3 & 1U, bits >> 4 & 1U)
                << bits;
    }
    void everyEndIsBalanced()
    {
        QFETCH(unsigned, remoteBits);
        Histories histories(WalkedSale, remoteSteps(WalkedSale, remoteBits));
        histories.walk();
        QCOMPARE(histories.faults(), QStringList());
        QVERIFY(histories.completed() > 0);
        QVERIFY(histories.compensated() > 0);
        QVERIFY(histories.stuck() > 0);
        qInfo("%d places, %d completed, %d compensated, %d with a person", histories.places(),
              histories.completed(), histories.compensated(), histories.stuck());
    }

    void aPivotAloneIsBalancedToo()
    {
        for (const unsigned bits : {0U, 1U}) {
            Histories histories(PivotAlone, remoteSteps(PivotAlone, bits));
            histories.walk();
            QCOMPARE(histories.faults(), QStringList());
            QVERIFY(histories.completed() > 0);
        }
    }

    // The walk has teeth: what is wrong on purpose is found.

    void aGuessAboutThePivotIsFound()
    {
        Histories histories(WalkedSale, remoteSteps(WalkedSale, Everywhere), WorldFault::None,
                            [](const saga::Definition &definition, saga::Record record,
                               const saga::Answer &answer) {
                                return guess(definition, std::move(record), answer,
                                             saga::StepKind::Pivot);
                            });
        histories.walk();
        QVERIFY(!histories.faults().isEmpty());
    }

    void aForgottenUndoIsFound()
    {
        Histories histories(WalkedSale, remoteSteps(WalkedSale, Everywhere), WorldFault::None,
                            [](const saga::Definition &definition, saga::Record record,
                               const saga::Answer &answer) {
                                return guess(definition, std::move(record), answer,
                                             saga::StepKind::Compensable);
                            });
        histories.walk();
        QVERIFY(!histories.faults().isEmpty());
    }

    void aLateRequestThatIsCarriedOutIsFound()
    {
        Histories histories(WalkedSale, remoteSteps(WalkedSale, Everywhere),
                            WorldFault::ForgetsUndone);
        histories.walk();
        QVERIFY(!histories.faults().isEmpty());
    }

    void aKeyForEachAttemptIsFound()
    {
        Histories histories(WalkedSale, remoteSteps(WalkedSale, Everywhere),
                            WorldFault::CountsAttempts);
        histories.walk();
        QVERIFY(!histories.faults().isEmpty());
    }
};

TP_TEST(TestSagaHistories)
#include "tst_sagahistories.moc"
