#include "cleanup/plantext.h"

#include "cleanup/cleanupduration.h"
#include "domain/attestationplatform.h"
#include "domain/tagshape.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// "118 days", "1 day", "5 hours", "12 minutes": whole ones that have passed.
QString ageText(std::chrono::milliseconds age)
{
    const auto counted = [](qint64 count, const QString& unit) {
        return u"%1 %2%3"_s.arg(count).arg(unit, count == 1 ? QString() : u"s"_s);
    };
    if (age >= std::chrono::days(1))
        return counted(age / std::chrono::days(1), u"day"_s);
    if (age >= std::chrono::hours(1))
        return counted(age / std::chrono::hours(1), u"hour"_s);
    return counted(age / std::chrono::minutes(1), u"minute"_s);
}

const QString kAmongNewest = u"among the newest"_s;

QString joined(const KeepText& text)
{
    return text.by.isEmpty() ? text.reason : text.reason + u' ' + text.by;
}

} // namespace

bool isKeptLatest(const KeepText& text)
{
    return text.reason.startsWith(kAmongNewest);
}

/// A version's first policy tag, else its short digest.
QString PlanWords::nameOf(RowIndex version) const
{
    for (const TagText tag : m_snapshot.tagsOf(m_snapshot.versions[version])) {
        if (!parseReferrerTag(tag.utf8))
            return tag.toString();
    }
    return m_snapshot.digestOf(version).shortForm();
}

QString PlanWords::tagsOf(RowIndex version) const
{
    QStringList tags;
    for (const TagText tag : m_snapshot.tagsOf(m_snapshot.versions[version])) {
        if (!parseReferrerTag(tag.utf8))
            tags.append(tag.toString());
    }
    return tags.join(u", "_s);
}

/// What a version is to the index that lists it, or to its subject.
KeepText PlanWords::above(RowIndex version, RowIndex up) const
{
    const auto& row = m_snapshot.versions[version];
    const auto entries = m_snapshot.childrenOf(*m_snapshot.manifestOf(m_snapshot.versions[up]));
    const auto entry = std::ranges::find(entries, row.manifest, &ChildRow::manifest);
    if (entry != entries.end()) {
        const QString& platform = m_snapshot.words[entry->platform];
        if (platform == kAttestationPlatform)
            return {u"attestation of"_s, nameOf(up)};
        return {u"child of"_s, platform.isEmpty() ? nameOf(up) : u"%1 (%2)"_s.arg(nameOf(up), platform)};
    }
    switch (m_snapshot.kindOf(row)) {
    case ManifestKind::Signature:
        return {u"signature of"_s, nameOf(up)};
    case ManifestKind::Attestation:
        return {u"attestation of"_s, nameOf(up)};
    case ManifestKind::Sbom:
        return {u"SBOM of"_s, nameOf(up)};
    default:
        return {u"hangs on"_s, nameOf(up)};
    }
}

QString PlanWords::rule(const Deletion& deletion) const
{
    switch (deletion.cause) {
    case DeletionCause::Rule:
        return m_policy.rules[deletion.rule].tags.pattern();
    case DeletionCause::Untagged:
        return u"untagged"_s;
    case DeletionCause::Ghost:
        return u"ghosts"_s;
    case DeletionCause::Orphan:
        return u"orphans"_s;
    }
    return {};
}

QString PlanWords::because(const Deletion& deletion) const
{
    if (!deletion.isSelected())
        return joined(above(deletion.version, deletion.through));
    switch (deletion.cause) {
    case DeletionCause::Rule:
        return u"tagged %1 and %2 old"_s.arg(tagsOf(deletion.version), ageText(deletion.age));
    case DeletionCause::Untagged:
        return u"untagged for %1"_s.arg(ageText(deletion.age));
    case DeletionCause::Ghost:
        return u"an index of which nothing exists any more"_s;
    case DeletionCause::Orphan:
        return u"what it was made for is gone"_s;
    }
    return {};
}

KeepText PlanWords::deployed(const DeployedDigest& digest) const
{
    switch (digest.role) {
    case DeployedRole::Running:
        return {u"runs on"_s, digest.target};
    case DeployedRole::Canary:
        return {u"canary on"_s, digest.target};
    case DeployedRole::Rollback:
        return {u"rollback candidate of"_s, digest.target};
    }
    return {};
}

KeepText PlanWords::byRule(RowIndex version, const KeepWhy& why) const
{
    if (why.by == kNoRow) {
        return {u"untagged, but not for more than %1"_s.arg(
                    cleanupDurationText(m_policy.untagged ? m_policy.untagged->olderThan : m_policy.grace)),
                {}};
    }
    const auto& rule = m_policy.rules[why.by];
    if (why.reason == KeepReason::KeptLatest)
        return {kAmongNewest + u" %1 of"_s.arg(rule.keepLatest), rule.tags.pattern()};
    return {u"tagged %1, but not older than %2, by the rule"_s.arg(
                tagsOf(version), cleanupDurationText(rule.olderThan.value_or(m_policy.grace))),
            rule.tags.pattern()};
}

KeepText PlanWords::why(RowIndex version, const KeepWhy& why) const
{
    switch (why.reason) {
    case KeepReason::ListedBy:
    case KeepReason::HangsOn:
        return above(version, why.by);
    case KeepReason::Carries:
        return {u"belongs to what is protected:"_s, nameOf(why.by)};
    case KeepReason::TreeBlocked:
        return {u"belongs to what cannot be deleted:"_s, nameOf(why.by)};
    case KeepReason::Locked:
        return {u"locked by"_s, m_protections.locks[why.by].file};
    case KeepReason::Deployed:
        return deployed(m_protections.deployed[why.by]);
    case KeepReason::ProtectedTag:
        return {u"tagged %1, protected by"_s.arg(tagsOf(version)), m_policy.protect.tags[why.by].pattern()};
    case KeepReason::SemanticVersion:
        return {u"tagged %1, a semantic version"_s.arg(tagsOf(version)), {}};
    case KeepReason::NoRule:
        return {u"no rule is for all of its tags: %1"_s.arg(tagsOf(version)), {}};
    case KeepReason::SeveralRules:
        return {u"its tags need several rules: %1"_s.arg(tagsOf(version)), {}};
    case KeepReason::KeptLatest:
    case KeepReason::NotOldEnough:
        return byRule(version, why);
    case KeepReason::KindNotNamed:
        return {u"untagged, and the policy does not name the kind %1"_s.arg(
                    manifestKindName(m_snapshot.kindOf(m_snapshot.versions[version]))),
                {}};
    default:
        return byItself(why);
    }
}

KeepText PlanWords::byItself(const KeepWhy& why) const
{
    switch (why.reason) {
    case KeepReason::Young:
        return {u"younger than the grace period of %1"_s.arg(cleanupDurationText(m_policy.grace)), {}};
    case KeepReason::NoAge:
        return {u"its age is not known"_s, {}};
    case KeepReason::Excluded:
        return {u"taken out of this plan"_s, {}};
    case KeepReason::UntaggedKept:
        return {u"the policy keeps untagged versions"_s, {}};
    case KeepReason::SubjectElsewhere:
        return {u"what it was made for is in another package"_s, {}};
    case KeepReason::SubjectUnknown:
        return {u"it does not say what it was made for"_s, {}};
    case KeepReason::Orphan:
        return {u"what it was made for is gone; the policy reports that only"_s, {}};
    case KeepReason::OrphanUnjudged:
        return {u"what it was made for was not found, but not everything could be read"_s, {}};
    case KeepReason::Ghost:
        return {u"an index of which nothing exists any more"_s, {}};
    case KeepReason::HeldBack:
        return {u"something that may protect it could not be read"_s, {}};
    default:
        return {};
    }
}

QString PlanWords::blocked(const Blocked& blocked) const
{
    switch (blocked.reason) {
    case BlockedReason::LastTagged:
        return u"last tagged version of the package: GitHub does not delete it"_s;
    case BlockedReason::Undeletable:
        return u"more than 5,000 downloads: GitHub does not delete it"_s;
    }
    return {};
}

QString PlanWords::skipped(const SkippedPackage& skipped) const
{
    switch (skipped.reason) {
    case SkipReason::ListNotWhole:
        return u"its list of versions was not read to the end"_s;
    case SkipReason::ManifestUnread:
        return u"the manifest of %1 could not be read"_s.arg(m_snapshot.digestOf(skipped.version).toString());
    }
    return {};
}

QString PlanWords::notice(const PlanNotice& notice)
{
    switch (notice.kind) {
    case PlanNoticeKind::ProtectedTagUnused:
        return u"No tag matches \"%1\", which is to be protected."_s.arg(notice.subject);
    case PlanNoticeKind::RuleUnused:
        return u"No tag matches the rule \"%1\"."_s.arg(notice.subject);
    case PlanNoticeKind::PackageGlobUnused:
        return u"No package matches \"%1\"."_s.arg(notice.subject);
    case PlanNoticeKind::NoTargets:
        return u"What is deployed is to be protected, but no target is configured: this protects nothing."_s;
    case PlanNoticeKind::TargetUnread:
        return u"What runs on %1 could not be read, so nothing is deleted."_s.arg(notice.subject);
    case PlanNoticeKind::LockFileUnread:
        return u"The lock file %1 was not read, so nothing is deleted."_s.arg(notice.subject);
    case PlanNoticeKind::OrphansUnjudged:
        return u"Not everything was read, so nothing counts as an orphan."_s;
    case PlanNoticeKind::TagsStay:
        return (notice.count == 1
                    ? u"1 version stays with a tag that a rule is for: it has others, or an index that stays lists it. "_s
                    : u"%1 versions stay with tags that a rule is for: they have others, or an index that stays lists them. "_s
                          .arg(notice.count))
               + u"One tag alone is taken away with \"slipwayctl cleanup untag PACKAGE:TAG\"."_s;
    }
    return {};
}

} // namespace slipway
