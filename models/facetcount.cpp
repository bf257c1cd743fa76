#include "models/facetcount.h"

#include <utility>

namespace slipway
{

FacetCount::FacetCount(QObject* parent)
    : QObject(parent)
{
    m_idle.setInterval(0);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &FacetCount::start);
}

FacetCount::~FacetCount()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void FacetCount::count(const InventoryPtr& inventory, const QString& text, const QDateTime& now)
{
    stop();
    m_next = Wish{inventory, text, now, std::nullopt};
    m_idle.start();
}

void FacetCount::stop()
{
    m_stop.request_stop();
    m_next.reset();
    m_idle.stop();
}

FacetCount::Counted FacetCount::countNow(const Wish& wish, const std::stop_token& stop)
{
    Counted counted{wish.inventory, wish.whole ? *wish.whole : facetsOf(*wish.inventory), {}};
    counted.facets = facetsUnder(*wish.inventory, counted.whole, wish.text, wish.now, stop);
    return counted;
}

void FacetCount::start()
{
    if (m_isCounting || !m_next)
        return;
    Wish wish = *std::exchange(m_next, std::nullopt);
    if (m_wholeOf.lock() == wish.inventory)
        wish.whole = m_whole;
    m_isCounting = true;
    m_stop = std::stop_source();
    m_pool.start([this, wish = std::move(wish), stop = m_stop.get_token()] {
        auto counted = countNow(wish, stop);
        QMetaObject::invokeMethod(
            this,
            [this, counted = std::move(counted), stop]() mutable {
                finish(std::move(counted), !stop.stop_requested());
            },
            Qt::QueuedConnection);
    });
}

/// What all of the inventory has is kept in any case: it does not depend on the filter that is given up.
void FacetCount::finish(Counted counted, bool isWanted)
{
    m_isCounting = false;
    m_wholeOf = counted.inventory;
    m_whole = std::move(counted.whole);
    if (isWanted)
        Q_EMIT this->counted(counted.facets);
    if (m_next)
        m_idle.start();
}

} // namespace slipway
