#pragma once

#include <QString>
#include <QStringList>

namespace slipway
{

/// The words of a filter's text as they were typed, quotes and sign included.
[[nodiscard]] QStringList filterWords(const QString& expression);

/// A term that a value is exactly this: quoted where it has spaces, with `?` for what a glob or a quote would take
/// otherwise. Of an empty value the term that finds it (`-hub:?*`).
[[nodiscard]] QString exactTerm(QStringView field, const QString& value);

/// The text with one of several terms that exclude one another: the others go, `chosen` comes last. An empty one: none
/// of them is left.
[[nodiscard]] QString withChoice(const QString& expression, const QStringList& terms, const QString& chosen);

/// Which of these terms stands in the text; empty if none does.
[[nodiscard]] QString choiceIn(const QString& expression, const QStringList& terms);

} // namespace slipway
