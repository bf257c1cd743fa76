#include "models/listtext.h"

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

/// The item in quotes that begins at `at`, which is behind it afterwards.
QString quotedItem(const QString& text, qsizetype& at)
{
    QString item;
    for (++at; at < text.size(); ++at) {
        if (text[at] != u'"') {
            item += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == u'"') {
            item += u'"';
            ++at;
        } else {
            ++at;
            break;
        }
    }
    return item;
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
        const bool isQuoted = text[at] == u'"';
        QString item = isQuoted ? quotedItem(text, at) : QString();
        // What stands behind the quotes belongs to it, as it is being typed.
        const qsizetype comma = text.indexOf(u',', at);
        const qsizetype end = comma < 0 ? text.size() : comma;
        item += text.sliced(at, end - at).trimmed();
        at = end;
        items.append(item);
    }
    return items;
}

} // namespace slipway
