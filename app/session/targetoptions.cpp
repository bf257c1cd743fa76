#include "app/session/targetoptions.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Arguments", text);
}

Result<QUrl> readUrl(const QString& text, const QString& option)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isAddress =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (!isAddress || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return failure(ErrorKind::InvalidArgument,
                       tr("--%1 needs a URL such as https://host/path, without user name or query").arg(option),
                       shownUrl(url));
    }
    return url;
}

/// A path as it is, else a name in the data folder.
QString profilePath(const QString& value, const QString& dataFolder)
{
    if (value.isEmpty() || QFileInfo(value).isFile() || value.contains(u'/') || value.endsWith(".yaml"_L1)
        || value.endsWith(".yml"_L1))
        return value;
    return dataFolder + u"/profiles/"_s + value + u".yaml"_s;
}

} // namespace

QList<QCommandLineOption> targetOptions()
{
    return {
        {u"profile"_s, tr("Profile: a YAML file, the name of one in the data folder, or of an account."), u"NAME"_s},
        {u"owner"_s, tr("Organisation or user whose packages are meant."), u"LOGIN"_s},
        {u"demo"_s, tr("Use the embedded demo organisation: northquay or siriusscan."), u"NAME"_s},
        {u"api-url"_s, tr("GitHub's API (default https://api.github.com)."), u"URL"_s},
        {u"registry-url"_s, tr("The container registry (default https://ghcr.io)."), u"URL"_s},
        {u"token-env"_s, tr("Environment variable that holds the token (else SLIPWAY_TOKEN, GH_TOKEN, GITHUB_TOKEN)."),
         u"VAR"_s},
        {u"data-dir"_s, tr("Folder for what is remembered (default ~/.local/share/slipway)."), u"DIR"_s},
        {u"offline"_s, tr("Do not use the network: what was read last is shown.")},
        {u"now"_s, tr("Take this for the present time (ISO 8601)."), u"TIME"_s},
    };
}

Result<Target> readTarget(const QCommandLineParser& parser)
{
    Target target;
    target.demo = parser.value(u"demo"_s);
    target.owner = parser.value(u"owner"_s);
    if (parser.isSet(u"data-dir"_s) && parser.value(u"data-dir"_s).isEmpty())
        return failure(ErrorKind::InvalidArgument, tr("--data-dir needs a folder"));
    target.dataFolder =
        parser.isSet(u"data-dir"_s) ? QDir(parser.value(u"data-dir"_s)).absolutePath() : defaultDataFolder();
    target.profilePath = profilePath(parser.value(u"profile"_s), target.dataFolder);
    if (target.profilePath != parser.value(u"profile"_s))
        target.accountName = parser.value(u"profile"_s);
    const QByteArray apiVersion = qgetenv("SLIPWAY_API_VERSION");
    if (!apiVersion.isEmpty())
        target.apiVersion = apiVersion;
    target.isOffline = parser.isSet(u"offline"_s);
    target.token = tokenFromEnvironment(parser.value(u"token-env"_s));
    for (const auto& [option, url] :
         {std::pair{u"api-url"_s, &target.apiUrl}, std::pair{u"registry-url"_s, &target.registryUrl}}) {
        if (!parser.isSet(option))
            continue;
        const auto read = readUrl(parser.value(option), option);
        if (!read)
            return std::unexpected(read.error());
        *url = *read;
    }
    if (parser.isSet(u"now"_s)) {
        const auto now = QDateTime::fromString(parser.value(u"now"_s), Qt::ISODate);
        if (!now.isValid())
            return failure(ErrorKind::InvalidArgument, tr("--now needs a time such as 2025-11-21T14:32:00Z"),
                           parser.value(u"now"_s));
        target.clock = Clock(now.toUTC());
    }
    return target;
}

} // namespace slipway
