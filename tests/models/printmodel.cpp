#include "models/printmodel.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QString rows(int first, int last)
{
    return first == last ? QString::number(first) : u"%1-%2"_s.arg(first).arg(last);
}

} // namespace

QStringList printTree(QAbstractItemModel& model, const QList<InventoryColumn>& columns, const QModelIndex& parent)
{
    QStringList lines;
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const auto column : columns) {
            const QString cell = model.index(row, static_cast<int>(column), parent).data().toString();
            if (!cell.isEmpty())
                cells.append(cell);
        }
        lines.append(cells.join(u" | "_s));
        const auto below = printTree(model, columns, model.index(row, 0, parent));
        for (const auto& line : below)
            lines.append(u"  "_s + line);
    }
    return lines;
}

ChangeLog::ChangeLog(QAbstractItemModel& model)
{
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& parent, int first, int last) {
        m_lines.append(u"insert %1 %2"_s.arg(path(parent), rows(first, last)));
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { m_lines.append(u"layout"_s); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex& parent, int first, int last) {
        m_lines.append(u"remove %1 %2"_s.arg(path(parent), rows(first, last)));
    });
    connect(&model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex& parent, int first, int last, const QModelIndex&, int to) {
                m_lines.append(u"move %1 %2 to %3"_s.arg(path(parent), rows(first, last)).arg(to));
            });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        m_lines.append(u"change %1 %2"_s.arg(path(first.parent()), rows(first.row(), last.row())));
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_lines.append(u"reset"_s); });
}

QString ChangeLog::path(const QModelIndex& index)
{
    if (!index.isValid())
        return u"."_s;
    const QString above = index.parent().isValid() ? path(index.parent()) + u'/' : QString();
    return above + index.siblingAtColumn(0).data().toString();
}

} // namespace slipway::test
