#include "inventory/filterwords.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

QStringList filterWords(const QString& expression)
{
    QStringList words;
    QString word;
    bool isOpen = false;
    for (const QChar c : expression) {
        if (c == u'"')
            isOpen = !isOpen;
        if (c.isSpace() && !isOpen) {
            if (!word.isEmpty())
                words.append(word);
            word.clear();
            continue;
        }
        word += c;
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

QString exactTerm(QStringView field, const QString& value)
{
    if (value.isEmpty())
        return u"-%1:?*"_s.arg(field);
    QString pattern = value;
    for (QChar& c : pattern)
        if (u"*?[]\\^$(\""_s.contains(c))
            c = u'?';
    const bool hasSpace = std::ranges::any_of(pattern, [](QChar c) { return c.isSpace(); });
    return hasSpace ? u"%1:\"%2\""_s.arg(field, pattern) : u"%1:%2"_s.arg(field, pattern);
}

QString withChoice(const QString& expression, const QStringList& terms, const QString& chosen)
{
    QStringList words = filterWords(expression);
    words.removeIf([&](const QString& word) { return terms.contains(word); });
    if (!chosen.isEmpty())
        words.append(chosen);
    return words.join(u' ');
}

QString choiceIn(const QString& expression, const QStringList& terms)
{
    const QStringList words = filterWords(expression);
    const auto found = std::ranges::find_if(words, [&](const QString& word) { return terms.contains(word); });
    return found == words.end() ? QString() : *found;
}

} // namespace slipway
