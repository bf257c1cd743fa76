#include "models/referrersmodel.h"

#include "models/roles.h"

namespace slipway
{

namespace
{
constexpr int kDigest = 1;
}

ReferrersModel::ReferrersModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ReferrersModel::setNodes(std::vector<ReferrerNode> nodes)
{
    if (nodes == m_nodes)
        return;
    beginResetModel();
    m_nodes = std::move(nodes);
    endResetModel();
}

int ReferrersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_nodes.size());
}

int ReferrersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant ReferrersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& node = m_nodes[static_cast<size_t>(index.row())];
    const bool isDigest = index.column() == kDigest;
    switch (role) {
    case Qt::DisplayRole:
        return isDigest ? node.digest.shortForm() : referrerSentence(m_nodes, index.row());
    case Qt::ToolTipRole:
        return isDigest ? node.digest.toString() : referrerSentence(m_nodes, index.row());
    case DigestRole:
        return node.digest.toString();
    default:
        return {};
    }
}

QVariant ReferrersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == kDigest ? tr("Digest") : tr("Manifest");
}

} // namespace slipway
