#pragma once

#include <QStringList>

namespace slipway
{

/// A list in one line of text, as it is typed: "latest, v*". An item that a comma or spaces around it would make
/// another stands in quotes, as in a table for spreadsheets: "[a,b]-*" in them is one. What was made here reads as it
/// was.
[[nodiscard]] QString listText(const QStringList& items);
/// The items of such a text, without the spaces around them; what is empty is no item, unless it is in quotes. A quote
/// that is still open ends with the text.
[[nodiscard]] QStringList listFromText(const QString& text);

} // namespace slipway
