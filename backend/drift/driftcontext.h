#pragma once

#include "drift/chosentags.h"
#include "drift/finddrift.h"
#include "drift/imagebase.h"
#include "drift/platformimages.h"

#include <optional>
#include <vector>

namespace slipway
{

/// A lock's images by the snapshot's packages: both stand by name, so one pass joins them.
class LockIndex final
{
public:
    LockIndex(const Snapshot& snapshot, const BuildLock* lock);

    /// What the lock pins of a package, by tag.
    [[nodiscard]] std::span<const LockedImage> of(RowIndex package) const
    {
        return m_places.empty() ? std::span<const LockedImage>() : m_places[package];
    }
    /// Null if this tag is not pinned.
    [[nodiscard]] const LockedImage* find(RowIndex package, const QString& tag) const;
    /// What it pins of packages that are not there.
    [[nodiscard]] const std::vector<const LockedImage*>& ofNoPackage() const { return m_ofNoPackage; }

private:
    std::vector<std::span<const LockedImage>> m_places; ///< beside Snapshot::packages; empty without a lock
    std::vector<const LockedImage*> m_ofNoPackage;
};

/// What the single checks share while findDrift() runs.
struct DriftContext final {
    explicit DriftContext(const DriftFacts& given)
        : facts(given)
        , images(given.snapshot, given.configs)
        , locked(given.snapshot, given.lock)
    {
        report.tallies.resize(given.snapshot.packages.size());
    }

    [[nodiscard]] const Snapshot& snapshot() const { return facts.snapshot; }
    /// A finding about a package's tag, its other members still to fill.
    [[nodiscard]] DriftFinding finding(DriftReason reason, DriftCheck check, RowIndex package, const QString& tag) const
    {
        DriftFinding made;
        made.check = check;
        made.severity = severityOf(check);
        made.reason = reason;
        made.hub = facts.classes[package].hub;
        made.family = facts.classes[package].family;
        made.image = facts.snapshot.packages[package].name.value;
        made.tag = tag;
        return made;
    }
    /// A check was made of a package.
    void count(DriftCheck check, RowIndex package) { ++report.tallies[package].made[static_cast<size_t>(check)]; }
    void addGap(DriftCheck check, DriftGapReason reason, RowIndex package, const QString& tag)
    {
        report.gaps.push_back({check, reason, facts.snapshot.packages[package].name.value, tag});
    }
    /// The lock's entry for a tag as long as it pins the digest that the tag is on.
    [[nodiscard]] const LockedImage* lockedAs(RowIndex package, const QString& tag, const Digest& digest) const
    {
        const auto* pinned = locked.find(package, tag);
        return pinned && pinned->digest == digest ? pinned : nullptr;
    }

    DriftFacts facts;
    /// Made when they are first asked for.
    [[nodiscard]] const ImageBases& bases()
    {
        if (!m_bases)
            m_bases.emplace(facts.snapshot, facts.graph, facts.classes);
        return *m_bases;
    }

    /// chosenTags() of a package, worked out once for all checks.
    [[nodiscard]] const std::vector<ChosenTag>& chosen(RowIndex package)
    {
        if (m_chosen.empty()) {
            for (const auto& row : facts.snapshot.packages)
                m_chosen.push_back(chosenTags(facts.snapshot, row, facts.policy));
        }
        return m_chosen[package];
    }

    PlatformImages images;
    LockIndex locked;
    DriftReport report;

private:
    std::optional<ImageBases> m_bases;
    std::vector<std::vector<ChosenTag>> m_chosen;
};

/// Every tag the lock pins against the registry, and every chosen tag against the lock.
void checkLock(DriftContext& context);
/// `base` and `cuda` of each chosen tag, as far as they are asked for.
void checkImages(DriftContext& context, bool isBaseWanted, bool isCudaWanted);

} // namespace slipway
