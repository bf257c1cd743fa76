#pragma once

#include "core/serialpool.h"
#include "models/whatif.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace slipway
{

/// Counts what-ifs on another thread. Another wish stops the one that is being counted; only the newest is answered.
class WhatIfMeter final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Stops what is being counted and waits for it. What prepare() began is waited for: with a million versions a
    /// fraction of a second.
    ~WhatIfMeter() override;

    /// Looks what there is to choose from; prepared() follows, once.
    void prepare(const InventoryPtr& inventory);
    /// After prepared(). measured() follows unless another wish comes first. `now`: what ages are counted to.
    void measure(const WhatIf& wish, const QDateTime& now);
    [[nodiscard]] bool isMeasuring() const { return m_isMeasuring; }

Q_SIGNALS:
    void prepared(const std::shared_ptr<const slipway::WhatIfGround>& ground);
    void measured(const slipway::WhatIf& wish, const slipway::ConsolidationResult& result);

private:
    using Ground = std::shared_ptr<const WhatIfGround>;
    struct Wish {
        WhatIf what;
        QDateTime now;
    };

    void start(const Wish& wish);
    void finish(const WhatIf& wish, const ConsolidationResult& result, bool isWanted);

    Ground m_ground;
    std::optional<Wish> m_next;
    bool m_isMeasuring = false;
    std::stop_source m_stop;
    SerialPool m_pool;
};

} // namespace slipway
