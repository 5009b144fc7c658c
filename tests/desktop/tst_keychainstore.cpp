// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/keychainstore.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::session::KeychainStore;

/// Only what a machine without a keyring does: a test must not touch anybody's real one.
class TestKeychainStore final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all");
        qputenv("XDG_CURRENT_DESKTOP", "");
    }

    void withoutAKeyringEverythingIsUnavailable()
    {
        KeychainStore store(u"Tradepost test"_s);
        QList<ErrorCode> codes;
        for (int question = 0; question < 2; ++question) {
            store.read(u"a"_s, this, [&codes](const tp::Result<QByteArray> &answer) {
                codes.append(answer ? ErrorCode::Count : answer.error().code);
            });
        }
        store.write(u"a"_s, "secret", this, [&codes](const tp::Result<void> &answer) {
            codes.append(answer ? ErrorCode::Count : answer.error().code);
        });
        QVERIFY(codes.isEmpty()); // Never before it has returned.
        QTRY_COMPARE(codes, QList<ErrorCode>(3, ErrorCode::Unavailable));
        store.remove(u"a"_s);
        store.read(u"a"_s, this, [&codes](const tp::Result<QByteArray> &answer) {
            codes.append(answer ? ErrorCode::Count : answer.error().code);
        });
        QTRY_COMPARE(codes.size(), 4);
    }

    void whoIsGoneIsNotTold()
    {
        KeychainStore store(u"Tradepost test"_s);
        bool isTold = false;
        bool isOtherTold = false;
        auto context = std::make_unique<QObject>();
        store.read(u"a"_s, context.get(), [&isTold](const auto &) { isTold = true; });
        context.reset();
        store.read(u"a"_s, this, [&isOtherTold](const auto &) { isOtherTold = true; });
        QTRY_VERIFY(isOtherTold);
        QVERIFY(!isTold);
    }
};

TP_TEST(TestKeychainStore)

#include "tst_keychainstore.moc"
