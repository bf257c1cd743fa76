#include "models/logfilter.h"

#include "models/logmodel.h"

#include <QRegularExpression>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

bool LogFilter::isEmpty() const
{
    return text.trimmed().isEmpty() && level == LogLevel::Debug && category.isEmpty();
}

void LogFilterModel::setFilter(const LogFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_wanted.clear();
    m_unwanted.clear();
    static const QRegularExpression kWord(u"(-?)(?:\"([^\"]+)\"?|([^\\s\"]+))|(-)"_s);
    auto words = kWord.globalMatch(filter.text);
    while (words.hasNext()) {
        const auto word = words.next();
        const QString text = word.captured(2) + word.captured(3) + word.captured(4);
        (word.captured(1).isEmpty() ? m_wanted : m_unwanted).append(text);
    }
    invalidateRowsFilter();
}

bool LogFilterModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto* log = static_cast<const LogModel*>(sourceModel());
    const LogEntry& entry = log->entryAt(row);
    if (entry.level < m_filter.level || (!m_filter.category.isEmpty() && entry.category != m_filter.category))
        return false;
    const auto has = [&](const QString& word) {
        return entry.message.contains(word, Qt::CaseInsensitive) || entry.category.contains(word, Qt::CaseInsensitive);
    };
    return std::ranges::all_of(m_wanted, has) && std::ranges::none_of(m_unwanted, has);
}

} // namespace slipway
