// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
/// bench_tokens: what checking an access token takes, seen first and seen before, with as many
/// remembered as ever are, and what of that is the signature alone. Nothing here has a database.
/// tests/bench/run holds it to its budget.
#include "backend/auth/jwt.h"
#include "tests/unit/mintedtokens.h"

#include <QElapsedTimer>
#include <QList>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace {

constexpr int TokenCount = int(tp::auth::TokenAuthenticator::RememberedMax);

double microsecondsAt(const QList<qint64> &sorted, int perMille)
{
    return double(sorted.at(sorted.size() * perMille / 1000)) / 1000;
}

template <typename Work>
bool isDone(QList<qint64> &times, const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    const bool isGood = work();
    times.append(timer.nsecsElapsed());
    return isGood;
}

void tell(const char *what, QList<qint64> &times)
{
    std::sort(times.begin(), times.end());
    std::printf("%s p50_us %.1f p99_us %.1f\n", what, microsecondsAt(times, 500),
                microsecondsAt(times, 990));
}

/// Checks each once, and its signature beside it, so that both meet the same neighbours.
bool measure(const char *what, const tp::test::MintedTokens &shop,
             const std::vector<std::string> &tokens)
{
    QList<qint64> checks;
    QList<qint64> signatures;
    for (const std::string &token : tokens) {
        const auto jwt = tp::auth::parseJwt(token);
        const bool isGood =
            isDone(checks, [&] { return shop.isGood(token); }) && isDone(signatures, [&] {
                return shop.key.verifies(jwt->signingInput, jwt->signature);
            });
        if (!isGood)
            return false;
    }
    tell(what, checks);
    tell("signature", signatures);
    return true;
}

} // namespace

int main()
{
    tp::test::MintedTokens shop;
    std::vector<std::string> tokens;
    for (int i = 0; i < TokenCount; ++i)
        tokens.push_back(shop.token());
    return measure("first", shop, tokens) && measure("again", shop, tokens) ? 0 : 1;
}
