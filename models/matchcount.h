#pragma once

#include "models/inventoryarrangement.h"

#include <QObject>
#include <QTimer>

namespace slipway
{

/// Counts how many versions a filter finds. Which rows are in sight is known at once; this takes looking at every
/// version, so it is done a little at a time while nothing else happens, and begun anew with each filter.
class MatchCount final : public QObject
{
    Q_OBJECT
public:
    explicit MatchCount(QObject* parent = nullptr);

    void start(const InventoryPtr& inventory, const InventoryFilter& filter, const QDateTime& now);
    void stop();

Q_SIGNALS:
    /// Versions in the tree that match, of how many.
    void counted(qsizetype matching, qsizetype total);

private:
    void step();
    [[nodiscard]] bool next();

    QTimer m_idle;
    InventoryPtr m_inventory;
    InventoryFilter m_filter;
    QDateTime m_now;
    std::size_t m_hub = 0;
    std::size_t m_family = 0;
    std::size_t m_image = 0;
    std::size_t m_matching = 0;
    std::size_t m_total = 0;
};

} // namespace slipway
