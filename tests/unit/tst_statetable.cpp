// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/statetable.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace {

enum class Lamp { Off, On, Broken, Count };
enum class Happens { Press, Burst, Count };

using tp::TransitionTable;

constexpr TransitionTable<Lamp, Happens, 3> LampTable{{
    {Lamp::Off, Happens::Press, Lamp::On},
    {Lamp::On, Happens::Press, Lamp::Off},
    {Lamp::On, Happens::Burst, Lamp::Broken},
}};

constexpr TransitionTable<Lamp, Happens, 2> TwiceWritten{{
    {Lamp::Off, Happens::Press, Lamp::On},
    {Lamp::Off, Happens::Press, Lamp::Broken},
}};

// In the wrong order on purpose: the last row must be followed before the first.
constexpr TransitionTable<Lamp, Happens, 2> Backwards{{
    {Lamp::On, Happens::Burst, Lamp::Broken},
    {Lamp::Off, Happens::Press, Lamp::On},
}};

constexpr TransitionTable<Lamp, Happens, 1> Unreached{{
    {Lamp::Off, Happens::Press, Lamp::On},
}};

constexpr TransitionTable<Lamp, Happens, 2> Island{{
    {Lamp::On, Happens::Press, Lamp::Broken},
    {Lamp::Broken, Happens::Press, Lamp::On},
}};

constexpr TransitionTable<Lamp, Happens, 1> BeyondCount{{
    {Lamp::Off, Happens::Press, Lamp::Count},
}};

} // namespace

class TestStateTable final : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatIsWrittenHappens()
    {
        QVERIFY(LampTable.next(Lamp::Off, Happens::Press) == Lamp::On);
        QVERIFY(LampTable.next(Lamp::On, Happens::Press) == Lamp::Off);
        QVERIFY(LampTable.next(Lamp::On, Happens::Burst) == Lamp::Broken);
        QVERIFY(!LampTable.next(Lamp::Off, Happens::Burst));
        QVERIFY(!LampTable.next(Lamp::Broken, Happens::Press));
        QVERIFY(!LampTable.next(Lamp::Count, Happens::Press));
    }

    void aFinalStateHasNoWayOut()
    {
        QVERIFY(LampTable.isFinal(Lamp::Broken));
        QVERIFY(!LampTable.isFinal(Lamp::On));
    }

    void theCompilerFindsAFaultyTable()
    {
        static_assert(isDeterministic(LampTable));
        static_assert(!isDeterministic(TwiceWritten));
        static_assert(reachesEveryState(LampTable, Lamp::Off, Lamp::Count));
        static_assert(reachesEveryState(Backwards, Lamp::Off, Lamp::Count));
        static_assert(!reachesEveryState(Unreached, Lamp::Off, Lamp::Count));
        static_assert(!reachesEveryState(Island, Lamp::Off, Lamp::Count));
        static_assert(!reachesEveryState(LampTable, Lamp::Broken, Lamp::Count));
        static_assert(!reachesEveryState(BeyondCount, Lamp::Off, Lamp::Count));
        QVERIFY(true); // Had one of them failed, this would not have been compiled.
    }
};

TP_TEST(TestStateTable)
#include "tst_statetable.moc"
