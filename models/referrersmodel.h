#pragma once

#include "models/referrernodes.h"

#include <QAbstractTableModel>

namespace slipway
{

/// The referrer graph as a table, a manifest a row: what it is, what it belongs to, its digest. It tells all that the
/// drawing tells.
class ReferrersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ReferrersModel(QObject* parent = nullptr);

    void setNodes(std::vector<ReferrerNode> nodes);
    [[nodiscard]] const std::vector<ReferrerNode>& nodes() const { return m_nodes; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ReferrerNode> m_nodes;
};

} // namespace slipway
