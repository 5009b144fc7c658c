// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "ui/presentation/noticefor.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::ui::BackendFailure;
using tp::ui::Notice;

class TestNoticeFor final : public QObject
{
    Q_OBJECT

    static bool isPlain(const Notice &notice)
    {
        static const QRegularExpression jargon(u"HTTP|JSON|[45]\\d\\d|error|null|%\\d"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        return !notice.what.isEmpty() && !notice.why.isEmpty() && !notice.next.isEmpty() &&
               !(notice.what + notice.why + notice.next).contains(jargon);
    }

private slots:
    void everyErrorHasWordsForPeople()
    {
        for (int code = 0; code < int(ErrorCode::Count); ++code)
            QVERIFY2(isPlain(tp::ui::noticeFor(ErrorCode(code))), QByteArray::number(code));
    }

    void everyFailureOfTheBackendHasWordsForPeople()
    {
        using Kind = BackendFailure::Kind;
        for (const Kind kind :
             {Kind::ProgramMissing, Kind::DoesNotStart, Kind::DataInUse, Kind::FolderUnusable,
              Kind::EndedTooEarly, Kind::NotReadyInTime, Kind::Incomprehensible, Kind::Crashed}) {
            for (const qint64 retryInMs : {0, 500}) {
                for (const QString &subject : {QString(), u"/data/shop"_s})
                    QVERIFY(isPlain(tp::ui::noticeFor({kind, subject, {}, retryInMs})));
            }
        }
    }

    void whoTriesAgainByItselfSaysSo()
    {
        const Notice waits = tp::ui::noticeFor({BackendFailure::Kind::Crashed, {}, {}, 500});
        const Notice doesNot = tp::ui::noticeFor({BackendFailure::Kind::Crashed, {}, {}, 0});
        QVERIFY(waits.next != doesNot.next);
    }
};

TP_TEST(TestNoticeFor)

#include "tst_noticefor.moc"
