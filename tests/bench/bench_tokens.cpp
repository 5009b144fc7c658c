// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
/// bench_tokens: what checking an access token takes, seen first and seen before, with as many
/// remembered as ever are. Nothing here has a database. tests/bench/run holds it to its budget.
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

/// Checks each once, and says how long that took.
bool measure(const char *what, const tp::test::MintedTokens &shop,
             const std::vector<std::string> &tokens)
{
    QList<qint64> times;
    for (const std::string &token : tokens) {
        QElapsedTimer timer;
        timer.start();
        const bool isGood = shop.isGood(token);
        times.append(timer.nsecsElapsed());
        if (!isGood)
            return false;
    }
    std::sort(times.begin(), times.end());
    std::printf("%s p50_us %.1f p99_us %.1f\n", what, microsecondsAt(times, 500),
                microsecondsAt(times, 990));
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
