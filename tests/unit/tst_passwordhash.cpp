// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordsigninservice.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::auth::judgePassword;
using tp::auth::PasswordHash;
using tp::auth::User;

using namespace Qt::StringLiterals;

namespace {

/// Argon2id of the password below with 8 MiB and one pass.
constexpr char WeakHash[] = "$argon2id$v=19$m=8192,t=1,p=1$92N6fOdG48sHHOjbMGy+6Q$"
                            "v84ud3RFarMfY9SqC/+KxxaY+Yu5gfxsMynQFsWsvQo";
const QString WeaklyHashed = u"an old and weakly hashed one"_s;

User userWith(const std::string &hash)
{
    User user;
    user.passwordHash = hash;
    return user;
}

} // namespace

class TestPasswordHash final : public QObject
{
    Q_OBJECT

private slots:
    void itIsArgon2idWithTheMemoryAndPassesOfOwasp();
    void itFitsWhatItIsOfAndNothingElse();
    void theSameIsNeverHashedTwiceAlike();
    void anyCharacterCounts_data();
    void anyCharacterCounts();
    void whatIsNoHashFitsNothing_data();
    void whatIsNoHashFitsNothing();
    void aWeakerOneIsMadeAnew();
    void nobodyIsJudgedAsLongAsSomebody();
};

void TestPasswordHash::itIsArgon2idWithTheMemoryAndPassesOfOwasp()
{
    // OWASP: Argon2id with 19 MiB, 2 passes, 1 lane, or above.
    const auto hash = PasswordHash::of(u"secret"_s);
    QVERIFY(hash);
    QVERIFY(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    QVERIFY(!PasswordHash::isOutdated(*hash));
}

void TestPasswordHash::itFitsWhatItIsOfAndNothingElse()
{
    const std::string hash = *PasswordHash::of(u"Secret"_s);
    QVERIFY(PasswordHash::fits(hash, u"Secret"_s));
    for (const QString &other : {u""_s, u"secret"_s, u"Secret "_s, u"Secre"_s, u"Secret\0"_s})
        QVERIFY(!PasswordHash::fits(hash, other));
}

void TestPasswordHash::theSameIsNeverHashedTwiceAlike()
{
    QVERIFY(*PasswordHash::of(u"secret"_s) != *PasswordHash::of(u"secret"_s));
}

void TestPasswordHash::anyCharacterCounts_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a null inside") << u"se\0cret"_s;
    QTest::newRow("beyond 16 bits") << u"🔑🔑🔑"_s;
    QTest::newRow("long") << QString(1024, u'漢');
}

void TestPasswordHash::anyCharacterCounts()
{
    QFETCH(QString, password);
    const std::string hash = *PasswordHash::of(password);
    QVERIFY(PasswordHash::fits(hash, password));
    QVERIFY(!PasswordHash::fits(hash, password + u'x'));
    QVERIFY(!PasswordHash::fits(hash, u'x' + password));
}

void TestPasswordHash::whatIsNoHashFitsNothing_data()
{
    QTest::addColumn<QByteArray>("hash");
    for (const char *hash : {"", "secret", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$$",
                             "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                             "5ebe2294ecd0e0f08eab7690d2a6ee69"})
        QTest::newRow(hash) << QByteArray(hash);
    QTest::newRow("long") << QByteArray(10'000, '$');
}

void TestPasswordHash::whatIsNoHashFitsNothing()
{
    QFETCH(QByteArray, hash);
    QVERIFY(!PasswordHash::fits(hash.toStdString(), u"secret"_s));
    QVERIFY(!PasswordHash::fits(hash.toStdString(), u""_s));
}

void TestPasswordHash::aWeakerOneIsMadeAnew()
{
    QVERIFY(PasswordHash::fits(WeakHash, WeaklyHashed));
    QVERIFY(PasswordHash::isOutdated(WeakHash));
    const auto right = judgePassword(userWith(WeakHash), WeaklyHashed);
    QVERIFY(right && right->fits && right->betterHash);
    QVERIFY(PasswordHash::fits(*right->betterHash, WeaklyHashed));
    QVERIFY(!PasswordHash::isOutdated(*right->betterHash));
    const auto wrong = judgePassword(userWith(WeakHash), u"another"_s);
    QVERIFY(wrong && !wrong->fits && !wrong->betterHash);
    const auto again = judgePassword(userWith(*right->betterHash), WeaklyHashed);
    QVERIFY(again && again->fits && !again->betterHash);
}

void TestPasswordHash::nobodyIsJudgedAsLongAsSomebody()
{
    QVERIFY(!PasswordHash::isOutdated(PasswordHash::ofNobody()));
    QCOMPARE(PasswordHash::ofNobody(), PasswordHash::ofNobody());
    for (const auto &user : {std::optional<User>(), std::optional<User>(User())}) {
        const auto verdict = judgePassword(user, u"secret"_s);
        QVERIFY(verdict && !verdict->fits && !verdict->betterHash);
    }
}

TP_TEST(TestPasswordHash)
#include "tst_passwordhash.moc"
