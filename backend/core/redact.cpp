#include "core/redact.h"

#include <QRegularExpression>

#include <array>

namespace slipway
{

QString redact(QString text)
{
    static const std::array patterns{
        QRegularExpression(QStringLiteral("\\b(?:gh[pousr]_[A-Za-z0-9_]{6,}|github_pat_[A-Za-z0-9_]{6,})")),
        QRegularExpression(QStringLiteral("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*")),
        QRegularExpression(QStringLiteral("(?<=[Bb]earer )[^\\s\"',]+")),
        QRegularExpression(QStringLiteral("(?<=[Bb]asic )[A-Za-z0-9+/=]{4,}")),
        QRegularExpression(QStringLiteral("(?<=[Aa]uthorization: token )[^\\s\"',]+")),
        QRegularExpression(QStringLiteral("(?<=://)[^/\\s@]+:[^/\\s@]*(?=@)")),
        QRegularExpression(QStringLiteral("(?<=[?&](?:token|access_token|password)=)[^&\\s]+")),
    };
    for (const auto& pattern : patterns)
        text.replace(pattern, QStringLiteral("[redacted]"));
    return text;
}

QString shownUrl(const QUrl& url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace slipway
