#pragma once

#include "models/codecontent.h"

#include <QStringMatcher>

namespace slipway
{

/// Beyond so many there is no point in counting.
constexpr std::size_t kMostMatches = 10'000;

struct CodeMatches final {
    std::vector<CodeMatch> found; ///< in order
    bool isCut = false;           ///< there are more
};

/// Looks for every occurrence of a text, whatever its case unless it has a capital letter; in parts, so that who waits
/// for it can do other things in between.
class CodeSearch final
{
public:
    CodeSearch() = default;
    CodeSearch(CodeContent content, const QString& text);

    /// Looks through so many characters more.
    void advance(qsizetype characters);
    [[nodiscard]] bool isDone() const { return m_row >= m_content.rowCount(); }
    [[nodiscard]] const CodeMatches& matches() const { return m_matches; }

private:
    CodeContent m_content;
    qsizetype m_length = 0; ///< of the text
    QStringMatcher m_matcher;
    qsizetype m_row = 0;
    qsizetype m_at = 0; ///< in the row
    CodeMatches m_matches;
};

/// All of it at once.
[[nodiscard]] CodeMatches findInCode(const CodeContent& content, const QString& text);

} // namespace slipway
