#include "inventory/savedfilters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

SavedFilters SavedFilters::fromJson(const QByteArray& json)
{
    SavedFilters filters;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const auto& entry : entries)
        filters.set(entry["name"_L1].toString(), entry["filter"_L1].toString());
    return filters;
}

QByteArray SavedFilters::toJson() const
{
    QJsonArray entries;
    for (const auto& filter : m_filters)
        entries.append(QJsonObject{{u"name"_s, filter.name}, {u"filter"_s, filter.expression}});
    return QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

void SavedFilters::set(const QString& name, const QString& expression)
{
    const QString plain = name.trimmed();
    const QString text = expression.trimmed();
    if (plain.isEmpty() || text.isEmpty())
        return;
    remove(plain);
    const auto after = std::ranges::find_if(
        m_filters, [&](const SavedFilter& other) { return other.name.compare(plain, Qt::CaseInsensitive) > 0; });
    m_filters.insert(after, {plain, text});
}

void SavedFilters::remove(const QString& name)
{
    std::erase_if(m_filters, [&](const SavedFilter& filter) { return filter.name == name; });
}

} // namespace slipway
