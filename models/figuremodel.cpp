#include "models/figuremodel.h"

#include "models/tiptext.h"

namespace slipway
{

namespace
{

/// Tables of more columns may have no room for their titles.
constexpr size_t kWholeTitles = 5;

Qt::Alignment alignmentOf(FigureKind kind)
{
    return Qt::AlignVCenter | (kind == FigureKind::Number ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

FigureModel::FigureModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FigureModel::setTable(FigureTable table)
{
    if (table == m_table)
        return;
    if (table.columns == m_table.columns && table.rows.size() == m_table.rows.size() && !table.rows.empty()) {
        m_table = std::move(table);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int FigureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int FigureModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

Qt::ItemFlags FigureModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == 0 && m_table.rows[static_cast<size_t>(index.row())].isShown)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool FigureModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    Q_EMIT shownWanted(index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant FigureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FigureRow& row = m_table.rows[static_cast<size_t>(index.row())];
    const FigureCell& cell = row.cells[static_cast<size_t>(index.column())];
    const FigureKind kind = m_table.columns[static_cast<size_t>(index.column())].kind;
    switch (role) {
    case Qt::DisplayRole:
        return kind == FigureKind::Bar ? QString() : cell.text;
    case Qt::ToolTipRole:
        if (index.column() == 0 && row.isShown)
            return cell.tip + u'\n' + tr("A click on the square, or Space, shows or hides it in the chart");
        return kind == FigureKind::Bar ? cell.text : cell.tip;
    case Qt::AccessibleTextRole:
        return cell.tip.isEmpty() ? cell.text : cell.tip;
    case Qt::TextAlignmentRole:
        return alignmentOf(kind).toInt();
    case kKindRole:
        return static_cast<int>(kind);
    case kBarRole:
        return kind == FigureKind::Bar ? QVariant::fromValue(row.bar) : QVariant();
    case kColorRole:
        return row.color ? QVariant(*row.color) : QVariant();
    case kTotalRole:
        return row.isTotal || row.isHeading;
    case kLevelRole:
        return static_cast<int>(row.level);
    case kFilterRole:
        return row.filter;
    case kShownRole:
        return row.isShown ? QVariant(*row.isShown) : QVariant();
    case Qt::CheckStateRole:
        if (index.column() != 0 || !row.isShown)
            return {};
        return static_cast<int>(*row.isShown ? Qt::Checked : Qt::Unchecked);
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const FigureColumn& column = m_table.columns[static_cast<size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column.kind).toInt();
    if (role == Qt::AccessibleDescriptionRole)
        return column.tip;
    if (role == Qt::ToolTipRole) {
        const QString tip = m_table.columns.size() > kWholeTitles ? titleTip(column.title, column.tip) : column.tip;
        return tip.isEmpty() ? QVariant() : tip;
    }
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace slipway
