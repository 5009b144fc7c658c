// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"

#include <map>
#include <string>
#include <string_view>

namespace tp::contract {

class Schemas;

/// Who sends an object: it decides what is refused in reading and how strict its schema is.
enum class Use {
    Request, ///< From a client: an unknown member is an error.
    Answer,  ///< From the backend: read by clients that may be older, so they skip what they do not
             ///< know.
};

/// What every Object<T> is to the route table and to OpenAPI: a name and a schema.
class AnyObject
{
public:
    virtual ~AnyObject() = default;

    virtual std::string_view name() const = 0; ///< Of its component: "NewProduct".
    virtual std::string_view description() const = 0;

    /// The JSON Schema (2020-12) of the object; the objects inside it are references.
    virtual void writeSchema(JsonWriter &json, Schemas &schemas) const = 0;
};

/// Collects the schemas of objects, each once with all that it is made of, and writes them as the
/// member "schemas" of an OpenAPI document's "components".
class Schemas
{
public:
    /// "#/components/schemas/NewProduct"; the object is added if it is new. Two objects of one name
    /// are a bug in the contract and stop the program.
    std::string add(const AnyObject &object);

    /// Adds the object and writes `{"$ref": "…"}`.
    void reference(JsonWriter &json, const AnyObject &object);

    /// One JSON object: component name to schema, in the order of the names.
    void write(JsonWriter &json) const;

private:
    struct Component
    {
        const AnyObject *object = nullptr;
        std::string schema;
    };

    std::map<std::string, Component> m_components; ///< Its entries stay where they are.
};

} // namespace tp::contract
