// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/advance.h"
#include "backend/storage/unitofwork.h"

#include <any>
#include <concepts>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace tp::saga {

/// What a step is told of its saga. Lives as long as the call.
struct SagaView
{
    SagaId id;
    Uuid subject;          ///< What the saga is about.
    std::string_view data; ///< What it was started with.
    const Record &record;  ///< How it stood before this step's turn.
    const Definition &definition;
    Action action; ///< What is being done, about which step; None: about the saga as a whole.

    /// By which somebody outside knows this act, for ever; and the run that an undo undoes.
    std::string key() const { return keyOf(id, definition, action); }
    std::string runKey() const { return keyOf(id, definition, {ActionKind::Run, action.step}); }
};

/// What somebody outside answered, or what is known at once.
struct Reply
{
    Outcome outcome = Outcome::Unknown;
    std::optional<Failure> failure; ///< Why not; for people, and for what the saga is about.
    std::any report;                ///< What a settling needs besides; its own affair.
};

/// What a question is handed: where it says its answer, from any thread, at once or later.
class Answered
{
public:
    using MayAsk = std::function<bool()>;

    template <std::invocable<Reply> Say>
    Answered(Say say, MayAsk mayAsk = {}) // A lambda that takes a reply is one.
        : m_say(std::move(say))
        , m_mayAsk(std::move(mayAsk))
    {}

    void operator()(Reply reply) const { m_say(std::move(reply)); }

    /// Whether there is time to put one more question before this one counts as unanswered. What is
    /// put later may reach somebody after it was asked whether it had. From any thread.
    bool mayAskMore() const { return !m_mayAsk || m_mayAsk(); }

private:
    std::function<void(Reply)> m_say;
    MayAsk m_mayAsk;
};

/// Asks somebody outside. Called on the saga's thread once the intent is on disk; it must not block
/// and holds by value what it needs. One that puts several questions in turn looks before each
/// whether it may. No answer in time is Outcome::Unknown, and one that comes later still is
/// dropped, because by then the key was asked about.
using Question = std::function<void(const Answered &)>;

/// A step whose turn it is says what came of it, or whom to ask.
using Turn = std::variant<Reply, Question>;

/// Does its part in the unit of work, or writes down there that it is about to ask. It may run more
/// than once, also after it asked (by the same key), so what it writes before asking it must find
/// written already. An error is for what should not happen (the database, a fault of ours): nothing
/// of the unit of work is kept, and the saga comes back to it. A refusal is no error.
using TakeTurn = std::function<Result<Turn>(storage::UnitOfWork &, const SagaView &)>;

/// Writes what the answer of somebody outside means, in the transaction of the record. Also called
/// when nobody knows (Outcome::Unknown). SagaView::action says what was asked.
using Settle = std::function<Result<void>(storage::UnitOfWork &, const SagaView &, const Reply &)>;

/// Called in the transaction in which the saga came to its end, or to a person: isFinal() of the
/// record says which. It runs again when a stuck one ends after all.
using AtEnd = std::function<Result<void>(storage::UnitOfWork &, const SagaView &)>;

/// What a step of a Definition does.
struct StepFunctions
{
    std::string_view name; ///< As the definition has it.
    TakeTurn run;
    TakeTurn undo = {};    ///< Of all that can be undone, the pivot included.
    TakeTurn inquire = {}; ///< Of the pivot: whether its run happened.
    Settle settle = {};    ///< Where one of the three asks; may be left out.
};

inline Result<Turn> done()
{
    return Turn(Reply{Outcome::Done, std::nullopt, {}});
}

/// It did not happen and will not. What the step has written until then stays: undo it by
/// UnitOfWork::nested().
inline Result<Turn> refused(std::string code, const QString &detail)
{
    return Turn(Reply{Outcome::Refused, Failure{std::move(code), detail}, {}});
}

/// Some of it happened, and no more will: what did has to be undone.
inline Result<Turn> partly(std::string code, const QString &detail)
{
    return Turn(Reply{Outcome::Partly, Failure{std::move(code), detail}, {}});
}

inline Result<Turn> ask(Question question)
{
    return Turn(std::move(question));
}

/// The undo of a step that leaves nothing behind.
inline Result<Turn> nothingToUndo(storage::UnitOfWork &, const SagaView &)
{
    return done();
}

/// The inquiry about a pivot that never asks anybody: had it happened, the record would say so.
inline Result<Turn> neverAsked(storage::UnitOfWork &, const SagaView &)
{
    return Turn(Reply{Outcome::NotThere, std::nullopt, {}});
}

} // namespace tp::saga
