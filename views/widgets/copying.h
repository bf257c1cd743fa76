#pragma once

#include <QStringList>

class QWidget;

namespace slipway
{

/// What a person copied, in a word. Of lines, digests and names there may be several.
enum class Copied { Text, Csv, Markdown, Line, Digest, Name, Config, File };

/// Puts `text` on the clipboard and says so in the window of `from`, and how many they are: `count`, or as many lines
/// as the text has where it is lines, for a value may have several. Nothing where there is no text: what was there
/// before stays.
void copyAndTell(QWidget& from, const QString& text, Copied what, qsizetype count = 1);
/// Likewise of several, each on a line of its own.
void copyAndTell(QWidget& from, const QStringList& texts, Copied what);

} // namespace slipway
