#include "app/session/debuginfo.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <curl/curl.h>
#include <sqlite3.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString proxyText()
{
    for (const char* name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"})
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            return QString::fromLatin1(name) + u' ' + shownUrl(QUrl(value));
    return u"none"_s;
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? u"none"_s : redact(text);
}

DebugSection versions()
{
    return {u"versions"_s,
            {{u"slipway"_s, QStringLiteral(SLIPWAY_VERSION)},
             {u"qt"_s, QString::fromLatin1(qVersion())},
             {u"qtBuiltWith"_s, QStringLiteral(QT_VERSION_STR)},
             {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())},
             {u"curl"_s, QString::fromLatin1(curl_version_info(CURLVERSION_NOW)->version)},
             {u"openssl"_s, orNone(QString::fromLatin1(curl_version_info(CURLVERSION_NOW)->ssl_version))},
             {u"system"_s, QSysInfo::prettyProductName()},
             {u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
             {u"processor"_s, QSysInfo::currentCpuArchitecture()},
             {u"compiler"_s, u"GCC "_s + QStringLiteral(__VERSION__)}}};
}

DebugSection paths(const Target& target, const LogOptions& log)
{
    const QString store = target.storePath();
    const qint64 storeBytes = QFileInfo(store).size() + QFileInfo(store + u"-wal"_s).size();
    return {u"paths"_s,
            {{u"program"_s, QCoreApplication::instance() ? QCoreApplication::applicationFilePath() : u"none"_s},
             {u"data"_s, target.dataFolder},
             {u"store"_s, store},
             {u"storeBytes"_s, storeBytes},
             {u"log"_s, log.filePath},
             {u"logBytes"_s, QFileInfo(log.filePath).size()},
             {u"profile"_s, orNone(target.profilePath)}}};
}

DebugSection settings(const Target& target, const LogOptions& log)
{
    return {u"settings"_s,
            {{u"owner"_s, orNone(target.owner)},
             {u"demo"_s, orNone(target.demo)},
             {u"apiUrl"_s, shownUrl(target.apiUrl)},
             {u"registryUrl"_s, shownUrl(target.registryUrl)},
             {u"apiVersion"_s, QString::fromLatin1(target.apiVersion)},
             {u"token"_s, target.token.isEmpty() ? u"none"_s : u"set"_s},
             {u"proxy"_s, proxyText()},
             {u"logLevel"_s, logLevelName(log.level)},
             {u"locale"_s, QLocale().bcp47Name()},
             {u"timeZone"_s, QString::fromLatin1(QTimeZone::systemTimeZoneId())}}};
}

} // namespace

DebugInfo debugInfo(const Target& target, const LogOptions& log)
{
    return {versions(), paths(target, log), settings(target, log)};
}

QString debugText(const DebugInfo& info)
{
    QString text;
    for (const auto& section : info) {
        text += (text.isEmpty() ? QString() : u"\n"_s) + section.name + u'\n';
        for (const auto& [name, value] : section.fields)
            text += u"  "_s + name.leftJustified(16) + value.toVariant().toString() + u'\n';
    }
    return text;
}

QJsonObject debugDocument(const DebugInfo& info)
{
    QJsonObject document;
    for (const auto& section : info) {
        QJsonObject fields;
        for (const auto& [name, value] : section.fields)
            fields.insert(name, value);
        document.insert(section.name, fields);
    }
    return document;
}

} // namespace slipway
