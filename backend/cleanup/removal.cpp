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
    , m_versionTotal(static_cast<RowIndex>(snapshot.versions.size()))
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
    rows.reserve(m_reached.rows().size());
    for (RowIndex row = 0; row < m_versionTotal; ++row) {
        if (goes(row))
            rows.push_back(row);
    }
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

    /// `rows` ascending, so those of a package stand together; `isLinked` per package: whether any of its rows that go
    /// is below another.
    std::vector<RowIndex> order(std::span<const RowIndex> rows, const std::vector<bool>& isLinked)
    {
        std::vector<RowIndex> ordered;
        ordered.reserve(rows.size());
        while (!rows.empty()) {
            const RowIndex package = m_snapshot.versions[rows.front()].package;
            const auto end =
                std::ranges::find_if(rows, [&](RowIndex row) { return m_snapshot.versions[row].package != package; });
            const auto own = rows.first(static_cast<size_t>(end - rows.begin()));
            rows = rows.subspan(own.size());
            if (!isLinked[package]) {
                ordered.insert(ordered.end(), own.begin(), own.end());
                continue;
            }
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
        m_steps.push_back({top, false});
        const auto push = [&](RowIndex below) {
            if (m_removal.goes(below))
                m_steps.push_back({below, false});
        };
        while (!m_steps.empty()) {
            const Step step = m_steps.back();
            m_steps.pop_back();
            if (step.isFinished) {
                finished.push_back(step.row);
                continue;
            }
            if (m_places[step.row] != kNoRow)
                continue;
            m_places[step.row] = kSeen;
            m_steps.push_back({step.row, true});
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
    std::vector<Step> m_steps;      ///< still to be gone; empty between walks
};

} // namespace

std::vector<Deletion> orderedDeletions(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice,
                                       const Removal& removal)
{
    const auto rows = removal.rows();
    // Each version's tree is that of the selected version from which it is reached first.
    constexpr std::uint32_t none = kNoRow;
    std::vector<std::uint32_t> selectionOf(snapshot.versions.size(), none);
    std::vector<RowIndex> through(snapshot.versions.size(), kNoRow);
    std::vector<RowIndex> reached;
    reached.reserve(rows.size());
    std::vector<bool> isLinked(snapshot.packages.size(), false);
    const auto& selections = choice.selections();
    for (std::uint32_t i = 0; i < selections.size(); ++i) {
        if (!removal.goes(selections[i].version))
            continue;
        selectionOf[selections[i].version] = i;
        reached.push_back(selections[i].version);
    }
    for (size_t next = 0; next < reached.size(); ++next) {
        const RowIndex above = reached[next];
        edges.forEachBelow(above, [&](RowIndex below) {
            if (!removal.goes(below))
                return;
            isLinked[snapshot.versions[below].package] = true;
            if (selectionOf[below] != none)
                return;
            selectionOf[below] = selectionOf[above];
            through[below] = above;
            reached.push_back(below);
        });
    }
    std::vector<Deletion> deletions;
    deletions.reserve(reached.size());
    for (const RowIndex row : DeletionOrder(snapshot, edges, removal).order(rows, isLinked)) {
        const auto& selection = selections[selectionOf[row]];
        deletions.push_back({row, selection.cause, selection.rule, through[row], selection.version, 0, {}});
    }
    return deletions;
}

} // namespace slipway
