#include "cleanup/removal.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace slipway
{

namespace
{

/// Whether a referrer that has this reason keeps its whole tree: it is protected, not merely left alone.
bool protectsTree(KeepReason reason)
{
    switch (reason) {
    case KeepReason::Young:
    case KeepReason::NoAge:
    case KeepReason::Excluded:
    case KeepReason::Locked:
    case KeepReason::Deployed:
    case KeepReason::ProtectedTag:
    case KeepReason::SemanticVersion:
    case KeepReason::NotOldEnough:
    case KeepReason::NoRule:
    case KeepReason::SeveralRules:
        return true;
    default:
        return false;
    }
}

} // namespace

Removal::Removal(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice)
    : m_edges(edges)
    , m_reached(snapshot.versions.size())
    , m_kept(snapshot.versions.size())
    , m_climbed(snapshot.versions.size())
{
    for (const auto& selection : choice.selections())
        m_reached.add(selection.version);
    for (size_t next = 0; next < m_reached.rows().size(); ++next)
        edges.forEachBelow(m_reached.rows()[next], [this](RowIndex below) { m_reached.add(below); });
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        if (choice.fate(row) == OwnFate::Stays || !m_reached.holds(row))
            m_kept.add(row);
    }
    spread();
    for (const auto& reason : choice.reasons()) {
        if (edges.isReferrer(reason.version) && protectsTree(reason.why.reason))
            keepTree(reason.version, KeepReason::Carries);
    }
}

void Removal::spread()
{
    for (; m_spread < m_kept.rows().size(); ++m_spread)
        m_edges.forEachBelow(m_kept.rows()[m_spread], [this](RowIndex below) { m_kept.add(below); });
}

void Removal::keepTree(RowIndex version, KeepReason reason)
{
    std::vector<RowIndex> climbing;
    const auto climb = [&](RowIndex row) {
        if (m_climbed.holds(row))
            return;
        m_climbed.add(row);
        m_kept.add(row);
        climbing.push_back(row);
        if (row != version)
            m_treeWhys.insert({row, {reason, version}});
    };
    climb(version);
    for (size_t next = 0; next < climbing.size(); ++next) {
        const RowIndex row = climbing[next];
        std::ranges::for_each(m_edges.parents(row), climb);
        m_edges.forEachSubject(row, climb);
    }
    spread();
}

const KeepWhy* Removal::treeWhy(RowIndex version) const
{
    const auto found = m_treeWhys.find(version);
    return found == m_treeWhys.end() ? nullptr : &found->second;
}

std::vector<RowIndex> Removal::rows() const
{
    std::vector<RowIndex> rows;
    std::ranges::copy_if(m_reached.rows(), std::back_inserter(rows), [this](RowIndex row) { return goes(row); });
    std::ranges::sort(rows);
    return rows;
}

namespace
{

/// Puts what goes in an order in which nothing is deleted while something that lists it or carries it is still there.
/// Where subjects and lists go in a circle, an index still goes before what it lists: lists alone make no circles.
class DeletionOrder final
{
public:
    DeletionOrder(const Snapshot& snapshot, const TreeEdges& edges, const Removal& removal)
        : m_snapshot(snapshot)
        , m_edges(edges)
        , m_removal(removal)
        , m_places(snapshot.versions.size(), kNoRow)
    {
    }

    /// `rows` ascending, so those of a package stand together.
    std::vector<RowIndex> order(std::span<const RowIndex> rows)
    {
        std::vector<RowIndex> ordered;
        ordered.reserve(rows.size());
        while (!rows.empty()) {
            const RowIndex package = m_snapshot.versions[rows.front()].package;
            const auto end =
                std::ranges::find_if(rows, [&](RowIndex row) { return m_snapshot.versions[row].package != package; });
            const auto own = rows.first(static_cast<size_t>(end - rows.begin()));
            rows = rows.subspan(own.size());
            auto part = orderPackage(own, Edges::All);
            if (!areIndexesFirst(part)) {
                for (const RowIndex row : own)
                    m_places[row] = kNoRow;
                part = orderPackage(own, Edges::Lists);
            }
            ordered.insert(ordered.end(), part.begin(), part.end());
        }
        return ordered;
    }

private:
    enum class Edges : std::uint8_t { All, Lists };
    struct Step {
        RowIndex row;
        bool isFinished;
    };
    static constexpr RowIndex kSeen = kNoRow - 1; ///< instead of a place

    std::vector<RowIndex> orderPackage(std::span<const RowIndex> rows, Edges edges)
    {
        // Depth first, backwards; what is left after the tops are circles.
        std::vector<RowIndex> finished;
        for (const RowIndex row : rows | std::views::reverse) {
            if (isTop(row))
                descend(row, edges, finished);
        }
        for (const RowIndex row : rows | std::views::reverse)
            descend(row, edges, finished);
        std::ranges::reverse(finished);
        for (size_t place = 0; place < finished.size(); ++place)
            m_places[finished[place]] = static_cast<RowIndex>(place);
        return finished;
    }

    [[nodiscard]] bool isTop(RowIndex row) const
    {
        bool isBelow = std::ranges::any_of(m_edges.parents(row), [this](RowIndex up) { return m_removal.goes(up); });
        m_edges.forEachSubject(row, [&](RowIndex subject) { isBelow = isBelow || m_removal.goes(subject); });
        return !isBelow;
    }

    [[nodiscard]] bool areIndexesFirst(const std::vector<RowIndex>& rows) const
    {
        return std::ranges::all_of(rows, [this](RowIndex row) {
            return std::ranges::all_of(m_edges.parents(row),
                                       [&](RowIndex parent) { return m_places[parent] < m_places[row]; });
        });
    }

    void descend(RowIndex top, Edges edges, std::vector<RowIndex>& finished)
    {
        std::vector<Step> steps{{top, false}};
        const auto push = [&](RowIndex below) {
            if (m_removal.goes(below))
                steps.push_back({below, false});
        };
        while (!steps.empty()) {
            const Step step = steps.back();
            steps.pop_back();
            if (step.isFinished) {
                finished.push_back(step.row);
                continue;
            }
            if (m_places[step.row] != kNoRow)
                continue;
            m_places[step.row] = kSeen;
            steps.push_back({step.row, true});
            if (edges == Edges::All)
                m_edges.forEachBelow(step.row, push);
            else
                std::ranges::for_each(m_edges.children(step.row), push);
        }
    }

    const Snapshot& m_snapshot;
    const TreeEdges& m_edges;
    const Removal& m_removal;
    std::vector<RowIndex> m_places; ///< in the order of its package; kNoRow: not met yet
};

} // namespace

std::vector<Deletion> orderedDeletions(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice,
                                       const Removal& removal)
{
    const auto rows = removal.rows();
    std::vector<Deletion> deletions;
    deletions.reserve(rows.size());
    std::vector<RowIndex> places(snapshot.versions.size(), kNoRow);
    for (const auto& selection : choice.selections()) {
        if (!removal.goes(selection.version))
            continue;
        places[selection.version] = static_cast<RowIndex>(deletions.size());
        deletions.push_back({selection.version, selection.cause, selection.rule, kNoRow, selection.version, 0, {}});
    }
    for (size_t next = 0; next < deletions.size(); ++next) {
        edges.forEachBelow(deletions[next].version, [&](RowIndex below) {
            if (places[below] != kNoRow || !removal.goes(below))
                return;
            const auto above = deletions[next];
            places[below] = static_cast<RowIndex>(deletions.size());
            deletions.push_back({below, above.cause, above.rule, above.version, above.top, 0, {}});
        });
    }
    std::vector<Deletion> ordered;
    ordered.reserve(deletions.size());
    for (const RowIndex row : DeletionOrder(snapshot, edges, removal).order(rows))
        ordered.push_back(deletions[places[row]]);
    return ordered;
}

} // namespace slipway
