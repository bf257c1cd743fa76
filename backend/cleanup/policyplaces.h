#pragma once

#include <QByteArray>
#include <QStringList>

#include <yaml-cpp/yaml.h>

namespace slipway
{

/// A stretch of a text, in bytes.
struct TextStretch final {
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Where the values of a YAML document stand in its text. yaml-cpp tells where a value begins; where it ends is looked
/// for here, as far as values of policies are written: what is written in other ways gives a wrong stretch, and whoever
/// changes it has to read the text again.
class PolicyPlaces final
{
public:
    /// Throws YAML::ParserException.
    explicit PolicyPlaces(QByteArray yaml);

    [[nodiscard]] const QByteArray& text() const { return m_text; }
    [[nodiscard]] const YAML::Node& root() const { return m_root; }
    /// The node a path names; undefined if there is none.
    [[nodiscard]] YAML::Node node(const QStringList& path) const;
    [[nodiscard]] bool has(const QStringList& path) const;

    /// Of the value; where a key has none, the empty stretch behind its colon.
    [[nodiscard]] TextStretch value(const QStringList& path) const;
    /// Of an entry of a map with its key, or of an item of a list without its dash.
    [[nodiscard]] TextStretch entry(const QStringList& path) const;
    /// Whether the value that a path names is written in brackets.
    [[nodiscard]] bool isFlow(const QStringList& path) const;

    [[nodiscard]] qsizetype lineStart(qsizetype at) const;
    /// Where a line ends, before its line feed.
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const;
    /// Spaces from the line's beginning on.
    [[nodiscard]] qsizetype column(qsizetype at) const { return at - lineStart(at); }
    [[nodiscard]] QByteArray lineFeed() const { return m_text.contains("\r\n") ? "\r\n" : "\n"; }

private:
    [[nodiscard]] qsizetype offset(const YAML::Mark& mark) const;
    [[nodiscard]] bool isInFlow(const QStringList& path) const;
    [[nodiscard]] qsizetype keyStart(const QStringList& path) const;
    [[nodiscard]] qsizetype endOfQuoted(qsizetype start) const;
    [[nodiscard]] qsizetype endOfBrackets(qsizetype start) const;
    [[nodiscard]] qsizetype endOfBlock(qsizetype start, bool isList) const;
    [[nodiscard]] qsizetype endOfPlain(qsizetype start, bool isInFlow) const;

    QByteArray m_text;
    YAML::Node m_root;
};

} // namespace slipway
