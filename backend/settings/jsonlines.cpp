#include "settings/jsonlines.h"

namespace slipway
{

namespace
{

constexpr QByteArrayView kScalarEnds = ",]} \t\r\n";

} // namespace

JsonLines::JsonLines(QByteArrayView text)
    : m_text(text)
{
    readValue({});
}

void JsonLines::skipSpace()
{
    for (; next() == ' ' || next() == '\t' || next() == '\r' || next() == '\n'; ++m_at)
        m_line += next() == '\n' ? 1 : 0;
}

void JsonLines::skipString()
{
    for (++m_at; m_at < m_text.size() && next() != '"'; ++m_at)
        m_at += next() == '\\' ? 1 : 0;
    ++m_at;
}

void JsonLines::readValue(const QString& path)
{
    skipSpace();
    m_lines.insert(path, m_line);
    if (next() == '{') {
        readMembers(path);
    } else if (next() == '[') {
        readElements();
    } else if (next() == '"') {
        skipString();
    } else {
        while (m_at < m_text.size() && !kScalarEnds.contains(next()))
            ++m_at;
    }
}

void JsonLines::readMembers(const QString& path)
{
    ++m_at;
    for (skipSpace(); m_at < m_text.size() && next() != '}'; skipSpace()) {
        const qsizetype begin = m_at + 1;
        skipString();
        const QString name = QString::fromUtf8(m_text.sliced(begin, m_at - 1 - begin));
        skipSpace();
        ++m_at; // the colon
        readValue(path.isEmpty() ? name : path + u'.' + name);
        skipSpace();
        m_at += next() == ',' ? 1 : 0;
    }
    ++m_at;
}

/// An element has the path of nothing: what is wrong with one is told of the array.
void JsonLines::readElements()
{
    const QHash<QString, int> known = m_lines;
    ++m_at;
    for (skipSpace(); m_at < m_text.size() && next() != ']'; skipSpace()) {
        readValue({});
        skipSpace();
        m_at += next() == ',' ? 1 : 0;
    }
    ++m_at;
    m_lines = known;
}

} // namespace slipway
