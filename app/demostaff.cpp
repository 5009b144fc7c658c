// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/demostaff.h"

#include "backend/contract/wirenames.h"

#include <QFile>

namespace tp::app {

using namespace Qt::StringLiterals;

QList<ui::DemoPerson> readDemoStaff(const QByteArray &csv)
{
    QList<ui::DemoPerson> people;
    QList<QByteArray> lines = csv.split('\n');
    lines.removeFirst(); // The header.
    for (const QByteArray &line : std::as_const(lines)) {
        const QStringList cells = QString::fromUtf8(line).trimmed().split(u',');
        const auto role = contract::fromWireName<Role>(cells.value(2).toStdString());
        if (cells.size() == 5 && role)
            people.append({cells.at(0), cells.at(1), *role, cells.at(3), cells.at(4)});
    }
    return people;
}

QList<ui::DemoPerson> demoStaff()
{
    QFile file(u":/tradepost/demo/staff.csv"_s);
    return file.open(QIODevice::ReadOnly) ? readDemoStaff(file.readAll()) : QList<ui::DemoPerson>();
}

} // namespace tp::app
