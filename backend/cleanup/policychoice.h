#pragma once

#include "cleanup/cleanupplan.h"
#include "cleanup/cleanuppolicy.h"
#include "cleanup/protections.h"
#include "cleanup/treeedges.h"

#include <QHash>
#include <QSet>

namespace slipway
{

/// What becomes of a version by itself, before what it belongs to is looked at.
enum class OwnFate : std::uint8_t {
    Unjudged, ///< of a package that the policy is not for or that was skipped
    Follows,  ///< whatever lists it or it hangs on
    Stays,
    Selected, ///< goes, unless something that stays needs it
};

/// Why a version was selected.
struct Selection final {
    RowIndex version = 0;
    DeletionCause cause = DeletionCause::Rule;
    RowIndex rule = kNoRow;
};

/// A reason of a version of its own to stay.
struct OwnWhy final {
    RowIndex version = 0;
    KeepWhy why;
};

/// Judges each version by its own tags, age, kind and digest. Packages are given one after another, in the order of the
/// snapshot; what is chosen of a version depends on newer versions of its package only by TagRule::keepLatest.
class PolicyChoice final
{
public:
    /// `nowMs` in milliseconds since 1970 UTC; `areOrphansKnown` if everything of the owner was read, so that what is
    /// not there is gone; `isHeldBack` if nothing may be selected.
    struct Circumstances {
        std::int64_t nowMs = 0;
        bool areOrphansKnown = false;
        bool isHeldBack = false;
    };

    PolicyChoice(const Snapshot& snapshot, const TreeEdges& edges, const CleanupPolicy& policy,
                 const CleanupProtections& protections, Circumstances circumstances);

    void judge(const PackageRow& package);
    /// Looks which globs match a tag of a package that is not judged.
    void noteTags(const PackageRow& package);

    [[nodiscard]] OwnFate fate(RowIndex version) const { return m_fates[version]; }
    [[nodiscard]] const std::vector<Selection>& selections() const { return m_selections; } ///< by row
    [[nodiscard]] const std::vector<OwnWhy>& reasons() const { return m_reasons; }          ///< by row
    /// Versions with a tag that is old enough for its rule, and with others that the rule is not for.
    [[nodiscard]] size_t selectedInPart() const { return m_selectedInPart; }
    [[nodiscard]] bool isProtectedTagUsed(size_t glob) const { return m_isProtectedTagUsed[glob]; }
    [[nodiscard]] bool isRuleUsed(size_t rule) const { return m_isRuleUsed[rule]; }

private:
    void judge(const VersionRow& version, std::vector<size_t>& matched);
    void judgeAge(const VersionRow& version);
    void judgeDigest(const Digest& digest);
    void judgeProtectedTags();
    void judgeTags(RowIndex row, std::vector<size_t>& matched);
    void judgeUntagged(const VersionRow& version);
    void judgeSubject(RowIndex row);
    void judgeGhost(const VersionRow& version);
    [[nodiscard]] bool isOlder(std::chrono::milliseconds than) const { return m_age && *m_age > than; }
    [[nodiscard]] size_t ruleFor(KeepReason& whyNone);
    [[nodiscard]] bool isSelectedInPart() const;
    void readTags(const VersionRow& version);
    void stay(KeepReason reason, size_t by = kNoRow) { m_whys.push_back({reason, static_cast<RowIndex>(by)}); }
    void select(DeletionCause cause, size_t rule = kNoRow) { m_selected = {0, cause, static_cast<RowIndex>(rule)}; }
    void conclude(RowIndex row);

    const Snapshot& m_snapshot;
    const TreeEdges& m_edges;
    const CleanupPolicy& m_policy;
    Circumstances m_circumstances;
    QHash<Digest, RowIndex> m_locked;
    QHash<Digest, RowIndex> m_deployed;
    QSet<VersionId> m_excluded;

    std::vector<OwnFate> m_fates;
    std::vector<Selection> m_selections;
    std::vector<OwnWhy> m_reasons;
    size_t m_selectedInPart = 0;
    std::vector<bool> m_isProtectedTagUsed;
    std::vector<bool> m_isRuleUsed;

    // Of the version that is judged.
    std::optional<std::chrono::milliseconds> m_age;
    std::vector<QByteArrayView> m_tags; ///< policy tags, UTF-8
    std::vector<KeepWhy> m_whys;
    std::optional<Selection> m_selected;
};

} // namespace slipway
