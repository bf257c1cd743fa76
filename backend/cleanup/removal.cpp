#include "cleanup/removal.h"

#include <algorithm>
#include <ranges>
#include <span>

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
    , m_marks(snapshot.versions.size(), 0)
{
    for (const auto& selection : choice.selections())
        mark(selection.version, kReached);
    spread(kReached);
    for (RowIndex row = 0; row < m_marks.size(); ++row) {
        if (choice.fate(row) == OwnFate::Stays || (m_marks[row] & kReached) == 0)
            mark(row, kKept);
    }
    spread(kKept);
    for (const auto& reason : choice.reasons()) {
        if (edges.isReferrer(reason.version) && protectsTree(reason.why.reason))
            keepTree(reason.version, KeepReason::Carries);
    }
}

void Removal::mark(RowIndex version, std::uint8_t with)
{
    if ((m_marks[version] & with) != 0)
        return;
    m_marks[version] |= with;
    if (m_edges.hasBelow(version))
        m_pending.push_back(version);
}

void Removal::spread(std::uint8_t with)
{
    while (!m_pending.empty()) {
        const RowIndex row = m_pending.back();
        m_pending.pop_back();
        m_edges.forEachBelow(row, [&](RowIndex below) { mark(below, with); });
    }
}

void Removal::keepTree(RowIndex version, KeepReason reason)
{
    std::vector<RowIndex> climbing;
    const auto climb = [&](RowIndex row) {
        if ((m_marks[row] & kClimbed) != 0)
            return;
        m_marks[row] |= kClimbed;
        mark(row, kKept);
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
    spread(kKept);
}

const KeepWhy* Removal::treeWhy(RowIndex version) const
{
    const auto found = m_treeWhys.find(version);
    return found == m_treeWhys.end() ? nullptr : &found->second;
}

std::vector<RowIndex> Removal::rows() const
{
    std::vector<RowIndex> rows;
    for (RowIndex row = 0; row < m_marks.size(); ++row) {
        if (goes(row))
            rows.push_back(row);
    }
    return rows;
}

namespace
{

/// Puts what goes of one package after another in an order in which nothing is deleted while something that lists it
/// or carries it is still there. Where subjects and lists go in a circle, an index still goes before what it lists:
/// lists alone make no circles. No edge leaves a package.
class DeletionOrder final
{
public:
    DeletionOrder(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice, const Removal& removal)
        : m_snapshot(snapshot)
        , m_edges(edges)
        , m_removal(removal)
        , m_selections(choice.selections())
    {
    }

    std::vector<Deletion> deletions()
    {
        m_deletions.reserve(m_snapshot.versions.size()); // room that is not used takes no memory
        for (auto begin = m_selections.begin(); begin != m_selections.end();) {
            const auto& package = m_snapshot.packages[m_snapshot.versions[begin->version].package];
            const RowIndex pastLast = package.firstVersion + package.versionTotal;
            auto end = begin;
            while (end != m_selections.end() && end->version < pastLast)
                ++end;
            addPackage(package, {begin, end});
            begin = end;
        }
        return std::move(m_deletions);
    }

private:
    enum class Edges : std::uint8_t { All, Lists };
    enum class Walk : std::uint8_t { Unmet, Met, Finished };
    struct Step {
        RowIndex row;
        bool isFinished;
    };
    /// What is known of a version that goes.
    struct Place {
        const Selection* selection = nullptr; ///< from which it is reached first: its tree is that one's
        RowIndex through = kNoRow;
        RowIndex position = kNoRow; ///< in m_finished
        bool isBelow = false;       ///< another that goes
        Walk walk = Walk::Unmet;
    };

    void addPackage(const PackageRow& package, std::span<const Selection> selections)
    {
        const auto goes = [this](const Selection& selection) { return m_removal.goes(selection.version); };
        const auto isSingle = [&](const Selection& selection) {
            return !goes(selection) || isLowest(selection.version);
        };
        if (std::ranges::all_of(selections, isSingle)) { // what goes was selected itself
            for (const auto& selection : selections | std::views::filter(goes))
                add(selection.version, selection, kNoRow);
            return;
        }
        m_first = package.firstVersion;
        m_places.assign(package.versionTotal, Place{});
        reach(selections);
        walk(Edges::All);
        if (m_hasCircle && !areIndexesFirst())
            walk(Edges::Lists);
        for (const RowIndex row : m_finished | std::views::reverse)
            add(row, *at(row).selection, at(row).through);
    }

    void add(RowIndex row, const Selection& selection, RowIndex through)
    {
        m_deletions.push_back({row, selection.cause, selection.rule, through, selection.version, 0, {}});
    }

    [[nodiscard]] Place& at(RowIndex row) { return m_places[row - m_first]; }

    /// Whether nothing below it goes.
    [[nodiscard]] bool isLowest(RowIndex row) const
    {
        bool isLowest = true;
        if (m_edges.hasBelow(row))
            m_edges.forEachBelow(row, [&](RowIndex below) { isLowest = isLowest && !m_removal.goes(below); });
        return isLowest;
    }

    void reach(std::span<const Selection> selections)
    {
        m_reached.clear();
        for (const auto& selection : selections) {
            if (!m_removal.goes(selection.version))
                continue;
            at(selection.version).selection = &selection;
            m_reached.push_back(selection.version);
        }
        for (size_t next = 0; next < m_reached.size(); ++next) {
            const RowIndex above = m_reached[next];
            m_edges.forEachBelow(above, [&](RowIndex below) {
                if (!m_removal.goes(below))
                    return;
                auto& place = at(below);
                place.isBelow = true;
                if (place.selection)
                    return;
                place.selection = at(above).selection;
                place.through = above;
                m_reached.push_back(below);
            });
        }
    }

    /// Depth first, backwards; what is left after the tops are circles.
    void walk(Edges edges)
    {
        m_hasCircle = false;
        m_finished.clear();
        for (auto& place : m_places)
            place.walk = Walk::Unmet;
        const auto descendAll = [&](bool areTops) {
            for (size_t i = m_places.size(); i-- > 0;) {
                if (m_places[i].selection && m_places[i].walk == Walk::Unmet && !(areTops && m_places[i].isBelow))
                    descend(m_first + static_cast<RowIndex>(i), edges);
            }
        };
        descendAll(true);
        if (m_finished.size() < m_reached.size())
            descendAll(false);
    }

    void descend(RowIndex top, Edges edges)
    {
        const auto push = [&](RowIndex below) {
            if (m_removal.goes(below))
                m_steps.push_back({below, false});
        };
        m_steps.push_back({top, false});
        while (!m_steps.empty()) {
            const Step step = m_steps.back();
            m_steps.pop_back();
            auto& walk = at(step.row).walk;
            if (step.isFinished || (walk == Walk::Unmet && !m_edges.hasBelow(step.row))) {
                walk = Walk::Finished;
                m_finished.push_back(step.row);
                continue;
            }
            m_hasCircle = m_hasCircle || walk == Walk::Met; // from below itself
            if (walk != Walk::Unmet)
                continue;
            walk = Walk::Met;
            m_steps.push_back({step.row, true});
            if (edges == Edges::All)
                m_edges.forEachBelow(step.row, push);
            else
                std::ranges::for_each(m_edges.children(step.row), push);
        }
    }

    [[nodiscard]] bool areIndexesFirst()
    {
        for (size_t position = 0; position < m_finished.size(); ++position) // the last finished goes first
            at(m_finished[position]).position = static_cast<RowIndex>(position);
        return std::ranges::all_of(m_finished, [this](RowIndex row) {
            return std::ranges::all_of(m_edges.parents(row),
                                       [&](RowIndex parent) { return at(parent).position > at(row).position; });
        });
    }

    const Snapshot& m_snapshot;
    const TreeEdges& m_edges;
    const Removal& m_removal;
    const std::vector<Selection>& m_selections;
    std::vector<Deletion> m_deletions;

    // Of the package that is put in order.
    RowIndex m_first = 0;
    std::vector<Place> m_places;
    std::vector<RowIndex> m_reached;
    std::vector<RowIndex> m_finished;
    std::vector<Step> m_steps; ///< still to be gone; empty between walks
    bool m_hasCircle = false;
};

} // namespace

std::vector<Deletion> orderedDeletions(const Snapshot& snapshot, const TreeEdges& edges, const PolicyChoice& choice,
                                       const Removal& removal)
{
    return DeletionOrder(snapshot, edges, choice, removal).deletions();
}

} // namespace slipway
