// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/person.h"

#include <QByteArray>
#include <QList>

namespace tp::app {

/// The rows of resources/demo/staff.csv: name, e-mail, role, password, PIN. A file of ours without
/// quotes; a row that is not whole is left out.
QList<ui::DemoPerson> readDemoStaff(const QByteArray &csv);

/// The file that is built in.
QList<ui::DemoPerson> demoStaff();

} // namespace tp::app
