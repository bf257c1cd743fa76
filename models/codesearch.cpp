#include "models/codesearch.h"

#include <algorithm>
#include <limits>

namespace slipway
{

CodeSearch::CodeSearch(CodeContent content, const QString& text)
    : m_content(std::move(content))
    , m_length(text.size())
{
    const bool hasCapital = std::ranges::any_of(text, [](QChar c) { return c.isUpper(); });
    m_matcher = QStringMatcher(text, hasCapital ? Qt::CaseSensitive : Qt::CaseInsensitive);
    if (text.isEmpty())
        m_row = m_content.rowCount();
}

void CodeSearch::advance(qsizetype characters)
{
    while (characters > 0 && !isDone()) {
        const QStringView line = m_content.text(m_row);
        // A part of a very long line, with what an occurrence that begins in it may reach beyond.
        const qsizetype part = std::min(line.size() - m_at, characters);
        const qsizetype room = std::min(line.size() - m_at, part + m_length - 1);
        const QStringView looked = line.sliced(m_at, room);
        qsizetype next = 0;
        for (qsizetype at = m_matcher.indexIn(looked); at >= 0 && at < part; at = m_matcher.indexIn(looked, next)) {
            if (m_matches.found.size() == kMostMatches) {
                m_matches.isCut = true;
                m_row = m_content.rowCount();
                return;
            }
            m_matches.found.push_back({m_row, {m_at + at, m_length}});
            next = at + m_length;
        }
        m_at += std::max(part, next);
        characters -= part + 1; // a row without text takes its time as well
        if (m_at >= line.size()) {
            m_at = 0;
            ++m_row;
        }
    }
}

CodeMatches findInCode(const CodeContent& content, const QString& text)
{
    CodeSearch search(content, text);
    search.advance(std::numeric_limits<qsizetype>::max());
    return search.matches();
}

} // namespace slipway
