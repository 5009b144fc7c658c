# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Commands, options, settings: what is typed, set and written into files."""
import json
import os

import pytest

from program import is_plain

Commands = ("serve", "migrate", "import", "export", "user", "keys", "backup", "version")


def test_help_names_every_command(on_sqlite):
    for word in ("--help", "-h", "help"):
        done = on_sqlite.plain(word)
        assert done.code == 0 and not done.err
        for command in Commands:
            assert any(line.strip().startswith(command) for line in done.out)


@pytest.mark.parametrize("command", Commands)
def test_every_command_has_help(on_sqlite, command):
    done = on_sqlite.plain(command, "--help")
    assert done.code == 0 and not done.err
    assert done.out[0].startswith(f"Usage: tradepostd {command}")
    assert max(map(len, done.out)) <= 100
    if command != "version":
        assert any("--database URL" in line for line in done.out)


def test_version_is_one_line_or_json(on_sqlite):
    for arguments in (["version"], ["--version"]):
        done = on_sqlite.plain(*arguments)
        assert done.code == 0 and len(done.out) == 1
        assert done.out[0].startswith("tradepostd 0.")
    told = json.loads(on_sqlite.plain("version", "--json").last)
    assert told["name"] == "tradepostd" and told["version"]


@pytest.mark.parametrize("arguments, word", [
    ([], "serve"),
    (["sell"], "sell"),
    (["--database", "x"], "--database"),
    (["version", "--colour"], "colour"),
    (["version", "-x"], "x"),
    (["version", "extra"], "extra"),
    (["migrate", "--database"], "database"),
    (["migrate", "--check=yes"], "check"),
    (["import"], "products"),
    (["import", "users", "x.csv"], "products"),
    (["import", "products"], "FILE.csv"),
    (["import", "products", "a.csv", "b.csv"], "b.csv"),
    (["import", "demo", "--dry-run"], "--dry-run"),
    (["export"], "products"),
    (["backup"], "FILE"),
    (["serve", "--listen", "nonsense"], "--listen"),
    (["serve", "--listen", "127.0.0.1:65536"], "--listen"),
    (["serve", "--listen", ""], "--listen"),
    (["serve", "--io-threads", "many"], "--io-threads"),
    (["serve", "--tls-cert", "x.pem"], "--tls-key"),
    (["serve", "--currency", "EURO"], "--currency"),
    (["serve", "--database", "mysql://x"], "--database"),
    (["serve", "--database", "postgresql://[::/x"], "--database"),
    (["serve", "--log-level", "loud"], "--log-level"),
    (["migrate", "--database", "sqlite:a", "--database", "sqlite:b"], "more than once"),
])
def test_a_wrong_line_is_told_in_one_plain_line(on_sqlite, arguments, word):
    done = on_sqlite.plain(*arguments)
    assert done.code == os.EX_USAGE, done
    assert is_plain(done, word)
    assert not done.out


def test_a_line_of_control_characters_does_not_steer_the_terminal(on_sqlite):
    assert "\033" not in on_sqlite.plain("\033[2Jx").err[0]


def test_flag_goes_before_environment_before_file(on_sqlite):
    conf = on_sqlite.file("settings.conf", f"database = sqlite:{on_sqlite.folder}/file.db\n")
    environment = {"TRADEPOST_DATABASE": f"sqlite:{on_sqlite.folder}/environment.db"}
    check = ("migrate", "--config", conf)

    assert "file.db" in on_sqlite.plain(*check).last
    assert "environment.db" in on_sqlite.plain(*check, env=environment).last
    flagged = on_sqlite.plain(*check, "--database", "sqlite:flag.db", env=environment)
    assert "flag.db" in flagged.last
    for name in ("file.db", "environment.db", "flag.db"):
        assert (on_sqlite.folder / name).exists()


def test_the_users_own_file_is_read(on_sqlite):
    folder = on_sqlite.folder / "home/.config/tradepost"
    folder.mkdir(parents=True)
    (folder / "tradepostd.conf").write_text(f"# mine\ndata = {on_sqlite.folder}/mine\n")
    assert "mine/shop.db" in on_sqlite.plain("migrate").last


def test_without_settings_the_shop_is_in_the_data_folder(on_sqlite):
    assert "home/.local/share/tradepost/shop.db" in on_sqlite.plain("migrate").last
    service = {"STATE_DIRECTORY": str(on_sqlite.folder / "state")}
    assert "state/shop.db" in on_sqlite.plain("migrate", env=service).last


@pytest.mark.parametrize("variable, value", [
    ("TRADEPOST_LISTEN", "nonsense"), ("TRADEPOST_IO_THREADS", "-1"),
    ("TRADEPOST_DATABASE", "mysql://x"), ("TRADEPOST_CURRENCY", "eur"),
    ("TRADEPOST_NO_MIGRATE", "perhaps"), ("TRADEPOST_LOG_LEVEL", "loud"),
])
def test_a_bad_variable_is_named(on_sqlite, variable, value):
    done = on_sqlite.plain("serve", env={variable: value})
    assert done.code == os.EX_CONFIG
    assert is_plain(done, variable)


@pytest.mark.parametrize("content, word", [
    ("colour = red\n", "line 1"), ("\n\nlisten = nonsense\n", "line 3, listen"),
    ("listen\n", "line 1"), ("password-stdin = true\n", "password-stdin"),
    (b"database = sqlite:caf\xe9\n", "UTF-8"), (b"\x89PNG\r\n\x1a\n\0\0", "UTF-8"),
])
def test_a_bad_file_of_settings_is_named(on_sqlite, content, word):
    conf = on_sqlite.file("bad.conf", content)
    done = on_sqlite.plain("serve", "--config", conf)
    assert done.code == os.EX_CONFIG
    assert is_plain(done, "bad.conf", word)


def test_a_missing_file_of_settings_is_told(on_sqlite):
    assert on_sqlite.plain("migrate", "--config", "nowhere.conf").code == os.EX_NOINPUT
    assert on_sqlite.plain("migrate", "--config", on_sqlite.folder).code == os.EX_NOINPUT


def test_what_is_meant_for_one_run_comes_from_the_command_line_alone(on_sqlite):
    conf = on_sqlite.file("bad.conf", "password-stdin = true\n")
    assert on_sqlite("serve", "--config", conf).code == os.EX_CONFIG


def test_a_password_is_never_repeated(on_sqlite):
    secret = "postgresql://me:geheim@127.0.0.1:1/shop"
    for arguments in (["migrate"], ["serve"], ["export", "products"], ["backup", "x"]):
        done = on_sqlite.plain(*arguments, env={"TRADEPOST_DATABASE": secret})
        assert done.code == os.EX_UNAVAILABLE, done
        assert is_plain(done)
        assert "geheim" not in done.err[0]


def test_a_full_output_is_an_error(on_sqlite):
    with open("/dev/full", "wb") as full:
        assert on_sqlite.plain("version", stdout=full).code == os.EX_IOERR
        assert on_sqlite("migrate", stdout=full).code == os.EX_IOERR
        assert on_sqlite("export", "products", stdout=full).code == os.EX_IOERR


def make_picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


@pytest.mark.parametrize("arguments", [["serve"], ["migrate"], ["migrate", "--check"],
                                       ["export", "products"], ["backup", "copy.db"],
                                       ["import", "demo"]])
def test_a_database_that_is_none_is_refused(on_sqlite, arguments):
    make_picture(on_sqlite.folder / "shop.db")
    done = on_sqlite(*arguments)
    assert done.code == os.EX_CONFIG, done
    assert is_plain(done, "shop.db", "not a database")

    (on_sqlite.folder / "shop.db").unlink()
    (on_sqlite.folder / "shop.db").mkdir()
    assert is_plain(on_sqlite(*arguments), "shop.db")


def test_a_read_only_database_is_refused(on_sqlite):
    assert on_sqlite("migrate").code == 0
    (on_sqlite.folder / "shop.db").chmod(0o444)
    done = on_sqlite("import", "demo")
    assert done.code == os.EX_CONFIG
    assert is_plain(done, "read-only")


def test_a_folder_that_is_not_there_is_told(on_sqlite):
    done = on_sqlite.plain("migrate", "--database", "sqlite:/nowhere/at/all/shop.db")
    assert done.code == os.EX_CONFIG
    assert is_plain(done, "/nowhere/at/all")
