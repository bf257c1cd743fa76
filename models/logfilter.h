#pragma once

#include "log/logentry.h"

#include <QSortFilterProxyModel>
#include <QStringList>

namespace slipway
{

/// What of the log is wanted. An entry is shown when it has all words of `text`, none of those after a minus, at least
/// the level, and the category if one is named. Words are looked for in message and category, without case; "in quotes"
/// is one word, a lone minus is a word of its own.
struct LogFilter final {
    QString text;
    LogLevel level = LogLevel::Debug;
    QString category; ///< whole name; empty: every one

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const LogFilter&, const LogFilter&) = default;
};

/// A LogModel with the rows a filter lets through.
class LogFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setFilter(const LogFilter& filter);
    [[nodiscard]] const LogFilter& filter() const { return m_filter; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    LogFilter m_filter;
    QStringList m_wanted;
    QStringList m_unwanted;
};

} // namespace slipway
