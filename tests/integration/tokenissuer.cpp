#include "integration/tokenissuer.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QUrlQuery>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kService = "slipway-registry"_L1;
constexpr auto kIssuer = "slipway-issuer"_L1;

QByteArray runOpenssl(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("openssl: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray part(const QJsonObject& object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The user whose secret came with the request; empty for anybody else.
QString userOf(const Received& request)
{
    const auto authorization = request.header("Authorization");
    if (!authorization.startsWith("Basic "))
        return {};
    const auto pair = QString::fromUtf8(QByteArray::fromBase64(authorization.sliced(6)));
    const QString user = pair.section(u':', 0, 0);
    const bool isKnown = user == "publisher"_L1 || user == "reader"_L1;
    return isKnown && pair.section(u':', 1) == TokenIssuer::kSecret ? user : QString();
}

/// What a user gets of "repository:NAME:pull,push", as the member `access` of the token.
QJsonArray accessOf(const QString& user, const QString& scope)
{
    const QString name = scope.section(u':', 1, -2);
    const QStringList asked = scope.section(u':', -1).split(u',', Qt::SkipEmptyParts);
    QJsonArray actions;
    for (const auto& action : asked) {
        if (user == "publisher"_L1 || (name == TokenIssuer::kReadable && action == "pull"_L1))
            actions.append(action);
    }
    if (actions.isEmpty())
        return {};
    return {QJsonObject{{u"type"_s, u"repository"_s}, {u"name"_s, name}, {u"actions"_s, actions}}};
}

} // namespace

TokenIssuer::TokenIssuer()
{
    runOpenssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"1"_s, u"-subj"_s,
                u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                m_folder.filePath(u"key"_s), u"-out"_s, m_folder.filePath(u"certificate"_s)});
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate());
    configuration.setPrivateKey(QSslKey(read(u"key"_s), QSsl::Rsa));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    m_server = std::make_unique<LocalServer>([this](const Received& request) { answer(request); }, std::move(server));
}

QByteArray TokenIssuer::registryAuth() const
{
    return u"{token: {realm: \"%1\", service: \"%2\", issuer: \"%3\", rootcertbundle: \"%4\"}}"_s
        .arg(m_server->url(u"/token"_s, u"https"_s).toString(), kService, kIssuer, m_folder.filePath(u"certificate"_s))
        .toUtf8();
}

QSslCertificate TokenIssuer::certificate() const
{
    return QSslCertificate(read(u"certificate"_s));
}

void TokenIssuer::answer(const Received& request)
{
    const QUrlQuery query(QUrl::fromEncoded(request.target));
    const QString scope = query.queryItemValue(u"scope"_s, QUrl::FullyDecoded);
    m_scopes.append(scope);
    const QString user = userOf(request);
    const QList<HttpHeader> json{{"Content-Type"_ba, "application/json"_ba}};
    if (user.isEmpty() || query.queryItemValue(u"service"_s) != kService) {
        reply(request, 401, R"({"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]})", json);
        return;
    }
    const QJsonObject body{{u"token"_s, QString::fromLatin1(token(user, scope))},
                           {u"expires_in"_s, static_cast<qint64>(m_lifetime.count())}};
    reply(request, 200, QJsonDocument(body).toJson(), json);
}

/// A JWT that carries its certificate (`x5c`), which the registry finds in its `rootcertbundle`.
QByteArray TokenIssuer::token(const QString& user, const QString& scope) const
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject header{{u"typ"_s, u"JWT"_s},
                             {u"alg"_s, u"RS256"_s},
                             {u"x5c"_s, QJsonArray{QString::fromLatin1(certificate().toDer().toBase64())}}};
    const QJsonObject claims{{u"iss"_s, kIssuer},
                             {u"sub"_s, user},
                             {u"aud"_s, kService},
                             {u"nbf"_s, now - 600},
                             {u"iat"_s, now - 600},
                             {u"exp"_s, now + static_cast<qint64>(m_lifetime.count())},
                             {u"access"_s, accessOf(user, scope)}};
    const QByteArray text = part(header) + '.' + part(claims);
    return text + '.' + base64Url(signature(text));
}

QByteArray TokenIssuer::signature(const QByteArray& text) const
{
    return runOpenssl({u"dgst"_s, u"-sha256"_s, u"-sign"_s, m_folder.filePath(u"key"_s)}, text);
}

QByteArray TokenIssuer::read(const QString& name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll();
}

} // namespace slipway::test
