// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <libpq-fe.h>

#include <memory>

namespace tp::storage {

struct FreeConninfo
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

/// What a postgresql:// URL says, as libpq reads it. Nothing when it cannot.
class PostgresOptions
{
public:
    explicit PostgresOptions(const QString &url)
        : m_options(PQconninfoParse(url.toUtf8().constData(), nullptr))
    {}

    bool isValid() const { return m_options != nullptr; }
    const PQconninfoOption *first() const { return m_options.get(); }

    QString value(const char *keyword) const
    {
        for (const PQconninfoOption *one = first(); one && one->keyword; ++one) {
            if (qstrcmp(one->keyword, keyword) == 0 && one->val)
                return QString::fromUtf8(one->val);
        }
        return {};
    }

private:
    std::unique_ptr<PQconninfoOption, FreeConninfo> m_options;
};

} // namespace tp::storage
