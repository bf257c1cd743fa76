#include "models/selectionmeter.h"

#include "inventory/selectionsize.h"

#include <utility>

namespace slipway
{

SelectionMeter::~SelectionMeter()
{
    m_pool.waitForDone();
}

void SelectionMeter::measure(const InventoryPtr& inventory, std::vector<RowIndex> versions)
{
    m_isWanted = false;
    m_next = Wish{inventory, std::move(versions)};
    if (!m_isMeasuring)
        start(*std::exchange(m_next, std::nullopt));
}

void SelectionMeter::forget()
{
    m_isWanted = false;
    m_next.reset();
}

void SelectionMeter::start(Wish wish)
{
    m_isMeasuring = true;
    m_isWanted = true;
    m_pool.start([this, wish = std::move(wish)] {
        const SetSize size = measureSelection(*wish.inventory, wish.versions);
        QMetaObject::invokeMethod(this, [this, size] { finish(size); }, Qt::QueuedConnection);
    });
}

void SelectionMeter::finish(const SetSize& size)
{
    m_isMeasuring = false;
    if (m_isWanted)
        Q_EMIT measured(size);
    if (m_next)
        start(*std::exchange(m_next, std::nullopt));
}

} // namespace slipway
