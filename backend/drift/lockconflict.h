#pragma once

#include <QByteArray>

#include <optional>

namespace slipway
{

/// The line, counted from 1, of the first marker a merge of git has left in a text (`<<<<<<< `); nullopt without one.
/// No JSON text has such a line: strings do not span lines.
[[nodiscard]] std::optional<int> conflictLine(const QByteArray& text);

/// Both sides of a text with such markers, whole.
struct ConflictSides final {
    QByteArray ours;
    QByteArray theirs;
};

/// nullopt for a text without markers or with markers in no order. What `diff3` shows of the common ancestor is left
/// out.
[[nodiscard]] std::optional<ConflictSides> conflictSides(const QByteArray& text);

} // namespace slipway
