// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/errorcode.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace tp {

/// One member of a body that is wrong: where (RFC 6901 JSON pointer), what, and a sentence for
/// the developer of the client.
struct FieldError
{
    QString pointer;
    ErrorCode code = ErrorCode::InvalidValue;
    QString detail;

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// Why an operation did not succeed. The code is contract; the detail is for people who read logs
/// and API answers, never for logic. Fields are filled for invalid bodies, all of them at once.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QList<FieldError> fields;
    int retryAfterS = 0; ///< When trying again may help; 0: nobody knows.
};

/// A value or an Error. Built on std::variant so that copying and moving stay correct without a
/// line of our own.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const noexcept { return m_state.index() == 0; }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const Error &error() const { return std::get<1>(m_state); }

    const T *operator->() const { return &value(); }
    const T &operator*() const { return value(); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const noexcept { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace tp

#define TP_CONCAT_INNER(a, b) a##b
#define TP_CONCAT(a, b) TP_CONCAT_INNER(a, b)
#define TP_TRY_NAME(line) TP_CONCAT(tpTry, line)

/// Leaves the enclosing function with the error of `expression`, else binds its value.
/// Statement form, not the GNU ({ }) one, so that every compiler builds it.
#define TP_TRY(declaration, expression)                                                            \
    auto &&TP_TRY_NAME(__LINE__) = (expression);                                                   \
    if (!TP_TRY_NAME(__LINE__))                                                                    \
        return TP_TRY_NAME(__LINE__).error();                                                      \
    declaration = std::move(TP_TRY_NAME(__LINE__)).value()

/// The same for a Result<void>.
#define TP_CHECK(expression)                                                                       \
    if (auto tpCheck = (expression); !tpCheck)                                                     \
    return tpCheck.error()
