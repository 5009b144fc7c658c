# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Holds every answer against the contract that the backend publishes: an undeclared status, media
type or member fails the test that caused it, errors included."""
import json
import re

import jsonschema

Methods = ("get", "post", "put", "delete")


class Contract:
    def __init__(self, document):
        self.document = document
        self.paths = [(self._pattern(path), path, operations)
                      for path, operations in document["paths"].items()]
        # A fixed part beats one in braces, as in the router.
        self.paths.sort(key=lambda entry: entry[1].count("{"))
        self.resolver = jsonschema.RefResolver("", document)
        self.seen = set()

    @staticmethod
    def _pattern(path):
        return re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + r"\Z")

    def operation(self, method, path):
        for pattern, template, operations in self.paths:
            if pattern.match(path) and method.lower() in operations:
                return template, operations[method.lower()]
        return None, None

    def check(self, method, target, answer):
        path = target.split("?")[0]
        template, operation = self.operation("get" if method == "HEAD" else method, path)
        if operation is None:
            # No such route: the refusal is a problem document all the same.
            if answer.body and answer.status >= 400:
                self._validate({"$ref": "#/components/schemas/Problem"}, answer)
            return
        self.seen.add((method.lower(), template, answer.status))
        declared = operation["responses"].get(str(answer.status))
        assert declared is not None, \
            f"{method} {template} does not declare {answer.status}: {answer.body[:300]!r}"
        if method == "HEAD":
            return
        content = declared.get("content")
        if not content:
            assert not answer.body, f"{method} {template} {answer.status} declares no body"
            return
        sent = answer.headers.get("content-type", "")
        names = [name for name in content if name.split(";")[0] == sent.split(";")[0]]
        if not names and any(name.endswith("/*") for name in content):
            names = [name for name in content if name.endswith("/*")]
        assert names, \
            f"{method} {template} {answer.status} answers {sent}, declares {list(content)}"
        schema = content[names[0]].get("schema")
        if schema and "json" in sent:
            self._validate(schema, answer)

    def _validate(self, schema, answer):
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver)
        errors = sorted(validator.iter_errors(json.loads(answer.body)), key=str)
        assert not errors, f"{answer.status} {answer.body[:400]!r}: {errors[0].message} at " \
                           f"{list(errors[0].absolute_path)}"
