// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"
#include "backend/auth/tokencache.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::auth::RecentMap;
using tp::auth::TokenCache;
using tp::auth::tokenDigest;

class TestTokenCache final : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsUsedAndNoMoreThanItMay()
    {
        RecentMap<int> map(100);
        map.insert("always", 7);
        for (int i = 0; i < 10'000; ++i) {
            map.insert(std::to_string(i), i);
            QCOMPARE(*map.find(std::to_string(i)), i);
            QCOMPARE(*map.find("always"), 7);
            QVERIFY(map.size() <= 100);
        }
        QVERIFY(!map.find("0"));
        QVERIFY(map.find("9999"));
    }

    void theLastValueCounts()
    {
        RecentMap<int> map(4);
        for (int i = 0; i < 10; ++i) {
            map.insert("a", i);
            map.insert("other " + std::to_string(i), 0);
            map.insert("a", i + 100);
            QCOMPARE(*map.find("a"), i + 100);
        }
    }

    void findsATokenAgain()
    {
        TokenCache<int> cache(10);
        QVERIFY(!cache.find("a.b.c"));
        cache.add("a.b.c", std::make_shared<const int>(5));
        QCOMPARE(*cache.find("a.b.c"), 5);
        QVERIFY(!cache.find("a.b.d"));
        QVERIFY(!cache.find(""));
    }

    void theDigestIsSha256()
    {
        QCOMPARE(tp::auth::encodeBase64Url(tokenDigest("")),
                 std::string("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"));
    }
};

TP_TEST(TestTokenCache)
#include "tst_tokencache.moc"
