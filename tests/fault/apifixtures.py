# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What the tests of the API have in their conftest.py, a name that is taken here."""
import importlib.util
import pathlib

Place = pathlib.Path(__file__).resolve().parent.parent / "api" / "conftest.py"
Spec = importlib.util.spec_from_file_location("api_conftest", Place)
Module = importlib.util.module_from_spec(Spec)
Spec.loader.exec_module(Module)
Postgres, postgres = Module.Postgres, Module.postgres
