#include "models/whatifmeter.h"

#include <utility>

namespace slipway
{

WhatIfMeter::~WhatIfMeter()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void WhatIfMeter::prepare(const InventoryPtr& inventory)
{
    m_pool.start([this, inventory] {
        auto ground = std::make_shared<const WhatIfGround>(whatIfGround(inventory));
        QMetaObject::invokeMethod(
            this,
            [this, ground = std::move(ground)] {
                m_ground = ground;
                Q_EMIT prepared(ground);
            },
            Qt::QueuedConnection);
    });
}

void WhatIfMeter::measure(const WhatIf& wish, const QDateTime& now)
{
    Q_ASSERT_X(m_ground, "WhatIfMeter", "prepare() and wait for prepared() first");
    m_stop.request_stop();
    m_next = Wish{wish, now};
    if (!m_isMeasuring)
        start(*std::exchange(m_next, std::nullopt));
}

void WhatIfMeter::start(const Wish& wish)
{
    m_isMeasuring = true;
    m_stop = std::stop_source();
    m_pool.start([this, wish, ground = m_ground, stop = m_stop.get_token()] {
        const Inventory& inventory = *ground->inventory;
        auto result = consolidate(*inventory.snapshot, *inventory.graph, ground->classes, consolidationOf(wish.what),
                                  wish.now, stop);
        QMetaObject::invokeMethod(
            this,
            [this, what = wish.what, result = std::move(result), stop] {
                finish(what, result, !stop.stop_requested());
            },
            Qt::QueuedConnection);
    });
}

void WhatIfMeter::finish(const WhatIf& wish, const ConsolidationResult& result, bool isWanted)
{
    m_isMeasuring = false;
    if (m_next)
        start(*std::exchange(m_next, std::nullopt));
    else if (isWanted)
        Q_EMIT measured(wish, result);
}

} // namespace slipway
