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

/// A file's text as it is shown: lines end in a line feed, whatever they end in in the file; a byte order mark is gone.
/// Errors: InvalidFile with `name` as subject and what it is instead, where there is such a place with its line: too
/// large, binary, not UTF-8.
[[nodiscard]] Result<QString> parseText(const QByteArray& bytes, const QString& name);

/// The same of a file on disk. Errors: also FileAccess, with the system's words; for a folder too.
[[nodiscard]] Result<QString> loadText(const QString& path);

/// The lines of a text: what follows a last line feed is one only if there is something.
[[nodiscard]] std::vector<QStringView> linesOf(QStringView text);

/// A text that is shown line by line. Never changed once it is made, so that the lines stay where they are.
struct TextLines final {
    QString text;
    std::vector<QStringView> lines; ///< of `text`
    qsizetype longest = 0;          ///< characters of the longest line

    explicit TextLines(QString whole);
    TextLines(const TextLines&) = delete;
    TextLines& operator=(const TextLines&) = delete;
};
using TextLinesPtr = std::shared_ptr<const TextLines>;

} // namespace slipway
