#pragma once

#include "models/roles.h"

#include <QAbstractItemModel>
#include <QList>
#include <QStringList>

namespace slipway::test
{

/// A tree as lines: two spaces a level, the columns joined by " | ", empty ones left out. Rows that can be fetched are.
[[nodiscard]] QStringList printTree(QAbstractItemModel& model, const QList<InventoryColumn>& columns,
                                    const QModelIndex& parent = {});

/// Writes down what a model tells of its changes: "insert a/b 0-1", "remove a 2", "move a 3 to 0", "change a/b 0-4",
/// "layout".
class ChangeLog final : public QObject
{
public:
    explicit ChangeLog(QAbstractItemModel& model);

    [[nodiscard]] const QStringList& lines() const { return m_lines; }

private:
    [[nodiscard]] static QString path(const QModelIndex& index);

    QStringList m_lines;
};

} // namespace slipway::test
