#include "registry/authchallenge.h"

#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

std::optional<AuthChallenge> parseAuthChallenge(const QByteArray& header)
{
    const QString text = QString::fromUtf8(header).trimmed();
    if (!text.startsWith("bearer "_L1, Qt::CaseInsensitive))
        return std::nullopt;
    static const QRegularExpression parameter(u"(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))"_s);
    AuthChallenge challenge;
    auto it = parameter.globalMatch(text.sliced(7));
    while (it.hasNext()) {
        const auto match = it.next();
        const QString name = match.captured(1).toLower();
        const QString value = match.hasCaptured(3) ? match.captured(3) : match.captured(2);
        if (name == "realm"_L1)
            challenge.realm = QUrl(value);
        else if (name == "service"_L1)
            challenge.service = value;
        else if (name == "scope"_L1)
            challenge.scope = value;
    }
    if (!challenge.realm.isValid() || challenge.realm.isRelative())
        return std::nullopt;
    return challenge;
}

} // namespace slipway
