#pragma once

#include "core/serialpool.h"
#include "models/facets.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace slipway
{

/// Counts an inventory's facets under a filter on another thread, once the window has nothing else to do; what was
/// asked for before is given up.
class FacetCount final : public QObject
{
    Q_OBJECT
public:
    explicit FacetCount(QObject* parent = nullptr);
    /// Stops what is being counted and waits for it: for one pass over all versions at most, where nothing of the
    /// inventory was counted yet.
    ~FacetCount() override;

    /// counted() follows unless something else is asked for first. `text`: a filter that can be understood.
    void count(const InventoryPtr& inventory, const QString& text, const QDateTime& now);
    /// Nothing is shown any more.
    void stop();

Q_SIGNALS:
    void counted(const std::vector<slipway::Facet>& facets);

private:
    using Facets = std::vector<Facet>;
    struct Wish {
        InventoryPtr inventory;
        QString text;
        QDateTime now;
        std::optional<Facets> whole; ///< the inventory's facets under no filter, if they are known
    };
    struct Counted {
        std::weak_ptr<const Inventory> inventory;
        Facets whole;
        Facets facets;
    };

    [[nodiscard]] static Counted countNow(const Wish& wish, const std::stop_token& stop);
    void start();
    void finish(Counted counted, bool isWanted);

    QTimer m_idle;
    std::optional<Wish> m_next;
    bool m_isCounting = false;
    std::stop_source m_stop;
    std::weak_ptr<const Inventory> m_wholeOf; ///< this keeps no inventory that nobody else needs
    Facets m_whole;
    SerialPool m_pool;
};

} // namespace slipway
