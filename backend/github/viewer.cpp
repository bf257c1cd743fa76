#include "github/viewer.h"

#include "core/jsonreader.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// An empty header is a token without any scope; a missing one is a token of a kind that has none.
std::optional<QStringList> readScopes(const HttpResponse& response)
{
    const auto isScopes = [](const HttpHeader& header) {
        return header.name.compare("x-oauth-scopes", Qt::CaseInsensitive) == 0;
    };
    const auto header = std::ranges::find_if(response.headers, isScopes);
    if (header == response.headers.end())
        return std::nullopt;
    QStringList scopes;
    const auto parts = header->value.split(',');
    for (const auto& scope : parts) {
        if (const auto name = scope.trimmed(); !name.isEmpty())
            scopes.append(QString::fromLatin1(name));
    }
    return scopes;
}

} // namespace

Result<Viewer> parseViewer(const HttpResponse& response, const QString& subject)
{
    JsonReader reader(response.body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    Viewer viewer;
    viewer.login = reader.root()["login"_L1].string();
    viewer.scopes = readScopes(response);
    viewer.expiresAt = parseTokenExpiry(response.header("github-authentication-token-expiration"));
    return reader.finish(viewer);
}

Greeting greetingOf(const HttpResponse& response)
{
    return {servedAt(response), readScopes(response)};
}

Result<ViewerOrganizations> parseOrganizations(const HttpResponse& response, const QString& subject)
{
    JsonReader reader(response.body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    ViewerOrganizations organizations;
    reader.root().forEach([&organizations](const JsonNode& row) {
        organizations.rows.push_back({row["login"_L1].string(), row["id"_L1].integer(), OwnerKind::Organization});
    });
    organizations.isPartial = response.header("X-GitHub-SSO").startsWith("partial-results");
    return reader.finish(std::move(organizations));
}

QDateTime parseTokenExpiry(const QByteArray& text)
{
    static const QRegularExpression shape(
        u"^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) (?:UTC|([+-])(\\d\\d):?(\\d\\d))$"_s);
    const auto match = shape.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return {};
    auto time = QDateTime::fromString(match.captured(1) + u'T' + match.captured(2), Qt::ISODate);
    time.setTimeZone(QTimeZone::UTC);
    const int seconds = (match.captured(4).toInt() * 60 + match.captured(5).toInt()) * 60;
    return time.addSecs(match.captured(3) == "-"_L1 ? seconds : -seconds);
}

} // namespace slipway
