// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/jwk.h"

#include "backend/auth/base64url.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using contract::JsonValue;

constexpr std::size_t KeysMax = 50;
constexpr int RsaBitsMin = 2048;
constexpr int RsaBitsMax = 8192; ///< A larger one would let each token cost a millisecond.
constexpr int ExponentBitsMax = 64;
constexpr std::size_t CoordinateBytes = 32;

using BigNumber = std::unique_ptr<BIGNUM, decltype(&BN_free)>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;
using Params = std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using EcSignature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;

/// What OpenSSL says of a bad key or signature must not lie about on the thread: TLS connections
/// that live there would take it for theirs.
class OwnErrors
{
public:
    OwnErrors() { ERR_set_mark(); }
    ~OwnErrors() { ERR_pop_to_mark(); }
    OwnErrors(const OwnErrors &) = delete;
    OwnErrors &operator=(const OwnErrors &) = delete;
};

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

BigNumber numberOf(std::string_view bytes)
{
    return {BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr), &BN_free};
}

std::string_view jwkText(const JsonValue &jwk, std::string_view name)
{
    const JsonValue *member = jwk.find(name);
    return member && member->type == JsonValue::Type::String ? std::string_view(member->text)
                                                             : std::string_view();
}

/// Null unless OpenSSL finds that it can be one: a point beside the curve is none.
std::shared_ptr<EVP_PKEY> publicKeyOf(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder), &OSSL_PARAM_free);
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr),
                             &EVP_PKEY_CTX_free);
    EVP_PKEY *made = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    std::shared_ptr<EVP_PKEY> key(made, &EVP_PKEY_free);
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, made, nullptr), &EVP_PKEY_CTX_free);
    return check && EVP_PKEY_public_check(check.get()) == 1 ? key : nullptr;
}

std::shared_ptr<EVP_PKEY> rsaKeyOf(const JsonValue &jwk)
{
    const auto modulus = decodeBase64Url(jwkText(jwk, "n"));
    const auto exponent = decodeBase64Url(jwkText(jwk, "e"));
    if (!modulus || !exponent)
        return nullptr;
    const BigNumber n = numberOf(*modulus);
    const BigNumber e = numberOf(*exponent);
    if (!n || !e || BN_num_bits(n.get()) < RsaBitsMin || BN_num_bits(n.get()) > RsaBitsMax ||
        BN_num_bits(e.get()) > ExponentBitsMax)
        return nullptr;
    const ParamBuilder builder(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free);
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    return publicKeyOf("RSA", builder.get());
}

std::shared_ptr<EVP_PKEY> ecKeyOf(const JsonValue &jwk)
{
    const auto x = decodeBase64Url(jwkText(jwk, "x"));
    const auto y = decodeBase64Url(jwkText(jwk, "y"));
    if (!x || !y || x->size() != CoordinateBytes || y->size() != CoordinateBytes)
        return nullptr;
    const std::string point = '\x04' + *x + *y; // Uncompressed (SEC 1, 2.3.3).
    const ParamBuilder builder(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free);
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1",
                                        0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return nullptr;
    return publicKeyOf("EC", builder.get());
}

/// A key that says what it is for is used for nothing else (RFC 7517 4.2 to 4.4).
bool isForSignatures(const JsonValue &jwk, std::string_view algorithm)
{
    if (jwk.find("use") && jwkText(jwk, "use") != "sig")
        return false;
    if (jwk.find("alg") && jwkText(jwk, "alg") != algorithm)
        return false;
    if (jwk.find("d"))
        return false; // Its private half is known to all.
    const JsonValue *operations = jwk.find("key_ops");
    return !operations ||
           std::any_of(operations->items.begin(), operations->items.end(),
                       [](const JsonValue &operation) { return operation.text == "verify"; });
}

Jwk jwkOf(const JsonValue &jwk)
{
    Jwk key;
    key.kid = jwkText(jwk, "kid");
    const std::string_view type = jwkText(jwk, "kty");
    if (type == "RSA") {
        key.kind = Jwk::Kind::Rsa;
        if (isForSignatures(jwk, algorithmOf(key.kind)))
            key.key = rsaKeyOf(jwk);
    } else if (type == "EC" && jwkText(jwk, "crv") == "P-256") {
        key.kind = Jwk::Kind::P256;
        if (isForSignatures(jwk, algorithmOf(key.kind)))
            key.key = ecKeyOf(jwk);
    }
    return key;
}

/// r and s as OpenSSL wants them; empty when they are not 32 bytes each.
std::string derOf(std::string_view signature)
{
    if (signature.size() != 2 * CoordinateBytes)
        return {};
    BigNumber r = numberOf(signature.substr(0, CoordinateBytes));
    BigNumber s = numberOf(signature.substr(CoordinateBytes));
    const EcSignature pair(ECDSA_SIG_new(), &ECDSA_SIG_free);
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    std::ignore = r.release(); // They are the pair's now.
    std::ignore = s.release();
    unsigned char *bytes = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &bytes);
    if (size <= 0)
        return {};
    std::string der(reinterpret_cast<const char *>(bytes), std::size_t(size));
    OPENSSL_free(bytes);
    return der;
}

bool verifyDigest(const Jwk &key, std::string_view input, std::string_view signature)
{
    const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) ==
               1 &&
           EVP_DigestVerify(context.get(), bytesOf(signature), signature.size(), bytesOf(input),
                            input.size()) == 1;
}

} // namespace

std::string_view algorithmOf(Jwk::Kind kind)
{
    switch (kind) {
    case Jwk::Kind::Rsa:
        return "RS256";
    case Jwk::Kind::P256:
        return "ES256";
    }
    Q_UNREACHABLE();
}

bool isKnownAlgorithm(std::string_view alg)
{
    return alg == algorithmOf(Jwk::Kind::Rsa) || alg == algorithmOf(Jwk::Kind::P256);
}

Result<JwkSet> parseJwkSet(std::string_view json)
{
    const OwnErrors errors;
    const auto value = contract::parseJson(json);
    const JsonValue *list =
        value && value->type == JsonValue::Type::Object ? value->find("keys") : nullptr;
    if (!list || list->type != JsonValue::Type::Array)
        return Error{ErrorCode::InvalidValue, u"this is no set of keys"_s, {}};
    JwkSet keys;
    for (const JsonValue &item : list->items) {
        Jwk key = item.type == JsonValue::Type::Object ? jwkOf(item) : Jwk();
        if (key.key && keys.size() < KeysMax)
            keys.push_back(std::move(key));
    }
    return keys;
}

const Jwk *keyFor(const JwkSet &keys, const Jwt &jwt)
{
    const Jwk *found = nullptr;
    for (const Jwk &key : keys) {
        const bool isMeant = jwt.kid.empty() || key.kid == jwt.kid;
        if (!isMeant || algorithmOf(key.kind) != jwt.alg)
            continue;
        if (found)
            return nullptr;
        found = &key;
    }
    return found;
}

bool verifySignature(std::string_view alg, const Jwk &key, std::string_view input,
                     std::string_view signature)
{
    if (!key.key || alg != algorithmOf(key.kind))
        return false;
    const OwnErrors errors;
    switch (key.kind) {
    case Jwk::Kind::Rsa:
        return signature.size() == std::size_t(EVP_PKEY_get_size(key.key.get())) &&
               verifyDigest(key, input, signature);
    case Jwk::Kind::P256: {
        const std::string der = derOf(signature);
        return !der.empty() && verifyDigest(key, input, der);
    }
    }
    Q_UNREACHABLE();
}

} // namespace tp::auth
