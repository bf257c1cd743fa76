#include "models/listtext.h"

#include <optional>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString listItem(const QString& item)
{
    const bool isPlain = !item.isEmpty() && item.trimmed() == item && !item.contains(u',') && !item.startsWith(u'"');
    return isPlain ? item : u'"' + QString(item).replace(u'"', u"\"\""_s) + u'"';
}

/// The item in quotes that begins at `at`, which is behind it afterwards; nullopt if no comma and no end follows its
/// quotes: what is being typed swallows nothing of what follows.
std::optional<QString> quotedItem(const QString& text, qsizetype& at)
{
    QString item;
    for (qsizetype next = at + 1; next < text.size(); ++next) {
        if (text[next] != u'"') {
            item += text[next];
        } else if (next + 1 < text.size() && text[next + 1] == u'"') {
            item += u'"';
            ++next;
        } else {
            do
                ++next;
            while (next < text.size() && text[next].isSpace());
            if (next < text.size() && text[next] != u',')
                return std::nullopt;
            at = next;
            return item;
        }
    }
    return std::nullopt;
}

} // namespace

QString listText(const QStringList& items)
{
    QStringList texts;
    texts.reserve(items.size());
    for (const auto& item : items)
        texts.append(listItem(item));
    return texts.join(u", "_s);
}

QStringList listFromText(const QString& text)
{
    QStringList items;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace() || text[at] == u',') {
            ++at;
            continue;
        }
        if (const auto quoted = text[at] == u'"' ? quotedItem(text, at) : std::nullopt) {
            items.append(*quoted);
            continue;
        }
        const qsizetype comma = text.indexOf(u',', at);
        const qsizetype end = comma < 0 ? text.size() : comma;
        const QString item = text.sliced(at, end - at).trimmed();
        at = end;
        items.append(item);
    }
    return items;
}

} // namespace slipway
