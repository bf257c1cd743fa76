#pragma once

#include <QString>

class QWidget;

namespace slipway
{

/// What a person copied, in a word.
enum class Copied { Text, Csv, Markdown, Lines, Digest, Digests, Names, Config, File };

/// Puts `text` on the clipboard and says so in the window of `from`. Nothing where there is no text: what was there
/// before stays.
void copyAndTell(QWidget& from, const QString& text, Copied what);

} // namespace slipway
