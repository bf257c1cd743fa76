#include "proposals/markedtext.h"

#include <QRegularExpression>
#include <QUrl>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QRegularExpressionMatch findPart(const QString& text, const QString& name)
{
    // GitHub gives the line ends back as its editor wrote them.
    const QRegularExpression shape(
        u"<!-- slipway:%1 (\\S*) -->\\r?\\n(.*?)\\r?\\n<!-- /slipway:%1 -->"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::DotMatchesEverythingOption);
    return shape.match(text);
}

QString writtenPart(const QString& name, const MarkedPart& part)
{
    const QString key = QString::fromLatin1(QUrl::toPercentEncoding(part.key));
    return u"<!-- slipway:%1 "_s.arg(name) + key + u" -->\n"_s + part.content + u"\n<!-- /slipway:%1 -->"_s.arg(name);
}

} // namespace

std::optional<MarkedPart> markedPart(const QString& text, const QString& name)
{
    const auto match = findPart(text, name);
    if (!match.hasMatch())
        return std::nullopt;
    QString content = match.captured(2);
    content.remove(u'\r');
    return MarkedPart{QUrl::fromPercentEncoding(match.captured(1).toLatin1()), content};
}

QString withMarkedPart(const QString& text, const QString& name, const MarkedPart& part)
{
    const QString written = writtenPart(name, part);
    const auto match = findPart(text, name);
    if (match.hasMatch())
        return text.first(match.capturedStart()) + written + text.sliced(match.capturedEnd());
    return text.isEmpty() ? written : text + u"\n\n"_s + written;
}

} // namespace slipway
