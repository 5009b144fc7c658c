// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keycap.h"

namespace tp::ui {

KeyCap::KeyCap(const QString &key, QWidget *parent) : QLabel(key, parent)
{
    setProperty("role", QStringLiteral("keycap"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

} // namespace tp::ui
