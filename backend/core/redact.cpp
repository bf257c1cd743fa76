#include "core/redact.h"

#include <QRegularExpression>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QRegularExpression compiled(const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption
                                                     | QRegularExpression::DotMatchesEverythingOption);
    expression.optimize();
    return expression;
}

/// What a pattern finds is cut out, after its \K where it has one.
const auto& patterns()
{
    static const QString kNames = u"(?:[a-z_-]*token|password|passwd|(?:client_)?secret|sig|(?:x-amz-)?signature)"_s;
    static const std::array list{
        compiled(u"\\b(?:gh[pousr]_[a-z0-9_]{6,}|github_pat_[a-z0-9_]{6,})"_s),
        compiled(u"\\beyJ[a-z0-9_-]+\\.[a-z0-9_-]+\\.[a-z0-9_-]*"_s),
        compiled(u"\\bbearer \\K[^\\s\"',]+"_s),
        compiled(u"\\bbasic \\K[a-z0-9+/=]{4,}"_s),
        compiled(u"\\bauthorization: token \\K[^\\s\"',]+"_s),
        compiled(u"://\\K[^/\\s@\"]+(?=@)"_s),
        compiled(u"[?&]"_s + kNames + u"=\\K[^&\\s\"'#]+"_s),
        compiled(u"\""_s + kNames + u"\\\\?\" *: *\\\\?\"\\K[^\"\\\\]+"_s),
        compiled(u"\\b(?:set-)?cookie: \\K[^\r\n\"]+"_s),
        compiled(u"-----BEGIN [A-Z ]*PRIVATE KEY-----\\K.+?(?=-----END|$)"_s),
    };
    return list;
}

} // namespace

QString redact(QString text)
{
    for (const auto& pattern : patterns())
        text.replace(pattern, u"[redacted]"_s);
    return text;
}

QString shownUrl(const QUrl& url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace slipway
