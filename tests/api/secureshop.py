# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A shop that speaks TLS, with a certificate that nobody but the test trusts."""
import http.client
import pathlib
import ssl
import subprocess
import tempfile

from shop import Answer, Shop


class SecureShop(Shop):
    def __init__(self, database=None, *arguments, **more):
        self.secrets = tempfile.TemporaryDirectory(prefix="tradepost-tls-")
        place = pathlib.Path(self.secrets.name)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                        "/CN=127.0.0.1", "-keyout", place / "key.pem", "-out", place / "cert.pem"],
                       check=True, capture_output=True)
        self.trust = ssl.create_default_context(cafile=str(place / "cert.pem"))
        self.trust.check_hostname = False
        super().__init__(database, *arguments, "--tls-cert", str(place / "cert.pem"), "--tls-key",
                         str(place / "key.pem"), **more)

    def send(self, method, target, body=None, headers=None):
        connection = http.client.HTTPSConnection(self.host, self.port, timeout=30,
                                                 context=self.trust)
        connection.request(method, target, body=body, headers=headers or {})
        response = connection.getresponse()
        answer = Answer(response.status, {name.lower(): value for name, value in
                                          response.getheaders()}, response.read())
        connection.close()
        return answer

    def close(self):
        super().close()
        self.secrets.cleanup()
