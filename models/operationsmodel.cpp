#include "models/operationsmodel.h"

namespace slipway
{

using namespace Qt::StringLiterals;

OperationsModel::OperationsModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void OperationsModel::add(Operation* operation)
{
    if (operation->state() != Operation::State::Running || m_operations.contains(operation))
        return;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_operations.append(operation);
    endInsertRows();
    connect(operation, &Operation::changed, this, [this, operation] { tellChanged(operation); });
    connect(operation, &Operation::ended, this, [this, operation] { remove(operation); });
    connect(operation, &QObject::destroyed, this, [this, operation] { remove(operation); });
}

void OperationsModel::remove(Operation* operation)
{
    const int row = static_cast<int>(m_operations.indexOf(operation));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_operations.removeAt(row);
    endRemoveRows();
}

void OperationsModel::tellChanged(Operation* operation)
{
    const int row = static_cast<int>(m_operations.indexOf(operation));
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

int OperationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_operations.size());
}

QVariant OperationsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Operation& operation = *m_operations.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return operation.title();
    case Qt::ToolTipRole:
        return QStringList{progressText(operation), remainingText(operation)}.join(u", "_s);
    default:
        return {};
    }
}

QString progressText(const Operation& operation)
{
    if (operation.isCancelRequested())
        return Operation::tr("stopping");
    if (operation.total() <= 0)
        return Operation::tr("starting");
    switch (operation.unit()) {
    case OperationUnit::None:
        break;
    case OperationUnit::Packages:
        return Operation::tr("%1 of %2 packages").arg(operation.done()).arg(operation.total());
    case OperationUnit::Versions:
        return Operation::tr("%1 of %2 versions").arg(operation.done()).arg(operation.total());
    case OperationUnit::Manifests:
        return Operation::tr("%1 of %2 manifests").arg(operation.done()).arg(operation.total());
    }
    return u"%1 %"_s.arg(operation.done() * 100 / operation.total());
}

QString remainingText(const Operation& operation)
{
    const auto remaining = operation.remaining();
    if (!remaining)
        return {};
    if (remaining->count() < 60)
        return Operation::tr("about %1 s left").arg(remaining->count());
    return Operation::tr("about %1 min left").arg((remaining->count() + 59) / 60);
}

} // namespace slipway
