// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/tlscredentials.h"

#include "backend/http/log.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace tp::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PemBytesMax = 1024 * 1024;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using PrivateKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Error tlsError(const QString &detail)
{
    return {ErrorCode::InvalidValue, detail, {}};
}

Result<QByteArray> readPem(const QString &path, const QString &what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tlsError(u"The %1 %2 cannot be read: %3"_s.arg(what, path, file.errorString()));
    return file.read(PemBytesMax);
}

Bio memoryOf(const QByteArray &pem)
{
    return {BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free};
}

/// A passphrase is never asked for: nobody sits in front of a backend.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

Result<void> checkPair(const QByteArray &chainPem, const QByteArray &keyPem,
                       const QString &certificateFile, const QString &keyFile)
{
    const Bio chainBio = memoryOf(chainPem);
    const Certificate certificate(PEM_read_bio_X509(chainBio.get(), nullptr, nullptr, nullptr),
                                  &X509_free);
    if (!certificate)
        return tlsError(
            u"The TLS certificate %1 is not a certificate in PEM form"_s.arg(certificateFile));
    const Bio keyBio = memoryOf(keyPem);
    const PrivateKey key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, &noPassphrase, nullptr),
                         &EVP_PKEY_free);
    if (!key)
        return tlsError(
            u"The TLS key %1 is not a private key in PEM form without a passphrase"_s.arg(keyFile));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return tlsError(u"The TLS key %1 does not belong to the certificate %2"_s.arg(
            keyFile, certificateFile));
    const int kind = EVP_PKEY_base_id(key.get());
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return tlsError(u"The TLS key %1 must be an RSA or an EC key"_s.arg(keyFile));
    return {};
}

QSslKey qtKey(const QByteArray &pem)
{
    const QSslKey rsa(pem, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
}

} // namespace

Result<QSslConfiguration> loadTlsCredentials(const QString &certificateFile, const QString &keyFile)
{
    if (certificateFile.isEmpty() || keyFile.isEmpty())
        return tlsError(u"TLS needs both a certificate and its key"_s);
    TP_TRY(const QByteArray chainPem, readPem(certificateFile, u"TLS certificate"_s));
    TP_TRY(const QByteArray keyPem, readPem(keyFile, u"TLS key"_s));
    TP_CHECK(checkPair(chainPem, keyPem, certificateFile, keyFile));
    if (!QSslSocket::supportsSsl())
        return tlsError(u"TLS is not available: Qt found no OpenSSL on this machine"_s);

    const QList<QSslCertificate> chain = QSslCertificate::fromData(chainPem, QSsl::Pem);
    const QSslKey key = qtKey(keyPem);
    if (chain.isEmpty() || key.isNull())
        return tlsError(
            u"The TLS certificate %1 or its key %2 cannot be used"_s.arg(certificateFile, keyFile));
    if (chain.first().expiryDate() < QDateTime::currentDateTimeUtc())
        qCWarning(httpLog).noquote().nospace()
            << "the TLS certificate has expired file=" << certificateFile;

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({"http/1.1"_qba});
    return configuration;
}

} // namespace tp::http
