# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Who may include whom: docs/ARCHITECTURE.md as a table. A folder that is not drawn here may not
hold code; one that is drawn may exist later."""
import re

from source import Violation

Slices = ("auth", "settings", "catalogue", "inventory", "orders", "payments", "customers",
          "registers", "audit", "reports")
Kernel, Pricing, Contract = "backend/kernel", "backend/pricing", "backend/contract"
Storage, Http, Events = "backend/storage", "backend/http", "backend/events"
Journal, Saga = "backend/journal", "backend/saga"
Platform = (Kernel, Pricing, Contract, Storage, Http, Events, Journal, Saga)
SliceFolders = tuple("backend/" + name for name in Slices)
Shared = (Kernel, Pricing, Contract)

# Values and functions only: no object, event loop, I/O, clock, chance, thread or log.
Pure = (r"Q(Object|Sql\w*|Network\w*|Tcp\w*|Ssl\w*|Timer|Thread\w*|Mutex|Widget|Debug|File\w*|Dir|"
        r"Logging\w*|RandomGenerator|ElapsedTimer|Process|Settings|Core\w*)|thread|mutex|random|"
        r"chrono|fstream|iostream|filesystem|condition_variable")
Sockets = r"Q(Tcp|Ssl|WebSocket|Network|Udp|Local(Socket|Server))\w*"
Windows = r"Q(\w*Widget\w*|Application|GuiApplication|Dialog|MessageBox|Pixmap|MainWindow)"
Sql = r"QSql\w*|QtSql.*|sqlite3\.h|libpq-fe\.h"

# folder: (our folders that it may include besides itself, headers of others that it may not)
Layers = {
    Kernel: ((), Pure),
    Pricing: ((Kernel,), Pure),
    Contract: ((Kernel, Pricing), "|".join((Sql, Sockets, Windows, r"QObject|QTimer|QThread"))),
    Storage: ((Kernel,), "|".join((Sockets, Windows))),
    Http: ((Kernel, Contract, Storage), "|".join((Sql, Windows))),
    Events: ((Kernel, Contract, Storage), "|".join((Sql, Windows))),
    Journal: ((Kernel, Storage), "|".join((Sql, Sockets, Windows))),
    Saga: ((Kernel, Storage), "|".join((Sql, Sockets, Windows))),
    "backend/orchestration": (Platform + SliceFolders, "|".join((Sql, Windows))),
    "backend/daemon": (Platform + SliceFolders + ("backend/orchestration",), Windows),
    "ui/theme": ((), "|".join((Sql, Sockets))),
    "ui/presentation": (Shared, "|".join((Sql, Sockets, Windows))),
    "ui/widgets": (("ui/theme", "ui/presentation") + Shared, "|".join((Sql, Sockets))),
    "ui/screens": (("ui/theme", "ui/presentation", "ui/widgets") + Shared,
                   "|".join((Sql, Sockets))),
}
for _room in ("api", "session", "outbox", "cache", "devices", "backendprocess"):
    Layers["app/" + _room] = (("ui/presentation",) + Shared, Windows)
# Signing in goes over HTTP, too.
Layers["app/session"] = (("app/api", "ui/presentation") + Shared, Windows)
# So does sending what was sold.
Layers["app/outbox"] = (("app/api", "ui/presentation") + Shared, Windows)
# The composition root of the desktop.
Layers["app"] = (tuple(f for f in Layers if f.startswith(("app/", "ui/"))) + Shared, Sql)

# The rooms of a slice: (rooms of the same slice, platform folders, headers of others forbidden)
Rooms = {
    "rules": (("rules",), (Kernel, Pricing), Pure),
    "store": (("rules", "store"), (Kernel, Storage), "|".join((Sql, Sockets, Windows))),
    "events": (("rules", "events"), (Kernel, Contract, Events),
               "|".join((Sql, Sockets, Windows))),
    "service": (("rules", "store", "service", "events"),
                (Kernel, Pricing, Storage, Events, Journal), "|".join((Sql, Sockets, Windows))),
    # Of the rules only how a key is folded or a search is read: rows go to JSON as they are.
    "queries": (("rules", "queries"), (Kernel, Storage, Contract),
                "|".join((Sql, Sockets, Windows))),
    "routes": (("rules", "service", "queries", "routes"), (Kernel, Contract, Http, Storage),
               "|".join((Sql, Sockets, Windows))),
    # Says whose a token is, and is asked by http.
    "authenticator": (("rules", "tokens", "store", "service", "authenticator"),
                      (Kernel, Contract, Http, Storage), "|".join((Sql, Sockets, Windows))),
    # What a stranger's token says: as pure as the rules, but a token is JSON.
    "tokens": (("rules", "tokens"), (Kernel, Contract), Pure),
}
RoomSuffix = re.compile(r"(store|service|queries|routes|events|authenticator)$")

# Files whose name does not say their room; what is neither here nor named so is rules.
RoomOf = {
    "backend/auth/authlog": "authenticator",
    "backend/auth/jwk": "tokens",
    "backend/auth/jwt": "tokens",
    "backend/auth/oidcclaims": "tokens",
    "backend/auth/oidcdiscovery": "tokens",
    "backend/auth/oidcissuer": "tokens",
    "backend/auth/oidckeys": "authenticator",
    "backend/auth/tokencache": "authenticator",
    # What this process remembers of the tables, and is shared by its threads.
    "backend/auth/endedtokens": "store",
    "backend/auth/keyholder": "store",
    "backend/auth/knownusers": "store",
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def room_of(source_path):
    path = re.sub(r"\.(h|cpp)$", "", source_path)
    if path in RoomOf:
        return RoomOf[path]
    named = RoomSuffix.search(path)
    return named.group(1) if named else "rules"


def is_forbidden(header, pattern):
    """A header of others by its last part: QtSql/QSqlQuery is QSqlQuery."""
    return re.fullmatch(pattern, header) or re.fullmatch(pattern, header.rsplit("/", 1)[-1])


def check_layers(sources):
    for source in sources:
        if not source.is_cpp or source.folder.split("/")[0] not in ("backend", "ui", "app"):
            continue
        if source.folder in SliceFolders:
            yield from check_slice(source)
        else:
            yield from check_folder(source)


def screen_folder(folder):
    """A screen has a folder of its own: ui/screens/sell is drawn as ui/screens."""
    return "ui/screens" if folder.startswith("ui/screens/") else folder


def check_folder(source):
    folder = screen_folder(source.folder)
    if folder not in Layers:
        yield Violation(source.path, 1, "layers", f"{folder}/ is not drawn in tests/tidy/layers.py")
        return
    allowed, forbidden = Layers[folder]
    for line, ours, others in includes(source):
        target = screen_folder(ours.rsplit("/", 1)[0]) if ours and "/" in ours else None
        if target and target != folder and target not in allowed:
            yield Violation(source.path, line, "layers", f"{folder}/ may not include {target}/")
        if others and is_forbidden(others, forbidden):
            yield Violation(source.path, line, "layers", f"{folder}/ may not include <{others}>")


def check_slice(source):
    room = room_of(source.path)
    rooms, folders, forbidden = Rooms[room]
    for line, ours, others in includes(source):
        target = ours.rsplit("/", 1)[0] if ours and "/" in ours else None
        if target == source.folder:
            other = room_of(ours)
            if other not in rooms:
                yield Violation(source.path, line, "rooms", f"{room} may not include {other}")
        elif target and target not in folders:
            what = "another slice" if target in SliceFolders else target + "/"
            yield Violation(source.path, line, "rooms",
                            f"{room} of {source.folder}/ may not include {what}")
        if others and is_forbidden(others, forbidden):
            yield Violation(source.path, line, "rooms", f"{room} may not include <{others}>")


def includes(source):
    for match in INCLUDE.finditer(source.text):
        yield source.line_of(match.start()), match.group(1), match.group(2)
