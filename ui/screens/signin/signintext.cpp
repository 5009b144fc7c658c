// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/signintext.h"

#include <QLocale>

namespace tp::ui {

QString SignInText::duration(int seconds)
{
    const QString part = QString::number(seconds % 60).rightJustified(2, u'0');
    //: Minutes and seconds of a pause: "0:07"
    return tr("%1:%2").arg(seconds / 60).arg(part);
}

void SignInText::showNotice(InlineNotice &notice, const SignInState &state)
{
    QString text = (state.notice.why + u' ' + state.notice.next).simplified();
    if (state.waitSeconds > 0) {
        const QString wait = tr("Time left: %1.").arg(duration(state.waitSeconds));
        text = text.isEmpty() ? wait : text + u' ' + wait;
    }
    notice.show(state.isHint ? InlineNotice::Tone::Hint : InlineNotice::Tone::Danger,
                state.notice.what, text);
}

} // namespace tp::ui
