#include "models/rowmoves.h"

namespace slipway
{

namespace
{

/// Of each place whether its row stays: those of a longest run of places that only rise (patience sorting).
std::vector<bool> staying(const std::vector<int>& places)
{
    std::vector<size_t> ends; // row at which the shortest run of each length ends lowest
    std::vector<size_t> before(places.size());
    for (size_t row = 0; row < places.size(); ++row) {
        const auto pile = std::ranges::lower_bound(ends, places[row], {}, [&](size_t end) { return places[end]; });
        if (pile != ends.begin())
            before[row] = *(pile - 1);
        if (pile == ends.end())
            ends.push_back(row);
        else
            *pile = row;
    }
    std::vector<bool> stays(places.size());
    size_t row = ends.empty() ? 0 : ends.back();
    for (size_t left = ends.size(); left > 0; --left, row = before[row])
        stays[static_cast<size_t>(places[row])] = true;
    return stays;
}

/// Rows that are brought into order move by move: everything above `row` is where it belongs.
class Ordering final
{
public:
    explicit Ordering(std::vector<int> places)
        : m_places(std::move(places))
        , m_isSettled(staying(m_places))
    {
    }

    [[nodiscard]] size_t movesNeeded() const { return static_cast<size_t>(std::ranges::count(m_isSettled, false)); }

    std::vector<RowMove> run()
    {
        for (size_t row = 0; row < m_places.size();) {
            if (m_places[row] == static_cast<int>(row))
                ++row;
            else if (!m_isSettled[row])
                move(rowOf(row), row);
            else
                move(row, rowBelow(row)); // what stands here belongs further down
        }
        return std::move(m_moves);
    }

private:
    [[nodiscard]] size_t rowOf(size_t place) const
    {
        return static_cast<size_t>(std::ranges::find(m_places, static_cast<int>(place)) - m_places.begin());
    }

    /// Where a row goes that belongs further down: after the last settled one that belongs above it.
    [[nodiscard]] size_t rowBelow(size_t row) const
    {
        size_t to = row;
        for (size_t other = row + 1; other < m_places.size(); ++other) {
            const bool isSettled = m_isSettled[static_cast<size_t>(m_places[other])];
            if (isSettled && m_places[other] > m_places[row])
                break;
            if (isSettled)
                to = other;
        }
        return to;
    }

    void move(size_t from, size_t to)
    {
        m_moves.push_back({static_cast<int>(from), static_cast<int>(to)});
        m_isSettled[static_cast<size_t>(m_places[from])] = true;
        const auto at = [this](size_t row) { return m_places.begin() + static_cast<std::ptrdiff_t>(row); };
        if (from > to)
            std::rotate(at(to), at(from), at(from) + 1);
        else
            std::rotate(at(from), at(from) + 1, at(to) + 1);
    }

    std::vector<int> m_places;
    std::vector<bool> m_isSettled; ///< by place: the row that belongs there stays, or was moved
    std::vector<RowMove> m_moves;
};

} // namespace

std::optional<std::vector<RowMove>> movesIntoOrder(std::vector<int> places, std::size_t most)
{
    Ordering ordering(std::move(places));
    return ordering.movesNeeded() > most ? std::nullopt : std::optional(ordering.run());
}

} // namespace slipway
