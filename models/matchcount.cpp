#include "models/matchcount.h"

#include "inventory/filtermatcher.h"

#include <QElapsedTimer>

namespace slipway
{

namespace
{
/// A quarter of a frame: a key is never kept waiting.
constexpr qint64 kSliceMs = 4;
} // namespace

MatchCount::MatchCount(QObject* parent)
    : QObject(parent)
{
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &MatchCount::step);
}

void MatchCount::start(const InventoryPtr& inventory, const InventoryFilter& filter, const QDateTime& now)
{
    m_inventory = inventory;
    m_filter = filter;
    m_now = now;
    m_hub = m_family = m_image = 0;
    m_matching = m_total = 0;
    m_idle.start();
}

void MatchCount::stop()
{
    m_idle.stop();
    m_inventory.reset();
}

/// Whether there is an image at the place reached, which goes over empty hubs and families.
bool MatchCount::next()
{
    for (; m_hub < m_inventory->hubs.size(); ++m_hub, m_family = 0) {
        const auto& families = m_inventory->hubs[m_hub].families;
        for (; m_family < families.size(); ++m_family, m_image = 0)
            if (m_image < families[m_family].images.size())
                return true;
    }
    return false;
}

void MatchCount::step()
{
    const FilterMatcher matcher(*m_inventory, m_filter, m_now);
    QElapsedTimer passed;
    passed.start();
    while (next()) {
        const auto& hub = m_inventory->hubs[m_hub];
        const auto& family = hub.families[m_family];
        const auto& image = family.images[m_image++];
        m_total += image.versions.size();
        m_matching += matcher.count(hub, family, image);
        if (passed.elapsed() >= kSliceMs)
            return;
    }
    m_idle.stop();
    Q_EMIT counted(static_cast<qsizetype>(m_matching), static_cast<qsizetype>(m_total));
}

} // namespace slipway
