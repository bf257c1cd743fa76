#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace slipway
{

/// Larger files are refused unread: nobody reads them line by line, and a lock file of ten thousand images has less.
constexpr qint64 kLargestText = 64LL * 1024 * 1024;

/// What the lines of a file end in.
enum class LineEnds : std::uint8_t {
    None,     ///< it has one line at most, without an end
    LineFeed, ///< LF
    Pair,     ///< CRLF, as Windows writes them
    Return,   ///< CR
    Mixed,
};

/// What a file has beside its text.
struct TextForm final {
    LineEnds ends = LineEnds::None;
    bool hasMark = false; ///< it begins with a byte order mark
    /// Of Mixed: what each line ends in, a byte a line, in their order: a LineEnds that is LineFeed, Pair or Return. A
    /// last line without an end has none.
    QByteArray each;

    /// What the line of this number, from 0, ends in; of lines that all end in one way, that, an open last one too. Of
    /// Mixed, None where it has no end.
    [[nodiscard]] LineEnds endOf(qsizetype line) const;

    friend bool operator==(const TextForm&, const TextForm&) = default;
};

/// A file's text as it is shown: lines end in a line feed, whatever they end in in the file; a byte order mark is gone.
struct FileText final {
    QString text;
    TextForm form;

    friend bool operator==(const FileText&, const FileText&) = default;
};

/// Of a text that was made here: its lines end in line feeds.
[[nodiscard]] FileText madeText(QString text);

/// Errors: InvalidFile with `name` as subject and what it is instead, where there is such a place with its line: too
/// large, binary, not UTF-8.
[[nodiscard]] Result<FileText> parseText(const QByteArray& bytes, const QString& name);

/// The same of a file on disk. Errors: also FileAccess, with the system's words; for a folder too.
[[nodiscard]] Result<FileText> loadText(const QString& path);

/// The lines of a text: what follows a last line feed is one only if there is something.
[[nodiscard]] std::vector<QStringView> linesOf(QStringView text);

/// A text that is shown line by line. Never changed once it is made, so that the lines stay where they are.
struct TextLines final {
    QString text;
    std::vector<QStringView> lines; ///< of `text`
    qsizetype longest = 0;          ///< characters of the longest line
    TextForm form;                  ///< of its file

    explicit TextLines(FileText file);
    /// Of a text that was made here.
    explicit TextLines(QString whole);
    /// Its last line has no end.
    [[nodiscard]] bool endsOpen() const { return !text.isEmpty() && !text.endsWith(u'\n'); }
    TextLines(const TextLines&) = delete;
    TextLines& operator=(const TextLines&) = delete;
};
using TextLinesPtr = std::shared_ptr<const TextLines>;

} // namespace slipway
