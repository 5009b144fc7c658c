// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/backoff.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Backoff;

namespace {

/// Always the same byte: the least or the most of chance.
class ConstantRandom final : public tp::Random
{
public:
    explicit ConstantRandom(quint8 byte) : m_byte(byte) {}
    void fill(std::span<quint8> bytes) override { std::fill(bytes.begin(), bytes.end(), m_byte); }

private:
    quint8 m_byte;
};

QList<qint64> waits(Backoff &backoff, int count)
{
    QList<qint64> all;
    for (int n = 0; n < count; ++n)
        all.append(backoff.nextMs());
    return all;
}

} // namespace

class TestBackoff final : public QObject
{
    Q_OBJECT

private slots:
    void doublesUpToHalfAMinute()
    {
        ConstantRandom none(0);
        Backoff backoff(none);
        QCOMPARE(waits(backoff, 9),
                 (QList<qint64>{500, 1'000, 2'000, 4'000, 8'000, 16'000, 30'000, 30'000, 30'000}));
    }

    void chanceAddsAQuarterAtMost()
    {
        ConstantRandom most(0xff);
        Backoff backoff(most);
        QCOMPARE(waits(backoff, 8),
                 (QList<qint64>{625, 1'250, 2'500, 5'000, 10'000, 20'000, 30'000, 30'000}));
        auto random = tp::test::SeededRandom::fresh();
        Backoff any(random);
        for (const qint64 waitMs : waits(any, 1'000))
            QVERIFY(waitMs >= Backoff::FirstMs && waitMs <= Backoff::LongestMs);
    }

    void beginsAnewAfterAReset()
    {
        ConstantRandom none(0);
        Backoff backoff(none);
        waits(backoff, 5);
        backoff.reset();
        QCOMPARE(backoff.nextMs(), Backoff::FirstMs);
    }
};

TP_TEST(TestBackoff)

#include "tst_backoff.moc"
