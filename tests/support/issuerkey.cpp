// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/issuerkey.h"

#include "backend/auth/base64url.h"
#include "tests/support/notedsecrets.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace tp::test {
namespace {

std::string paddedBytesOf(const BIGNUM *number, int size)
{
    std::string bytes(std::size_t(size), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), size);
    return bytes;
}

bool isOnCurve(const EVP_PKEY *key)
{
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC;
}

int coordinateBytes(const EVP_PKEY *key)
{
    return (EVP_PKEY_get_bits(key) + 7) / 8;
}

} // namespace

IssuerKey::IssuerKey(EVP_PKEY *key) : m_key(key, &EVP_PKEY_free) {}

IssuerKey IssuerKey::rsa(int bits)
{
    return IssuerKey(EVP_RSA_gen(unsigned(bits)));
}

IssuerKey IssuerKey::ec(const char *curve)
{
    return IssuerKey(EVP_EC_gen(curve));
}

std::string IssuerKey::number(const char *name) const
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(m_key.get(), name, &value);
    const int size = isOnCurve(m_key.get()) ? coordinateBytes(m_key.get()) : BN_num_bytes(value);
    std::string text = auth::encodeBase64Url(paddedBytesOf(value, size));
    BN_free(value);
    return text;
}

std::string IssuerKey::jwk(const std::string &kid, const std::string &more) const
{
    const std::string name = R"("kid":")" + kid + '"' + more + '}';
    if (!isOnCurve(m_key.get())) {
        return R"({"kty":"RSA","n":")" + number(OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
               number(OSSL_PKEY_PARAM_RSA_E) + R"(",)" + name;
    }
    const std::string curve = coordinateBytes(m_key.get()) == 32 ? "P-256" : "P-384";
    return R"({"kty":"EC","crv":")" + curve + R"(","x":")" + number(OSSL_PKEY_PARAM_EC_PUB_X) +
           R"(","y":")" + number(OSSL_PKEY_PARAM_EC_PUB_Y) + R"(",)" + name;
}

std::string IssuerKey::token(const std::string &header, const std::string &claims) const
{
    const std::string input = auth::encodeBase64Url(header) + '.' + auth::encodeBase64Url(claims);
    const std::string token = input + '.' + auth::encodeBase64Url(sign(input));
    noteSecret(token);
    return token;
}

std::string IssuerKey::sign(const std::string &input) const
{
    const std::string der = signDer(input);
    if (!isOnCurve(m_key.get()))
        return der;
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.data());
    ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &bytes, long(der.size()));
    const int size = coordinateBytes(m_key.get());
    const std::string both =
        paddedBytesOf(ECDSA_SIG_get0_r(pair), size) + paddedBytesOf(ECDSA_SIG_get0_s(pair), size);
    ECDSA_SIG_free(pair);
    return both;
}

std::string IssuerKey::signDer(const std::string &input) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::string signature(1024, '\0');
    std::size_t size = signature.size();
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key.get());
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size,
                   reinterpret_cast<const unsigned char *>(input.data()), input.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return signature;
}

std::string IssuerKey::pem() const
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(memory, m_key.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    std::string text(bytes, std::size_t(size));
    BIO_free(memory);
    return text;
}

} // namespace tp::test
