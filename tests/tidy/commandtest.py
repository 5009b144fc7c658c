#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The two commands, as far as they go without building: commandtest.py ROOT. And the tally and the
search for secrets, because one that misses a failure is worse than none."""
import contextlib
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

Root = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
sys.path.insert(0, str(Root / "tests"))
import leaks  # pylint: disable=wrong-import-position,wrong-import-order
import tally  # pylint: disable=wrong-import-position,wrong-import-order

QtTest = """PASS   : TestTill::initTestCase()
PASS   : TestTill::opens()
PASS   : TestTill::sells(row 1)
XFAIL  : TestTill::knownToFail() later
FAIL!  : TestTill::givesChange() Compared values are not the same
SKIP   : TestTill::prints() no printer
PASS   : TestTill::cleanupTestCase()
"""
JUnit = """<testsuite>
<testcase name="well" status="run"><system-out>PASS   : TestA::one()</system-out></testcase>
<testcase name="crashed" status="fail"><system-out>PASS   : TestA::one()</system-out></testcase>
<testcase name="absent" status="notrun"/>
<testcase name="silent" status="run"><system-out>all is well</system-out></testcase>
</testsuite>"""


def run(*words):
    return subprocess.run(words, cwd="/", capture_output=True, text=True, check=False)


class TestCommands(unittest.TestCase):
    def test_each_tells_how_it_is_used(self):
        for command in ("installer/run", "tests/run"):
            answer = run(Root / command, "--help")
            self.assertEqual(0, answer.returncode, answer.stderr)
            self.assertIn(f"Usage: ./{command}", answer.stdout)

    def test_each_refuses_what_it_does_not_know(self):
        for command in ("installer/run", "tests/run"):
            answer = run(Root / command, "--nonsense")
            self.assertEqual(64, answer.returncode)
            self.assertIn("--nonsense", answer.stderr)

    def test_only_what_is_missing_is_asked_of_apt(self):
        script = (f"Program=x; Root=/nowhere; . {Root}/installer/setup; "
                  "is_installed() { [ \"$1\" = there ]; }; "
                  "missing_packages there absent 'absent2|there' 'absent3|absent4'")
        answer = run("bash", "-euc", script)
        self.assertEqual(["absent", "absent3|absent4"], answer.stdout.split())


class TestLeaks(unittest.TestCase):
    def found(self, secrets, output):
        """The lines at which something was found."""
        with tempfile.TemporaryDirectory() as folder:
            noted, log = pathlib.Path(folder, "noted"), pathlib.Path(folder, "tst_a.log")
            noted.write_text(secrets, encoding="utf-8")
            log.write_text(output, encoding="utf-8")
            said = io.StringIO()
            with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
                count = leaks.search(noted, [log])
        lines = [int(line.split("tst_a.log:")[1].split(":")[0])
                 for line in said.getvalue().splitlines()]
        self.assertEqual(count, len(lines))
        self.assertNotIn("correct horse", said.getvalue())
        return lines

    def test_a_secret_is_found_at_its_line(self):
        self.assertEqual([2, 3], self.found("correct horse\nfour.five+six\n",
                                            "well\nthe correct horse\n<four.five+six>\nfourxfive"))

    def test_a_pin_is_found_where_it_stands_alone(self):
        self.assertEqual([1, 2, 3], self.found("2580\nlong enough\n",
                                               'pin=2580\n{"pin":"2580"}\nPIN 2580\n'
                                               "2580ms\n127.0.0.1:2580\nab-2580-cd\n12580\n"))

    def test_what_stands_anywhere_by_chance_is_no_secret(self):
        self.assertEqual([], self.found("right\n258\n     \n123456\n0000\nlong enough\n",
                                        "right 258 \n      \n123456 0000\n"))

    def test_nothing_is_proven_by_nothing(self):
        for secrets, output in (("", "well"), ("right\n", "well")):
            with self.assertRaises(SystemExit):
                self.found(secrets, output)

    def test_the_output_of_each_program_is_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            junit = pathlib.Path(folder, "tests.xml")
            junit.write_text(JUnit.replace("all is well", "a &lt; b"), encoding="utf-8")
            leaks.keep(pathlib.Path(folder, "kept"), junit)
            self.assertEqual("a < b", pathlib.Path(folder, "kept", "silent.log").read_text())


class TestTally(unittest.TestCase):
    def test_qttest_is_counted_without_its_own_calls(self):
        passed, failed, skipped, names = tally.count(QtTest)
        self.assertEqual((3, 1, 1), (passed, failed, skipped))
        self.assertIn("givesChange", names[0])

    def test_pytest_and_unittest_are_counted(self):
        self.assertEqual((3, 3, 1),
                         tally.count("3 passed, 1 skipped, 2 failed, 1 error in 0.1s")[:3])
        self.assertEqual((3, 1, 0), tally.count("Ran 4 tests in 0.1s\n\nFAILED (failures=1)")[:3])
        self.assertEqual((2, 2, 0),
                         tally.count("Ran 4 tests in 1s\n\nFAILED (failures=1, errors=1)")[:3])
        self.assertEqual((3, 1, 0), tally.count("Ran 4 tests in 1s\n\nFAILED (errors=1)")[:3])

    def test_a_program_that_crashed_or_did_not_run_has_failed(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "tests.xml")
            path.write_text(JUnit, encoding="utf-8")
            counts = {name: tuple(judged[:3]) for name, judged in tally.programs(str(path))}
        self.assertEqual({"well": (1, 0, 0), "crashed": (1, 1, 0), "absent": (0, 1, 0),
                          "silent": (1, 0, 0)}, counts)

    def test_a_log_ends_with_its_code(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "tst_a.log")
            path.write_text("PASS   : TestA::one()\nended with 6\n", encoding="utf-8")
            self.assertEqual([("tst_a", (1, 1, 0))],
                             [(name, tuple(judged[:3])) for name, judged in
                              tally.programs(str(path))])


if __name__ == "__main__":
    unittest.main()
