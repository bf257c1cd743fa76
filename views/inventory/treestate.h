#pragma once

#include <QJsonObject>
#include <QObject>

namespace slipway
{

class FilterBar;
class InventoryTree;

/// What a person has arranged at the inventory's tree, as plain JSON: columns, order, filter, and the filters saved
/// under a name. Who restores it keeps it: saved filters are offered from then on.
class TreeState final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    TreeState(InventoryTree& tree, FilterBar& bar, QObject* parent);

    [[nodiscard]] QJsonObject save() const;
    /// The saved filters alone: a person's work, which no arrangement takes away.
    [[nodiscard]] QJsonObject work() const;
    /// What suits another owner's packages too: columns and order.
    [[nodiscard]] QJsonObject common() const;
    /// What is missing or makes no sense is as it usually is.
    void restore(const QJsonObject& state);

Q_SIGNALS:
    void changed();

private:
    InventoryTree& m_tree;
    FilterBar& m_bar;
};

} // namespace slipway
