// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/desk.h"

#include <QSettings>

namespace tp::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int AutoLockMinutesMax = 24 * 60;

} // namespace

Desk::Desk(QSettings &settings, const QString &shop)
    : m_settings(settings)
    , m_group(QString(shop).replace(u'/', u'_')) // A slash would begin another group.
    , m_autoLockMinutes(qBound(0, settings.value(u"auto_lock_minutes"_s, AutoLockMinutes).toInt(),
                               AutoLockMinutesMax))
{}

QString Desk::keyOf(const QString &name) const
{
    return m_group + u'/' + name;
}

QString Desk::lastPersonId() const
{
    return m_settings.value(keyOf(u"last_person"_s)).toString();
}

void Desk::setLastPersonId(const QString &id)
{
    m_settings.setValue(keyOf(u"last_person"_s), id);
}

qint64 Desk::atWorkMs() const
{
    return m_settings.value(keyOf(u"at_work"_s)).toLongLong();
}

void Desk::setAtWorkMs(qint64 unixMs)
{
    m_settings.setValue(keyOf(u"at_work"_s), unixMs);
}

bool Desk::hasReadKeeping() const
{
    return m_settings.value(u"has_read_keeping"_s).toBool();
}

void Desk::setHasReadKeeping()
{
    m_settings.setValue(u"has_read_keeping"_s, true);
}

} // namespace tp::app
