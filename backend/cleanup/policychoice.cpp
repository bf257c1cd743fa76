#include "cleanup/policychoice.h"

#include "domain/tagshape.h"
#include "domain/versionage.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// Whether a reason is more than a rule that does not select: it keeps a ghost too.
bool isStrong(KeepReason reason)
{
    switch (reason) {
    case KeepReason::NotOldEnough:
    case KeepReason::NoRule:
    case KeepReason::SeveralRules:
    case KeepReason::UntaggedKept:
    case KeepReason::KindNotNamed:
        return false;
    default:
        return true;
    }
}

QHash<Digest, RowIndex> lockedDigests(const CleanupProtections& protections)
{
    QHash<Digest, RowIndex> locked;
    for (size_t file = protections.locks.size(); file-- > 0;) { // the first file that has it is told
        for (const auto& digest : protections.locks[file].digests)
            locked.insert(digest, static_cast<RowIndex>(file));
    }
    return locked;
}

QHash<Digest, RowIndex> deployedDigests(const CleanupProtections& protections, const PolicyProtection& wanted)
{
    QHash<Digest, RowIndex> deployed;
    for (size_t i = protections.deployed.size(); wanted.deployed && i-- > 0;) {
        const auto& entry = protections.deployed[i];
        if (entry.role != DeployedRole::Rollback || entry.rollback <= wanted.rollback)
            deployed.insert(entry.digest, static_cast<RowIndex>(i));
    }
    return deployed;
}

} // namespace

PolicyChoice::PolicyChoice(const Snapshot& snapshot, const TreeEdges& edges, const CleanupPolicy& policy,
                           const CleanupProtections& protections, Circumstances circumstances)
    : m_snapshot(snapshot)
    , m_edges(edges)
    , m_policy(policy)
    , m_circumstances(circumstances)
    , m_locked(lockedDigests(protections))
    , m_deployed(deployedDigests(protections, policy.protect))
    , m_excluded(protections.excluded.begin(), protections.excluded.end())
    , m_fates(snapshot.versions.size(), OwnFate::Unjudged)
    , m_isProtectedTagUsed(policy.protect.tags.size(), false)
    , m_isRuleUsed(policy.rules.size(), false)
{
    // Growing copies them again and again; room that is not used takes no memory.
    m_selections.reserve(snapshot.versions.size());
    m_reasons.reserve(snapshot.versions.size());
}

void PolicyChoice::judge(const PackageRow& package)
{
    std::vector<size_t> matched(m_policy.rules.size(), 0); // by each rule, among the newer ones
    for (const auto& version : m_snapshot.versionsOf(package))
        judge(version, matched);
}

void PolicyChoice::noteTags(const PackageRow& package)
{
    for (const auto& version : m_snapshot.versionsOf(package)) {
        readTags(version);
        m_whys.clear();
        judgeProtectedTags();
        KeepReason ignored{};
        std::ignore = ruleFor(ignored);
    }
}

void PolicyChoice::judge(const VersionRow& version, std::vector<size_t>& matched)
{
    const RowIndex row = m_snapshot.rowOf(version);
    m_whys.clear();
    m_selected.reset();
    readTags(version);
    judgeAge(version);
    if (!m_excluded.isEmpty() && m_excluded.contains(version.id))
        stay(KeepReason::Excluded);
    if (!m_locked.isEmpty() || !m_deployed.isEmpty())
        judgeDigest(m_snapshot.digestOf(version));
    judgeProtectedTags();
    if (!m_tags.empty())
        judgeTags(row, matched);
    else if (!m_edges.isReferrer(row) && !m_edges.hangs(row))
        judgeUntagged(version);
    if (m_edges.isReferrer(row))
        judgeSubject(row);
    else
        judgeGhost(version);
    conclude(row);
}

void PolicyChoice::readTags(const VersionRow& version)
{
    m_tags.clear();
    if (!version.isTagged())
        return;
    const bool isReferrer = m_edges.isReferrer(m_snapshot.rowOf(version)); // as each is that has a referrer tag
    for (const TagText tag : m_snapshot.tagsOf(version)) {
        if (!isReferrer || !parseReferrerTag(tag.utf8))
            m_tags.push_back(tag.utf8);
    }
}

void PolicyChoice::judgeAge(const VersionRow& version)
{
    m_age = ageOf(version, m_circumstances.nowMs);
    if (!m_age)
        stay(KeepReason::NoAge);
    else if (*m_age < m_policy.grace)
        stay(KeepReason::Young);
}

void PolicyChoice::judgeDigest(const Digest& digest)
{
    if (const auto locked = m_locked.constFind(digest); locked != m_locked.constEnd())
        stay(KeepReason::Locked, *locked);
    if (const auto deployed = m_deployed.constFind(digest); deployed != m_deployed.constEnd())
        stay(KeepReason::Deployed, *deployed);
}

void PolicyChoice::judgeProtectedTags()
{
    if (m_tags.empty())
        return;
    for (size_t glob = 0; glob < m_policy.protect.tags.size(); ++glob) {
        const auto matches = [&](QByteArrayView tag) { return m_policy.protect.tags[glob].matches(tag); };
        if (std::ranges::any_of(m_tags, matches)) {
            m_isProtectedTagUsed[glob] = true;
            stay(KeepReason::ProtectedTag, glob);
        }
    }
    if (m_policy.protect.semver && std::ranges::any_of(m_tags, isSemanticVersion))
        stay(KeepReason::SemanticVersion);
}

/// The first rule whose glob matches every policy tag; the number of rules if there is none, and why.
size_t PolicyChoice::ruleFor(KeepReason& whyNone)
{
    const size_t rules = m_policy.rules.size();
    size_t found = rules;
    for (size_t rule = 0; rule < rules; ++rule) {
        if (found != rules && m_isRuleUsed[rule])
            continue; // nothing is left to learn of it
        const auto matches = [&](QByteArrayView tag) { return m_policy.rules[rule].tags.matches(tag); };
        const auto count = static_cast<size_t>(std::ranges::count_if(m_tags, matches));
        m_isRuleUsed[rule] = m_isRuleUsed[rule] || count > 0;
        if (found == rules && count == m_tags.size())
            found = rule;
    }
    if (found != rules)
        return found;
    const auto isNamed = [this](QByteArrayView tag) {
        return std::ranges::any_of(m_policy.rules, [tag](const TagRule& rule) { return rule.tags.matches(tag); });
    };
    whyNone = std::ranges::all_of(m_tags, isNamed) ? KeepReason::SeveralRules : KeepReason::NoRule;
    return rules;
}

/// Of tags that no rule is for all of: whether one of them alone would be selected for its age.
bool PolicyChoice::isSelectedInPart() const
{
    if (m_tags.size() < 2 || !m_age || *m_age < m_policy.grace)
        return false;
    return std::ranges::any_of(m_policy.rules, [this](const TagRule& rule) {
        return rule.olderThan && isOlder(*rule.olderThan)
               && std::ranges::any_of(m_tags, [&rule](QByteArrayView tag) { return rule.tags.matches(tag); });
    });
}

/// A referrer is not selected by its tag, but one that is kept keeps it.
void PolicyChoice::judgeTags(RowIndex row, std::vector<size_t>& matched)
{
    KeepReason whyNone{};
    const size_t index = ruleFor(whyNone);
    if (index == m_policy.rules.size()) {
        m_selectedInPart += !m_edges.isReferrer(row) && isSelectedInPart() ? 1 : 0;
        stay(whyNone);
        return;
    }
    const auto& rule = m_policy.rules[index];
    const bool isReferrer = m_edges.isReferrer(row);
    if (!isReferrer && matched[index]++ < rule.keepLatest)
        stay(KeepReason::KeptLatest, index);
    if (rule.olderThan && m_age && !isOlder(*rule.olderThan))
        stay(KeepReason::NotOldEnough, index);
    if (!isReferrer)
        select(DeletionCause::Rule, index);
}

void PolicyChoice::judgeUntagged(const VersionRow& version)
{
    if (!m_policy.untagged)
        stay(KeepReason::UntaggedKept);
    else if (!std::ranges::contains(m_policy.untagged->kinds, m_snapshot.kindOf(version)))
        stay(KeepReason::KindNotNamed);
    else if (m_age && !isOlder(m_policy.untagged->olderThan))
        stay(KeepReason::NotOldEnough);
    else
        select(DeletionCause::Untagged);
}

void PolicyChoice::judgeSubject(RowIndex row)
{
    switch (m_edges.standing(row)) {
    case ReferrerStanding::None:
    case ReferrerStanding::Here:
        return;
    case ReferrerStanding::Elsewhere:
        stay(KeepReason::SubjectElsewhere);
        return;
    case ReferrerStanding::Unnamed:
        if (!m_edges.hangs(row))
            stay(KeepReason::SubjectUnknown);
        return;
    case ReferrerStanding::Gone:
        if (m_circumstances.areOrphansKnown && m_policy.orphans == FoundLoose::Delete)
            select(DeletionCause::Orphan);
        else if (!m_edges.hangs(row))
            stay(m_circumstances.areOrphansKnown ? KeepReason::Orphan : KeepReason::OrphanUnjudged);
        return;
    }
}

void PolicyChoice::judgeGhost(const VersionRow& version)
{
    if ((m_policy.ghosts != FoundLoose::Delete && m_whys.empty()) || m_edges.listsAny(m_snapshot.rowOf(version)))
        return; // nothing would change, or it is no ghost
    const auto* manifest = m_snapshot.manifestOf(version);
    if (!manifest || manifest->childTotal == 0)
        return;
    const bool isKept = std::ranges::any_of(m_whys, isStrong, &KeepWhy::reason);
    if (m_policy.ghosts == FoundLoose::Delete && !isKept) {
        if (!m_whys.empty() || !m_selected)
            select(DeletionCause::Ghost);
        m_whys.clear();
    } else if (!m_whys.empty()) {
        stay(KeepReason::Ghost);
    }
}

void PolicyChoice::conclude(RowIndex row)
{
    if (m_whys.empty() && m_selected && m_circumstances.isHeldBack)
        stay(KeepReason::HeldBack);
    m_fates[row] = !m_whys.empty() ? OwnFate::Stays : m_selected ? OwnFate::Selected : OwnFate::Follows;
    for (const auto& why : m_whys)
        m_reasons.push_back({row, why});
    if (m_fates[row] == OwnFate::Selected)
        m_selections.push_back({row, m_selected->cause, m_selected->rule});
}

} // namespace slipway
