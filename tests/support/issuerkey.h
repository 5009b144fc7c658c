// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

struct evp_pkey_st;

namespace tp::test {

/// The private key of an issuer of a test, made with chance of its own. Signs whatever it is told.
class IssuerKey
{
public:
    static IssuerKey rsa(int bits = 2048);
    static IssuerKey ec(const char *curve = "P-256");

    /// The public half, with a kid, and with `more` members, such as R"(,"use":"sig")".
    std::string jwk(const std::string &kid, const std::string &more = {}) const;

    /// A token in compact form whatever the header says.
    std::string token(const std::string &header, const std::string &claims) const;

    /// As JWS has it: r and s for a key on a curve, else PKCS #1.
    std::string sign(const std::string &input) const;

    /// As OpenSSL has it: DER for a key on a curve.
    std::string signDer(const std::string &input) const;

    /// The public half as PEM, which is what a forger takes for an HMAC.
    std::string pem() const;

private:
    explicit IssuerKey(evp_pkey_st *key);
    std::string number(const char *name) const;

    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace tp::test
