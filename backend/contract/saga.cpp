// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/saga.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

const Object<SagaStep> &SagaStep::object()
{
    static const auto object =
        Object<SagaStep>(Use::Answer, "SagaStep", "A step of a saga")
            .required("name", &SagaStep::name, Text::any(), "What it does")
            .required(
                "state", &SagaStep::state, Text::any(),
                "pending, asked, unknown, done, refused, undoing, undo_due, undone, abandoned")
            .required("attempts", &SagaStep::attempts, Integer{0, VersionMax}, "How often")
            .nullable("started_at", &SagaStep::startedAt, "When it was tried first")
            .nullable("finished_at", &SagaStep::finishedAt, "When it ended")
            .nullable("error", &SagaStep::error, Text::any(), "What went wrong last");
    return object;
}

const Object<Saga> &Saga::object()
{
    static const auto object =
        Object<Saga>(Use::Answer, "Saga", "What makes an order happen, or undoes it")
            .required("id", &Saga::id, "Its id")
            .required("kind", &Saga::kind, Text::any(), "checkout, cancel or refund")
            .required("order_id", &Saga::orderId, "The order")
            .required("state", &Saga::state, "How it stands")
            .required("step", &Saga::step, Text::any(), "Where it is; empty at its end")
            .required("steps", &Saga::steps, ListOf{Nested<SagaStep>{}, 0},
                      "Every step of its definition")
            .nullable("next_retry_at", &Saga::nextRetryAt, "When it is tried again")
            .required("created_at", &Saga::createdAt, "When it began")
            .required("updated_at", &Saga::updatedAt, "When it moved last");
    return object;
}

const Object<Attention> &Attention::object()
{
    static const auto object =
        Object<Attention>(Use::Answer, "Attention", "Something that a person should look at")
            .required("id", &Attention::id, Text::any(), "Its id")
            .required("at", &Attention::at, "Since when")
            .required("kind", &Attention::kind, Text::any(), "stock_below_zero, other_price, …")
            .nullable("order_id", &Attention::orderId, "The order")
            .required("detail", &Attention::detail, Text::any(), "In plain words");
    return object;
}

} // namespace tp::contract
