// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

namespace tp::test {

using TestFactory = std::unique_ptr<QObject> (*)();

/// Notes a test class for runTestProgram(). Made by TP_TEST before main() starts; the sources of a
/// test program are its own objects, never a library's, so that the linker keeps every one.
class RegisteredTest
{
public:
    RegisteredTest(const char *name, TestFactory factory);
};

/// Runs every registered class, or those named: `tst_unit TestMoney TestUuid::parses -v2`.
/// Arguments from the first dash on go to QtTest as they are. The last line says how it went;
/// not 0 when anything failed, a name is unknown or there is nothing to run.
int runTestProgram(int argc, char **argv);

} // namespace tp::test

/// Stands once after each test class.
#define TP_TEST(Class)                                                                             \
    static const tp::test::RegisteredTest registered##Class(                                       \
        #Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
