// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"

#include <QStringList>
#include <QTest>

#include <cstdio>
#include <utility>
#include <vector>

namespace tp::test {

namespace {

struct TestClass
{
    QString name;
    TestFactory factory = nullptr;
};

// Built on first use: registration runs before main(), in no certain order.
std::vector<TestClass> &testClasses()
{
    static std::vector<TestClass> classes;
    return classes;
}

bool isNamed(const QString &name, const QStringList &wanted)
{
    for (const QString &one : wanted) {
        if (one == name || one.startsWith(name + QStringLiteral("::")))
            return true;
    }
    return false;
}

/// What QtTest is to be told for one class: the functions asked for, unless it was named whole.
QStringList argumentsFor(const QString &name, const QStringList &wanted, const QString &program,
                         const QStringList &options)
{
    QStringList arguments{program};
    const QString prefix = name + QStringLiteral("::");
    if (!wanted.contains(name)) {
        for (const QString &one : wanted) {
            if (one.startsWith(prefix))
                arguments.append(one.sliced(prefix.size()));
        }
    }
    return arguments + options;
}

bool allExist(const QStringList &wanted)
{
    for (const QString &one : wanted) {
        bool found = false;
        for (const TestClass &test : testClasses())
            found = found || isNamed(test.name, {one});
        if (!found) {
            std::fprintf(stderr, "FAILED: there is no test class %s here\n", qPrintable(one));
            return false;
        }
    }
    return true;
}

} // namespace

RegisteredTest::RegisteredTest(const char *name, TestFactory factory)
{
    testClasses().push_back({QString::fromLatin1(name), factory});
}

int runTestProgram(int argc, char **argv)
{
    QStringList wanted;
    QStringList options;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        const bool isOption = !options.isEmpty() || argument.startsWith(QLatin1Char('-'));
        (isOption ? options : wanted).append(argument);
    }
    if (!allExist(wanted))
        return 2;

    const QString program = QString::fromLocal8Bit(argv[0]);
    int ran = 0;
    QStringList failed;
    for (const TestClass &test : testClasses()) {
        if (!wanted.isEmpty() && !isNamed(test.name, wanted))
            continue;
        ++ran;
        const std::unique_ptr<QObject> object = test.factory();
        if (QTest::qExec(object.get(), argumentsFor(test.name, wanted, program, options)) != 0)
            failed.append(test.name);
    }

    std::fflush(stdout);
    if (ran == 0 || !failed.isEmpty()) {
        std::printf("FAILED: %lld of %d test classes: %s\n", qlonglong(failed.size()), ran,
                    qPrintable(failed.join(QLatin1Char(' '))));
        return 1;
    }
    std::printf("PASSED: %d test classes\n", ran);
    return 0;
}

} // namespace tp::test
