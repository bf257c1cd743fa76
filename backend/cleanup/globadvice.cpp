#include "cleanup/globadvice.h"

#include "domain/glob.h"

#include <QRegularExpression>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Of no tag and no package name, and of no glob.
constexpr QStringView kForeign = u"^$+()|{}";
/// What these mean after a backslash, a glob does not know.
constexpr QStringView kClasses = u"dDwWsSbB";
/// After these hardly a name has a dot.
constexpr QStringView kBegins = u"-_/.";

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

/// A backslash that makes a class of a letter, or stands before what no name has.
bool hasForeignEscape(QStringView part)
{
    for (qsizetype at = part.indexOf(u'\\'); at >= 0 && at + 1 < part.size(); at = part.indexOf(u'\\', at + 2)) {
        if (kClasses.contains(part[at + 1]) || kForeign.contains(part[at + 1]))
            return true;
    }
    return false;
}

/// `.*` where hardly a name has a dot.
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

/// What may be there or not, or any times, takes more than one glob; so does a class in a class.
bool hasNoGlob(QStringView pattern)
{
    bool isClass = false; // what stands before
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar c = pattern[at];
        if (c == u'?' || (c == u'*' && !isClass))
            return true;
        isClass = c == u'.' || c == u'[';
        if (c == u'[') {
            const qsizetype end = endOfClass(pattern, at);
            const QStringView inside = pattern.sliced(at, end - at);
            for (qsizetype mark = inside.indexOf(u'\\'); mark >= 0; mark = inside.indexOf(u'\\', mark + 2)) {
                const QStringView escaped =
                    inside.sliced(mark + 1).first(std::min(qsizetype(1), inside.size() - mark - 1));
                if (escaped != u"d" && (escaped.isEmpty() || kClasses.contains(escaped)))
                    return true;
            }
            at = end;
        } else if (c == u'\\' && ++at < pattern.size()) {
            isClass = kClasses.contains(pattern[at]);
        }
    }
    return false;
}

} // namespace

std::optional<QString> globInsteadOf(const QString& pattern)
{
    if (!isRegularExpression(pattern))
        return std::nullopt;
    if (hasNoGlob(pattern))
        return QString();
    static const QRegularExpression kEnd(uR"((?<!\\)\$$)"_s);
    const bool isBegun = pattern.startsWith(u'^');
    const bool isEnded = pattern.contains(kEnd);
    struct Way {
        QRegularExpression from;
        QString to;
    };
    const auto way = [](const QString& from, const QString& to) { return Way{QRegularExpression(from), to}; };
    static const std::array ways{
        way(uR"(^\^|(?<!\\)\$$)"_s, {}), way(uR"(\\d(?=[^\[\]]*\]))"_s, u"0-9"_s), // in a class
        way(uR"(\\d\+)"_s, u"[0-9]*"_s), way(uR"((\.|\\[dw])\*|(\.|\\w)\+)"_s, u"*"_s), way(uR"(\\d)"_s, u"[0-9]"_s),
        way(uR"(\\w)"_s, u"?"_s),        way(uR"(\\([-._/]))"_s, uR"(\1)"_s),           way(uR"(\[\^)"_s, u"[!"_s),
        way(uR"(\]\+)"_s, u"]*"_s),
    };
    QString glob = pattern;
    for (const auto& [from, to] : ways)
        glob.replace(from, to);
    if (glob.isEmpty() || isRegularExpression(glob) || !Glob::parse(glob))
        return QString();
    // Of one end that is said the other is open.
    if (isBegun && !isEnded && !glob.endsWith(u'*'))
        glob += u'*';
    if (isEnded && !isBegun && !glob.startsWith(u'*'))
        glob.prepend(u'*');
    return glob;
}

} // namespace slipway
