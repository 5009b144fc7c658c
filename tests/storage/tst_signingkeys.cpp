// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/accesstoken.h"
#include "backend/auth/signingkeyservice.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Result;
using tp::auth::KeyRing;
using tp::auth::Sealer;
using tp::auth::SigningKeyService;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

namespace {

constexpr qint64 RotationMs = 60'000;

Sealer sealerWith(quint8 byte)
{
    Sealer::Key key{};
    key.fill(byte);
    return Sealer(key);
}

} // namespace

/// The keys of a shop in its database, sealed with a key file that may be another's or lost.
class TestSigningKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
    }

    void cleanup() { m_shop.reset(); }

    void aFirstStartMakesOneKeyAndTheNextNone()
    {
        QCOMPARE(ensured(m_keys), std::optional(false));
        const KeyRing first = ring(m_keys);
        QVERIFY(first.signing(nowMs()));
        QVERIFY(first.issuer().starts_with("urn:uuid:"));
        QCOMPARE(ensured(m_keys), std::optional(false));
        const KeyRing second = ring(m_keys);
        QCOMPARE(second.jwks(nowMs()), first.jwks(nowMs()));
        QCOMPARE(second.issuer(), first.issuer());
        QCOMPARE(second.signing(nowMs())->seed(), first.signing(nowMs())->seed());
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM signing_keys"),
                 qint64(1));
    }

    void theDatabaseDoesNotTellThem()
    {
        ensured(m_keys);
        const KeyRing known = ring(m_keys);
        const std::string seed = known.signing(nowMs())->seed();
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            auto rows = snapshot.query("SELECT sealed FROM signing_keys");
            QVERIFY(rows.next());
            QCOMPARE(rows.text(0).find(seed), std::string_view::npos);
            QVERIFY(rows.finish());
        });
        QVERIFY(ring(m_others).isEmpty());
    }

    void aNewKeySignsInAMinuteAndTheOldOneChecksTheLastTokens()
    {
        ensured(m_keys);
        const std::string old = ring(m_keys).signing(nowMs())->kid;
        const auto fresh = rotated(m_keys);
        QVERIFY(fresh);
        const qint64 activeMs = nowMs() + RotationMs;
        const KeyRing keys = ring(m_keys);
        QCOMPARE(keys.signing(nowMs())->kid, old);
        QCOMPARE(keys.signing(activeMs - 1)->kid, old);
        QCOMPARE(keys.signing(activeMs)->kid, *fresh);
        QVERIFY(keys.jwks(nowMs()).find(*fresh) != std::string::npos);
        // The last token that the old one signed ends 15 minutes after the turn.
        QVERIFY(keys.find(old, activeMs + tp::auth::AccessLifetimeMs));
        QVERIFY(!keys.find(old, activeMs + tp::auth::AccessLifetimeMs + 3'600'000));
        QVERIFY(keys.find(*fresh, activeMs + tp::auth::AccessLifetimeMs + 3'600'000));
    }

    void manyRotationsLeaveOneKeyThatSigns()
    {
        ensured(m_keys);
        std::string last;
        for (int i = 0; i < 5; ++i) {
            last = *rotated(m_keys);
            m_databases.clock.advance(1'000);
        }
        QCOMPARE(ring(m_keys).signing(nowMs() + RotationMs)->kid, last);
        m_databases.clock.advance(3'600'000);
        QCOMPARE(ring(m_keys).signing(nowMs())->kid, last);
        QCOMPARE(ensured(m_keys), std::optional(false));
        const std::string jwks = ring(m_keys).jwks(nowMs());
        QCOMPARE(jwks.find("kid"), jwks.rfind("kid"));
    }

    void aLostKeyFileMakesNewKeysAndSignsEverybodyOut()
    {
        ensured(m_keys);
        QVERIFY(tp::test::sayHere(m_shop->database(),
                                  {"INSERT INTO sessions (id, till_id, device, address, is_pin, "
                                   "created_at, last_used_at, expires_at) VALUES ('s', 't', '', "
                                   "'', 0, 1, 1, 9000000000000)"}));
        QCOMPARE(ensured(m_others), std::optional(true));
        QVERIFY(ring(m_keys).isEmpty());
        QVERIFY(ring(m_others).signing(nowMs()));
        QCOMPARE(tp::test::numberIn(m_shop->database(),
                                    "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL"),
                 qint64(0));
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM audit_entries "
                                                        "WHERE action = 'keys.lost'"),
                 qint64(1));
        QCOMPARE(ensured(m_others), std::optional(false));
    }

    void nobodyTurnsTheKeysOfAnotherKeyFile()
    {
        ensured(m_keys);
        const std::string before = ring(m_keys).jwks(nowMs());
        const auto refused = rotated(m_others);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, tp::ErrorCode::Conflict);
        QCOMPARE(ring(m_keys).jwks(nowMs()), before);
        m_databases.clock.advance(86'400'000);
        QVERIFY(ring(m_keys).signing(nowMs()));
        // A backend that starts later signs nobody out for it.
        QCOMPARE(ensured(m_keys), std::optional(false));
    }

    void aShopWithoutKeysMayBeGivenThem()
    {
        QVERIFY(rotated(m_keys));
        QVERIFY(ring(m_keys).signing(nowMs() + RotationMs));
    }

private:
    qint64 nowMs() const { return m_databases.clock.nowMs(); }

    /// Whether everybody was signed out; nothing when it failed.
    std::optional<bool> ensured(const SigningKeyService &keys)
    {
        std::optional<bool> isForeign;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(isForeign, keys.ensure(work));
            return {};
        });
        return done ? isForeign : std::nullopt;
    }

    Result<std::string> rotated(const SigningKeyService &keys)
    {
        Result<std::string> kid = std::string();
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            kid = keys.rotate(work);
            return kid ? Result<void>() : kid.error();
        });
        return done ? kid : Result<std::string>(done.error());
    }

    KeyRing ring(const SigningKeyService &keys)
    {
        KeyRing ring;
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            auto loaded = keys.load(snapshot, nowMs());
            QVERIFY(loaded);
            ring = *std::move(loaded);
        });
        return ring;
    }

    tp::test::FreshDatabases m_databases;
    const SigningKeyService m_keys{sealerWith(1), m_databases.random};
    const SigningKeyService m_others{sealerWith(2), m_databases.random};
    std::unique_ptr<FreshShop> m_shop;
};

TP_TEST(TestSigningKeys)
#include "tst_signingkeys.moc"
