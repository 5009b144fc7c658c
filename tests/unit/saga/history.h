// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/unit/saga/sagaworld.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <vector>

namespace tp::test {

/// Walks a definition through every history there is: at each step done, refused, unknown, a crash
/// before and a crash after, requests that are lost or arrive late, in time or after the stage, and
/// a person who tries again. Histories that come to the same record and the same world are one from
/// there on, so the walk ends although a history need not.
class Histories
{
public:
    using Engine =
        std::function<saga::Record(const saga::Definition &, saga::Record, const saga::Answer &)>;

    /// `isRemote` says of each step whether it asks somebody outside. The engine is advance(), but
    /// for those who show that a wrong one is found.
    Histories(const saga::Definition &definition, std::vector<bool> isRemote,
              WorldFault fault = WorldFault::None, Engine engine = saga::advance);

    void walk();

    int places() const { return int(m_seen.size()); }
    int completed() const { return m_completed; }
    int compensated() const { return m_compensated; }
    int stuck() const { return m_stuck; }

    /// What was found wrong, each with the record that it was found at.
    const QStringList &faults() const { return m_faults; }

private:
    struct Place
    {
        saga::Record record;
        SagaWorld world;
    };

    void look(const Place &place);
    void judgeEnd(const Place &place);
    void mustHaveAWayOut(Place place);

    void walkLocal(const Place &place, const saga::Action &action);
    void walkRemote(const Place &place, const saga::Action &action);
    void walkAnswers(const Place &place, const saga::Action &action, saga::Outcome truth);
    void walkFlights(const Place &place);
    void walkTakeover(const Place &place);
    bool canBePartly(const saga::Action &action) const;

    saga::Record told(const saga::Record &record, const saga::Action &action, saga::Outcome outcome,
                      qint64 atMs) const;
    void reach(Place place);
    void complain(const QString &what, const Place &place);

    saga::Definition m_definition;
    std::vector<bool> m_isRemote;
    WorldFault m_fault;
    Engine m_engine;

    std::vector<Place> m_ahead;
    QSet<QByteArray> m_seen;
    QStringList m_faults;
    int m_completed = 0;
    int m_compensated = 0;
    int m_stuck = 0;
};

} // namespace tp::test
