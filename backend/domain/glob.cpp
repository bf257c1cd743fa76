#include "domain/glob.h"

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Length of the pattern element at `at`: one character, an escaped one, or a whole class.
qsizetype elementLength(QStringView pattern, qsizetype at)
{
    if (pattern[at] == u'\\')
        return 2;
    if (pattern[at] != u'[')
        return 1;
    qsizetype end = at + 1;
    if (end < pattern.size() && pattern[end] == u'!')
        ++end;
    const qsizetype first = end; // a closing bracket right after the opening one is a member
    while (end < pattern.size() && (pattern[end] != u']' || end == first))
        end += pattern[end] == u'\\' ? 2 : 1;
    return end - at + 1;
}

bool classContains(QStringView members, QChar c)
{
    const bool negated = members.startsWith(u'!');
    if (negated)
        members = members.sliced(1);
    bool found = false;
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members[i] == u'\\' && i + 1 < members.size())
            ++i;
        if (i + 2 < members.size() && members[i + 1] == u'-') {
            found = found || (members[i] <= c && c <= members[i + 2]);
            i += 2;
        } else {
            found = found || members[i] == c;
        }
    }
    return found != negated;
}

bool elementMatches(QStringView element, QChar c)
{
    if (element[0] == u'?')
        return true;
    if (element[0] == u'\\')
        return element[1] == c;
    if (element[0] == u'[')
        return classContains(element.sliced(1, element.size() - 2), c);
    return element[0] == c;
}

} // namespace

Glob::Glob(QString pattern)
    : m_pattern(std::move(pattern))
{
    const auto isLiteral = [](QChar c) { return c != u'*' && c != u'?' && c != u'['; };
    QString beginning;
    qsizetype at = 0;
    for (; at < m_pattern.size() && isLiteral(m_pattern[at]); ++at) {
        at += m_pattern[at] == u'\\' ? 1 : 0;
        beginning += m_pattern[at];
    }
    m_beginning = beginning.toUtf8();
    const auto rest = QStringView(m_pattern).sliced(at);
    const bool isAnything = std::ranges::all_of(rest, [](QChar c) { return c == u'*'; });
    m_rest = rest.isEmpty() ? Rest::Nothing : isAnything ? Rest::Anything : Rest::Pattern;
}

Result<Glob> Glob::parse(const QString& pattern)
{
    for (qsizetype at = 0; at < pattern.size();) {
        const QChar c = pattern[at];
        if (c == u'^' || c == u'$' || c == u'(') {
            return failure(ErrorKind::InvalidArgument, pattern,
                           u"this is a regular expression; a glob is wanted here (* ? [abc])"_s);
        }
        if (c == u'[' && at + 1 < pattern.size() && pattern[at + 1] == u'^')
            return failure(ErrorKind::InvalidArgument, pattern, u"a class is negated by [!…], not by [^…]"_s);
        const qsizetype length = elementLength(pattern, at);
        if (at + length > pattern.size()) {
            return failure(ErrorKind::InvalidArgument, pattern,
                           c == u'[' ? u"the character class is not closed"_s : u"nothing follows the backslash"_s);
        }
        at += length;
    }
    return Glob(pattern);
}

/// Linear backtracking to the last star: never exponential.
bool Glob::matches(QStringView text) const
{
    const QStringView pattern = m_pattern;
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype afterStar = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            afterStar = ++p;
            starText = t;
            continue;
        }
        const qsizetype length = p < pattern.size() ? elementLength(pattern, p) : 0;
        if (length > 0 && elementMatches(pattern.sliced(p, length), text[t])) {
            p += length;
            ++t;
        } else if (afterStar >= 0) {
            p = afterStar;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

bool Glob::matches(QByteArrayView utf8) const
{
    const qsizetype length = m_beginning.size();
    if (utf8.size() < length || !std::equal(m_beginning.cbegin(), m_beginning.cend(), utf8.begin()))
        return false;
    if (m_rest != Rest::Pattern)
        return m_rest == Rest::Anything || utf8.size() == length;
    // Registries allow tags of 128 letters, digits and signs: those need no string of their own.
    std::array<char16_t, 128> wide{};
    const bool isPlain = std::ranges::none_of(utf8, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (!isPlain || static_cast<size_t>(utf8.size()) > wide.size())
        return matches(QString::fromUtf8(utf8));
    std::ranges::transform(utf8, wide.begin(), [](char c) { return static_cast<char16_t>(c); });
    return matches(QStringView(wide.data(), utf8.size()));
}

} // namespace slipway
