#pragma once

#include "core/serialpool.h"
#include "inventory/inventory.h"

#include <QObject>

#include <optional>
#include <vector>

namespace slipway
{

/// What a selection weighs together. Measured on another thread, since all versions of an owner may be selected; while
/// one selection is measured, only the newest of those that come waits.
class SelectionMeter final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Waits for what is being measured: a fifth of a second for a million versions.
    ~SelectionMeter() override;

    /// Versions by row in Snapshot::versions; measured() follows unless another selection comes first.
    void measure(const InventoryPtr& inventory, std::vector<RowIndex> versions);
    /// Nothing is selected any more: what is being measured is of no interest.
    void forget();

Q_SIGNALS:
    void measured(const slipway::SetSize& size);

private:
    struct Wish {
        InventoryPtr inventory;
        std::vector<RowIndex> versions;
    };

    void start(Wish wish);
    void finish(const SetSize& size);

    std::optional<Wish> m_next;
    bool m_isMeasuring = false;
    bool m_isWanted = false; ///< what is being measured
    SerialPool m_pool;
};

} // namespace slipway
