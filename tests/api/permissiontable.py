# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Who may do what, as the contract has it, for people to read and for tests to hold the backend
against. A cell stands for every permission of its row, unless it names one of them."""
import re

Table = """
| permission                      | customer     | cashier      | vendor         | manager | admin |
|---------------------------------|--------------|--------------|----------------|---------|-------|
| `orders.create`                 | web          | pos          | –              | yes     | yes   |
| `orders.read_own`               | own          | all          | all            | all     | yes   |
| `orders.read_all`               | –            | all          | all            | all     | yes   |
| `orders.update`                 | own, pending | yes          | yes            | yes     | yes   |
| `orders.fulfil` (never pending) | –            | yes          | yes            | yes     | yes   |
| `orders.cancel`                 | own, pending | pending      | pending        | yes     | yes   |
| `payments.create`               | own, card    | yes          | –              | yes     | yes   |
| `payments.read_all`             | –            | yes          | yes            | yes     | yes   |
| `payments.refund`               | –            | by approval  | –              | yes     | yes   |
| `prices.override`               | –            | by approval  | –              | yes     | yes   |
| `discounts.over_limit`          | –            | by approval  | –              | yes     | yes   |
| `catalogue.write`               | –            | –            | yes            | yes     | yes   |
| `stock.read`, `stock.adjust`    | –            | `stock.read` | yes            | yes     | yes   |
| `sagas.read`, `sagas.operate`   | –            | –            | `sagas.read`   | yes     | yes   |
| `reports.read`, `audit.read`,   | –            | –            | `reports.read` | yes     | yes   |
| `registers.manage`              | –            | –            | –              | yes     | yes   |
| `users.manage` (below manager)  | –            | –            | –              | yes     | yes   |
| `settings.write`, `keys.rotate` | –            | –            | –              | –       | yes   |
| `webhooks.manage`               | –            | –            | –              | –       | yes   |
"""


def _cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def _read():
    head, _, *rows = [_cells(line) for line in Table.strip().splitlines()]
    table = {role: set() for role in head[1:]}
    for row in rows:
        names = re.findall(r"`([a-z._]+)`", row[0])
        for role, cell in zip(head[1:], row[1:]):
            named = re.findall(r"`([a-z._]+)`", cell)
            table[role] |= set() if cell == "–" else set(named or names)
    return table


# role: what it may do, within whatever limits
Permissions = _read()
