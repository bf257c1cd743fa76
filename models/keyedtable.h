#pragma once

#include <QAbstractTableModel>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace slipway
{

/// A table of rows that each have a key: a new list takes over by key, so that whoever is at a row stays there. `Row`
/// has an `operator==` and derives its key by `Key keyOf(const Row&)`, which whoever derives gives.
template<typename Row, typename Key>
class KeyedTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    /// The row with this key; -1 if there is none.
    [[nodiscard]] int rowOf(const Key& key) const
    {
        const auto found = std::ranges::find(m_rows, key, [this](const Row& row) { return keyOf(row); });
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }

protected:
    [[nodiscard]] virtual Key keyOf(const Row& row) const = 0;

    void takeOver(std::vector<Row> wanted)
    {
        // So many at once are another list.
        constexpr std::size_t kMostMoved = 500;
        if (m_rows.empty() || wanted.empty() || m_rows.size() > kMostMoved || wanted.size() > kMostMoved) {
            if (m_rows == wanted)
                return;
            beginResetModel();
            m_rows = std::move(wanted);
            endResetModel();
            return;
        }
        removeOthers(wanted);
        for (std::size_t at = 0; at < wanted.size(); ++at)
            bringTo(static_cast<int>(at), std::move(wanted[at]));
    }

private:
    void removeOthers(const std::vector<Row>& wanted)
    {
        QSet<Key> keys;
        for (const auto& row : wanted)
            keys.insert(keyOf(row));
        for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
            if (keys.contains(keyOf(m_rows[static_cast<std::size_t>(row)])))
                continue;
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }

    void bringTo(int at, Row row)
    {
        const auto place = m_rows.begin() + at;
        const auto found =
            std::find_if(place, m_rows.end(), [&](const Row& each) { return keyOf(each) == keyOf(row); });
        if (found == m_rows.end()) {
            beginInsertRows({}, at, at);
            m_rows.insert(place, std::move(row));
            endInsertRows();
            return;
        }
        if (found != place) {
            const int from = static_cast<int>(found - m_rows.begin());
            beginMoveRows({}, from, from, {}, at);
            std::rotate(place, found, found + 1);
            endMoveRows();
        }
        auto& kept = m_rows[static_cast<std::size_t>(at)];
        if (kept == row)
            return;
        kept = std::move(row);
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount({}) - 1));
    }

    std::vector<Row> m_rows;
};

} // namespace slipway
