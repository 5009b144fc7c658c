// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
// Stands in for the backend where a test needs one that behaves, or misbehaves, in a certain way.
// Called as `fakebackend MANNER`; no Qt, so that it starts at once.
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>

namespace {

void sayReady()
{
    std::printf("{\"event\":\"ready\",\"url\":\"http://127.0.0.1:%d\",\"pid\":%d}\n",
                10'000 + int(getpid()) % 50'000, int(getpid()));
    std::fflush(stdout);
}

/// Until the parent closes our standard input.
int serve()
{
    std::string line;
    while (std::getline(std::cin, line)) {}
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string manner = argc > 1 ? argv[1] : "";
    if (manner == "ready") {
        std::printf("a greeting\n{\"event\":\"migrating\"}\n");
        sayReady();
        return serve();
    }
    if (manner == "fresh") {
        std::fprintf(stderr, "fakebackend: the code to set up the shop is ABCD-EFGH\n");
        std::printf("{\"event\":\"ready\",\"url\":\"http://127.0.0.1:9\","
                    "\"setup_code\":\"ABCD-EFGH\"}\n");
        std::fflush(stdout);
        return serve();
    }
    if (manner == "fails") {
        std::fprintf(stderr, "opening the shop\nfakebackend: the database is a picture\n");
        return 65;
    }
    if (manner == "silent")
        return serve();
    if (manner == "broken") {
        std::printf("{\"event\":\"ready\",\"url\":\"nowhere\"}\n");
        std::fflush(stdout);
        return serve();
    }
    if (manner == "babbles") {
        for (int n = 0; n < 100; ++n)
            std::printf("%s", std::string(1'000, 'x').c_str());
        std::fflush(stdout);
        return serve();
    }
    if (manner == "deaf") {
        sayReady();
        for (;;)
            pause();
    }
    if (manner == "floods") {
        sayReady();
        for (int n = 0; n < 20'000; ++n) {
            std::fprintf(stderr, "line %d\n", n);
            std::printf("and some more that nobody reads\n");
        }
        std::fflush(stdout);
        return serve();
    }
    return 64;
}
