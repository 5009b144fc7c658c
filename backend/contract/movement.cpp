// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/movement.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

namespace {

constexpr char ReasonMeans[] = "Why the stock changed";

} // namespace

const Object<Movement> &Movement::object()
{
    static const auto object =
        Object<Movement>(Use::Answer, "Movement", "A row of the stock ledger; it never changes")
            .required("id", &Movement::id, "Its id")
            .required("product_id", &Movement::productId, "The product")
            .required("location_id", &Movement::locationId, "The location")
            .required("delta", &Movement::delta, Measure::any(), "By how much the stock changed")
            .required("on_hand_after", &Movement::onHandAfter, Measure::any(),
                      "What was there afterwards, at this location")
            .required("reason", &Movement::reason, ReasonMeans)
            .required("note", &Movement::note, Text::any(), "For people; may be empty")
            .nullable("actor", &Movement::actor, Text::any(), "Who did it; null is the backend")
            .required("created_at", &Movement::createdAt, "When it happened");
    return object;
}

const Object<NewAdjustment> &NewAdjustment::object()
{
    static const auto object =
        Object<NewAdjustment>(Use::Request, "NewAdjustment",
                              "A change of stock: by how much (delta) or to what (counted)")
            .optional("id", &NewAdjustment::id, ChosenIdMeans)
            .required("product_id", &NewAdjustment::productId, "The product")
            .nullable("location_id", &NewAdjustment::locationId,
                      "The location; left out or null, the shop's first")
            .optional("delta", &NewAdjustment::delta, Measure::change(), "By how much; not 0")
            .optional("counted", &NewAdjustment::counted, Measure{}, "What is there now")
            .exactlyOne({"delta", "counted"})
            .required("reason", &NewAdjustment::reason, ReasonMeans)
            .optional("note", &NewAdjustment::note, Text{0, 500, Text::Kind::Lines}, "For people");
    return object;
}

} // namespace tp::contract
