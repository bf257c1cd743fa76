#include "app/session/debuginfo.h"

#include "core/errortext.h"
#include "core/redact.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <curl/curl.h>
#include <sqlite3.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The scheme, host and port of a proxy, whatever stands before its last @. libcurl takes one without a scheme too.
QString proxyPlace(const QString& value)
{
    static const QRegularExpression kScheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    const auto scheme = kScheme.match(value);
    const QString place = value.sliced(scheme.capturedLength());
    return scheme.captured() + place.sliced(place.lastIndexOf(u'@') + 1).section(u'/', 0, 0);
}

/// Those libcurl looks at, in its order (its manual, "ENVIRONMENT"; HTTP_PROXY in capitals is not among them).
QString proxyText()
{
    QStringList proxies;
    for (const char* name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"})
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            proxies.append(QString::fromLatin1(name) + u' ' + proxyPlace(value));
    return proxies.isEmpty() ? u"none"_s : proxies.join(u", "_s);
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? u"none"_s : redact(text);
}

/// "true", "60", "dark", "[80,100]".
QString valueText(const QJsonValue& value)
{
    if (value.isString())
        return orNone(value.toString());
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return redact(QString::fromUtf8(list.sliced(1, list.size() - 2)));
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

DebugSection keptSettings(const SettingsFile& file)
{
    DebugSection section{u"window"_s, {{u"file"_s, file.path()}}};
    const auto read = file.look();
    if (!read) {
        section.fields.append({u"error"_s, redact(errorLine(read.error()))});
        return section;
    }
    section.fields.append({u"problems"_s, static_cast<qint64>(read->problems.size())});
    const QJsonObject document = settingsDocument(read->settings);
    for (auto part = document.begin(); part != document.end(); ++part) {
        const QJsonObject values = part.value().toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            section.fields.append({part.key() + u'.' + value.key(), valueText(value.value())});
    }
    return section;
}

QString debugText(const DebugInfo& info)
{
    QString text;
    for (const auto& section : info) {
        text += (text.isEmpty() ? QString() : u"\n"_s) + section.name + u'\n';
        const auto longest = std::ranges::max(section.fields, {}, [](const auto& field) { return field.first.size(); });
        const auto width = std::max(qsizetype(16), longest.first.size() + 2);
        for (const auto& [name, value] : section.fields)
            text += u"  "_s + name.leftJustified(width) + value.toVariant().toString() + u'\n';
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
