#include "cleanup/policyplaces.h"

#include <algorithm>

namespace slipway
{

namespace
{

bool isCommentAt(const QByteArray& text, qsizetype at)
{
    return text[at] == '#' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n');
}

} // namespace

PolicyPlaces::PolicyPlaces(QByteArray yaml)
    : m_text(std::move(yaml))
    , m_root(YAML::Load(m_text.toStdString()))
{
}

YAML::Node PolicyPlaces::node(const QStringList& path) const
{
    YAML::Node at = m_root;
    for (const QString& step : path) {
        YAML::Node next(YAML::NodeType::Undefined);
        if (at.IsSequence() && step.toULongLong() < at.size())
            next.reset(at[static_cast<std::size_t>(step.toULongLong())]);
        else if (at.IsMap() && at[step.toStdString()])
            next.reset(at[step.toStdString()]);
        if (!next.IsDefined())
            return next;
        at.reset(next);
    }
    return at;
}

bool PolicyPlaces::has(const QStringList& path) const
{
    return node(path).IsDefined();
}

qsizetype PolicyPlaces::lineStart(qsizetype at) const
{
    return at == 0 ? 0 : m_text.lastIndexOf('\n', at - 1) + 1;
}

qsizetype PolicyPlaces::lineEnd(qsizetype at) const
{
    const qsizetype end = m_text.indexOf('\n', at);
    if (end < 0)
        return m_text.size();
    return end > at && m_text[end - 1] == '\r' ? end - 1 : end;
}

/// yaml-cpp counts lines and columns from 0, and skips a byte order mark.
qsizetype PolicyPlaces::offset(const YAML::Mark& mark) const
{
    qsizetype start = 0;
    for (int line = 0; line < mark.line; ++line) {
        const qsizetype end = m_text.indexOf('\n', start);
        if (end < 0)
            return m_text.size();
        start = end + 1;
    }
    if (mark.line == 0 && m_text.startsWith("\xEF\xBB\xBF"))
        start += 3;
    return std::min<qsizetype>(start + mark.column, m_text.size());
}

qsizetype PolicyPlaces::keyStart(const QStringList& path) const
{
    const YAML::Node parent = node(path.first(path.size() - 1));
    for (const auto& entry : parent)
        if (entry.first.Scalar() == path.last().toStdString())
            return offset(entry.first.Mark());
    return m_text.size();
}

bool PolicyPlaces::isFlow(const QStringList& path) const
{
    const qsizetype start = value(path).start;
    return start < m_text.size() && (m_text[start] == '[' || m_text[start] == '{');
}

bool PolicyPlaces::isInFlow(const QStringList& path) const
{
    return !path.isEmpty() && isFlow(path.first(path.size() - 1));
}

TextStretch PolicyPlaces::value(const QStringList& path) const
{
    const YAML::Node found = node(path);
    if (found.IsNull()) {
        if (path.isEmpty())
            return {m_text.size(), m_text.size()};
        const qsizetype key = keyStart(path);
        const qsizetype colon = key >= m_text.size() ? m_text.size() : m_text.indexOf(':', key) + 1;
        return {colon, colon};
    }
    const qsizetype start = offset(found.Mark());
    if (start >= m_text.size())
        return {start, start};
    const char first = m_text[start];
    if (first == '"' || first == '\'') {
        if (!found.IsMap())
            return {start, endOfQuoted(start)};
    } else if (first == '[' || first == '{') {
        return {start, endOfBrackets(start)};
    }
    if (found.IsScalar())
        return {start, endOfPlain(start, isInFlow(path))};
    return {start, endOfBlock(start, found.IsSequence())};
}

TextStretch PolicyPlaces::entry(const QStringList& path) const
{
    TextStretch stretch = value(path);
    if (node(path.first(path.size() - 1)).IsMap())
        stretch.start = keyStart(path);
    return stretch;
}

qsizetype PolicyPlaces::endOfQuoted(qsizetype start) const
{
    const char quote = m_text[start];
    for (qsizetype at = start + 1; at < m_text.size(); ++at) {
        const bool isDoubled = quote == '\'' && at + 1 < m_text.size() && m_text[at + 1] == quote;
        if ((quote == '"' && m_text[at] == '\\') || (m_text[at] == quote && isDoubled))
            ++at;
        else if (m_text[at] == quote)
            return at + 1;
    }
    return m_text.size();
}

qsizetype PolicyPlaces::endOfBrackets(qsizetype start) const
{
    int depth = 0;
    for (qsizetype at = start; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (c == '"' || c == '\'') {
            // Within a plain text a quote is a letter.
            if (QByteArrayView(" ,[{:\n").contains(m_text[at - 1]))
                at = endOfQuoted(at) - 1;
        } else if (isCommentAt(m_text, at)) {
            at = lineEnd(at) - 1;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return at + 1;
        }
    }
    return m_text.size();
}

/// All lines as far in as the first, or further; of a list as far in only those with a dash.
qsizetype PolicyPlaces::endOfBlock(qsizetype start, bool isList) const
{
    const qsizetype indent = column(start);
    qsizetype end = lineEnd(start);
    for (qsizetype line = m_text.indexOf('\n', start) + 1; line > 0 && line < m_text.size();
         line = m_text.indexOf('\n', line) + 1) {
        qsizetype first = line;
        while (first < m_text.size() && m_text[first] == ' ')
            ++first;
        const bool isBlank = first >= m_text.size() || QByteArrayView("\r\n#").contains(m_text[first]);
        if (isBlank)
            continue;
        const qsizetype here = first - line;
        if (here < indent || (here == indent && isList && m_text[first] != '-'))
            break;
        end = lineEnd(line);
    }
    return end;
}

qsizetype PolicyPlaces::endOfPlain(qsizetype start, bool isInFlow) const
{
    qsizetype end = start;
    const qsizetype last = lineEnd(start);
    while (end < last && !isCommentAt(m_text, end) && !(isInFlow && QByteArrayView(",]}").contains(m_text[end])))
        ++end;
    while (end > start && (m_text[end - 1] == ' ' || m_text[end - 1] == '\t'))
        --end;
    return end;
}

} // namespace slipway
