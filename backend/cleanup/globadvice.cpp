#include "cleanup/globadvice.h"

#include <QRegularExpression>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Of no tag and no package name, and of no glob.
constexpr QStringView kForeign = u"^$+()|{}";
/// The signs of tags and package names: nobody needs a backslash before them, and it does no harm there.
constexpr QStringView kSigns = u".-_/";
/// After these a name has no dot.
constexpr QStringView kBegins = u"-_/";

/// Where the class that begins here ends; the end of the text where it does not.
qsizetype endOfClass(QStringView pattern, qsizetype at)
{
    qsizetype end = at + 1;
    if (end < pattern.size() && (pattern[end] == u'!' || pattern[end] == u'^'))
        ++end;
    for (const qsizetype first = end; end < pattern.size() && (pattern[end] != u']' || end == first);)
        end += pattern[end] == u'\\' ? 2 : 1;
    return std::min(end, pattern.size());
}

/// A backslash before what needs none, a letter for instance, or before what no name has.
bool hasForeignEscape(QStringView part)
{
    for (qsizetype at = part.indexOf(u'\\'); at >= 0 && at + 1 < part.size(); at = part.indexOf(u'\\', at + 2)) {
        if (!kSigns.contains(part[at + 1]))
            return true;
    }
    return false;
}

/// `.*` where no name has a dot.
bool isAnythingAt(QStringView pattern, qsizetype at)
{
    return pattern.sliced(at).startsWith(u".*") && (at == 0 || kBegins.contains(pattern[at - 1]));
}

bool isRegularExpression(QStringView pattern)
{
    if (hasForeignEscape(pattern))
        return true;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar c = pattern[at];
        if (c == u'[')
            at = endOfClass(pattern, at);
        else if (c == u'\\')
            ++at;
        else if (kForeign.contains(c) || isAnythingAt(pattern, at))
            return true;
    }
    return false;
}

} // namespace

std::optional<QString> globInsteadOf(const QString& pattern)
{
    if (!isRegularExpression(pattern))
        return std::nullopt;
    struct Way {
        QRegularExpression from;
        QString to;
    };
    const auto way = [](const QString& from, const QString& to) { return Way{QRegularExpression(from), to}; };
    static const std::array ways{
        way(u"^\\^|\\$$"_s, {}),         way(uR"(\\d(?=[^\[\]]*\]))"_s, u"0-9"_s), // in a class
        way(uR"(\\d\+)"_s, u"[0-9]*"_s), way(uR"((\.|\\[dw])\*|(\.|\\w)\+)"_s, u"*"_s), way(uR"(\\d)"_s, u"[0-9]"_s),
        way(uR"(\\w)"_s, u"?"_s),        way(uR"(\\([-._/]))"_s, uR"(\1)"_s),           way(uR"(\[\^)"_s, u"[!"_s),
        way(uR"(\]\+)"_s, u"]*"_s),
    };
    QString glob = pattern;
    for (const auto& [from, to] : ways)
        glob.replace(from, to);
    return glob.isEmpty() || isRegularExpression(glob) ? QString() : glob;
}

} // namespace slipway
