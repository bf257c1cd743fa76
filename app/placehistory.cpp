#include "app/placehistory.h"

namespace slipway
{

namespace
{
/// Nobody goes back further.
constexpr size_t kMost = 100;
} // namespace

void PlaceHistory::leave(const Place& here)
{
    m_after.clear();
    if (!m_before.empty() && m_before.back() == here)
        return;
    m_before.push_back(here);
    if (m_before.size() > kMost)
        m_before.erase(m_before.begin());
}

std::optional<Place> PlaceHistory::back(const Place& here)
{
    return step(m_before, m_after, here);
}

std::optional<Place> PlaceHistory::forward(const Place& here)
{
    return step(m_after, m_before, here);
}

std::optional<Place> PlaceHistory::step(Places& from, Places& to, const Place& here)
{
    while (!from.empty()) {
        Place place = std::move(from.back());
        from.pop_back();
        if (place.owner != here.owner || place == here)
            continue;
        to.push_back(here);
        return place;
    }
    return std::nullopt;
}

} // namespace slipway
