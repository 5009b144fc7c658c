// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace tp::ui {

/// The little picture of a key ("F2") beside what the key does. It lets the mouse through.
class KeyCap final : public QLabel
{
    Q_OBJECT

public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);
};

} // namespace tp::ui
