#pragma once

#include "files/textfile.h"

#include <QColor>
#include <QFutureWatcher>
#include <QObject>

namespace slipway
{

struct Tokens;

/// What a part of a line is; its colour is the theme's.
enum class CodeColor : std::uint8_t { Text, Name, String, Number, Word, Comment, Fault };

struct ColorSpan final {
    int start = 0;
    int length = 0;
    CodeColor color = CodeColor::Text;

    friend bool operator==(const ColorSpan&, const ColorSpan&) = default;
};

using LineColors = std::vector<ColorSpan>;

[[nodiscard]] QColor codeColor(const Tokens& tokens, CodeColor color);

/// The colours of a text's lines, by KSyntaxHighlighting's grammar for the file's name. They are found by a thread of
/// the pool from the first line on; those that are not found yet are plain.
class CodeColors final : public QObject
{
    Q_OBJECT
public:
    explicit CodeColors(QObject* parent = nullptr);
    ~CodeColors() override;

    /// Begins anew. What nobody knows a grammar for stays plain.
    void color(const TextLinesPtr& text, const QString& fileName);
    [[nodiscard]] const LineColors& line(qsizetype line) const;
    /// Whether all lines have been looked at.
    [[nodiscard]] bool isDone() const { return m_isDone; }

Q_SIGNALS:
    /// Lines [first, end) have their colours now.
    void colored(qsizetype first, qsizetype end);
    void done();

private:
    using Part = std::vector<LineColors>;

    void take(int result);

    QFutureWatcher<Part> m_watcher;
    Part m_lines;
    bool m_isDone = true;
};

/// The name of the grammar a file is read by; empty for none.
[[nodiscard]] QString grammarOf(const QString& fileName);

} // namespace slipway
