#pragma once

#include "files/textdiff.h"

namespace slipway
{

/// "CRLF", "CR", "mixed line ends"; empty for what nobody wonders at.
[[nodiscard]] QString lineEndsWord(LineEnds ends);

/// What two files differ in beside their lines, a sentence each: what lines end in, a byte order mark at the beginning,
/// no line feed at the end. Empty: nothing.
[[nodiscard]] QStringList formDifferences(const TextDiff& diff);

/// A diff as it is copied: those sentences, then what `diff -u` tells of the lines.
[[nodiscard]] QString copiedDiff(const TextDiff& diff, const QString& leftName, const QString& rightName);

} // namespace slipway
