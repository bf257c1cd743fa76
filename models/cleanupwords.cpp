#include "models/cleanupwords.h"

#include "cleanup/cleanupduration.h"
#include "domain/attestationplatform.h"
#include "domain/tagshape.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

/// "latest, demo, legacy-*".
QString patterns(const std::vector<Glob>& globs)
{
    QStringList names;
    for (const auto& glob : globs)
        names.append(glob.pattern());
    return names.join(u", "_s);
}

} // namespace

QString cleanupAgeText(std::chrono::milliseconds age)
{
    using namespace std::chrono;
    if (age >= days(1))
        return Words::tr("%n day(s)", nullptr, static_cast<int>(age / days(1)));
    if (age >= hours(1))
        return Words::tr("%n hour(s)", nullptr, static_cast<int>(age / hours(1)));
    return Words::tr("%n minute(s)", nullptr, static_cast<int>(age / minutes(1)));
}

/// Its policy tags.
QString CleanupWords::tagsOf(RowIndex version) const
{
    QStringList tags;
    for (const TagText tag : m_snapshot.tagsOf(m_snapshot.versions[version]))
        if (!parseReferrerTag(tag.utf8))
            tags.append(tag.toString());
    return tags.join(u", "_s);
}

/// By its first policy tag, else its short digest.
QString CleanupWords::nameOf(RowIndex version) const
{
    const QString tags = tagsOf(version);
    return tags.isEmpty() ? m_snapshot.digestOf(version).shortForm() : tags.section(u", "_s, 0, 0);
}

QString CleanupWords::imageOf(RowIndex version) const
{
    const QString& package = m_snapshot.packages[m_snapshot.versions[version].package].name.value;
    return package + (tagsOf(version).isEmpty() ? u'@' : u':') + nameOf(version);
}

/// What a version is to the index that lists it, or to its subject.
QString CleanupWords::above(RowIndex version, RowIndex up) const
{
    const auto& row = m_snapshot.versions[version];
    const auto entries = m_snapshot.childrenOf(*m_snapshot.manifestOf(m_snapshot.versions[up]));
    const auto entry = std::ranges::find(entries, row.manifest, &ChildRow::manifest);
    if (entry != entries.end()) {
        const QString& platform = m_snapshot.words[entry->platform];
        if (platform == kAttestationPlatform)
            return Words::tr("Attestation of %1").arg(nameOf(up));
        return platform.isEmpty() ? Words::tr("Part of %1").arg(nameOf(up))
                                  : Words::tr("Part of %1 (%2)", "an index, a platform").arg(nameOf(up), platform);
    }
    switch (m_snapshot.kindOf(row)) {
    case ManifestKind::Signature:
        return Words::tr("Signature of %1").arg(nameOf(up));
    case ManifestKind::Attestation:
        return Words::tr("Attestation of %1").arg(nameOf(up));
    case ManifestKind::Sbom:
        return Words::tr("SBOM of %1").arg(nameOf(up));
    default:
        return Words::tr("Hangs on %1").arg(nameOf(up));
    }
}

QString CleanupWords::because(const Deletion& deletion) const
{
    if (!deletion.isSelected())
        return above(deletion.version, deletion.through);
    switch (deletion.cause) {
    case DeletionCause::Rule:
        return Words::tr("Tagged %1 and %2 old").arg(tagsOf(deletion.version), cleanupAgeText(deletion.age));
    case DeletionCause::Untagged:
        return Words::tr("Untagged for %1", "an age").arg(cleanupAgeText(deletion.age));
    case DeletionCause::Ghost:
        return Words::tr("An index of which nothing exists any more");
    case DeletionCause::Orphan:
        return Words::tr("What it was made for is gone");
    }
    return {};
}

QString CleanupWords::deployed(const DeployedDigest& digest) const
{
    switch (digest.role) {
    case DeployedRole::Running:
        return Words::tr("Runs on %1").arg(digest.target);
    case DeployedRole::Canary:
        return Words::tr("Canary on %1").arg(digest.target);
    case DeployedRole::Rollback:
        return Words::tr("Rollback candidate of %1").arg(digest.target);
    }
    return {};
}

QString CleanupWords::byRule(RowIndex version, const KeepWhy& why) const
{
    if (why.by == kNoRow)
        return Words::tr("Untagged, but not for more than %1")
            .arg(cleanupDurationText(m_policy.untagged ? m_policy.untagged->olderThan : m_policy.grace));
    const auto& rule = m_policy.rules[why.by];
    if (why.reason == KeepReason::KeptLatest)
        return Words::tr("Among the newest %1 of %2", "a number, a glob").arg(rule.keepLatest).arg(rule.tags.pattern());
    return Words::tr("Tagged %1, but not older than %2")
        .arg(tagsOf(version), cleanupDurationText(rule.olderThan.value_or(m_policy.grace)));
}

QString CleanupWords::why(RowIndex version, const KeepWhy& why) const
{
    switch (why.reason) {
    case KeepReason::ListedBy:
    case KeepReason::HangsOn:
        return above(version, why.by);
    case KeepReason::Carries:
        return Words::tr("Belongs to what is protected: %1").arg(nameOf(why.by));
    case KeepReason::TreeBlocked:
        return Words::tr("Belongs to what cannot be deleted: %1").arg(nameOf(why.by));
    case KeepReason::Excluded:
        return Words::tr("Taken out of this plan");
    case KeepReason::Locked:
        return Words::tr("Locked by %1", "a file").arg(m_protections.locks[why.by].file);
    case KeepReason::Deployed:
        return deployed(m_protections.deployed[why.by]);
    case KeepReason::ProtectedTag:
        return Words::tr("Tag %1 is protected by %2").arg(tagsOf(version), m_policy.protect.tags[why.by].pattern());
    case KeepReason::SemanticVersion:
        return Words::tr("Tag %1 is a semantic version").arg(tagsOf(version));
    case KeepReason::NoRule:
        return Words::tr("No rule is for all of its tags: %1").arg(tagsOf(version));
    case KeepReason::SeveralRules:
        return Words::tr("Its tags need several rules: %1").arg(tagsOf(version));
    case KeepReason::KeptLatest:
    case KeepReason::NotOldEnough:
        return byRule(version, why);
    case KeepReason::Young:
        return Words::tr("Younger than the grace period of %1").arg(cleanupDurationText(m_policy.grace));
    case KeepReason::KindNotNamed:
        return Words::tr("Untagged, and the policy does not name the kind %1")
            .arg(manifestKindName(m_snapshot.kindOf(m_snapshot.versions[version])));
    case KeepReason::NoAge:
        return Words::tr("Its age is not known");
    case KeepReason::UntaggedKept:
        return Words::tr("The policy keeps untagged versions");
    case KeepReason::SubjectElsewhere:
        return Words::tr("What it was made for is in another package");
    case KeepReason::SubjectUnknown:
        return Words::tr("It does not say what it was made for");
    case KeepReason::Orphan:
        return Words::tr("What it was made for is gone; the policy reports that only");
    case KeepReason::OrphanUnjudged:
        return Words::tr("What it was made for was not found, but not everything could be read");
    case KeepReason::Ghost:
        return Words::tr("An index of which nothing exists any more; the policy reports that only");
    case KeepReason::HeldBack:
        return Words::tr("Something that may protect it could not be read");
    }
    return {};
}

QString CleanupWords::blocked(BlockedReason reason)
{
    switch (reason) {
    case BlockedReason::LastTagged:
        return Words::tr("Last tagged version of the package: GitHub does not delete it");
    case BlockedReason::Undeletable:
        return Words::tr("More than 5,000 downloads: GitHub does not delete it");
    }
    return {};
}

QString CleanupWords::skipped(const SkippedPackage& skipped) const
{
    const QString& name = m_snapshot.packages[skipped.package].name.value;
    switch (skipped.reason) {
    case SkipReason::ListNotWhole:
        return Words::tr("%1 is left out: its list of versions was not read to the end.").arg(name);
    case SkipReason::ManifestUnread:
        return Words::tr("%1 is left out: the manifest of %2 could not be read.")
            .arg(name, m_snapshot.digestOf(skipped.version).shortForm());
    }
    return {};
}

QString CleanupWords::notice(const PlanNotice& notice)
{
    switch (notice.kind) {
    case PlanNoticeKind::ProtectedTagUnused:
        return Words::tr("No tag matches “%1”, which is to be protected.").arg(notice.subject);
    case PlanNoticeKind::RuleUnused:
        return Words::tr("No tag matches the rule “%1”.").arg(notice.subject);
    case PlanNoticeKind::PackageGlobUnused:
        return Words::tr("No package matches “%1”.").arg(notice.subject);
    case PlanNoticeKind::NoTargets:
        return Words::tr("What is deployed is to be protected, but no target is configured: this protects nothing.");
    case PlanNoticeKind::TargetUnread:
        return Words::tr("What runs on %1 could not be read, so nothing is deleted.").arg(notice.subject);
    case PlanNoticeKind::LockFileUnread:
        return Words::tr("The lock file %1 was not read, so nothing is deleted.").arg(notice.subject);
    case PlanNoticeKind::OrphansUnjudged:
        return Words::tr("Not everything was read, so nothing counts as an orphan.");
    case PlanNoticeKind::TagsStay:
        return Words::tr(
            "%n versions stay with tags that a rule is for: they have others, or an index that stays lists "
            "them. One tag alone is taken away with “slipwayctl cleanup untag PACKAGE:TAG”.",
            nullptr, static_cast<int>(notice.count));
    }
    return {};
}

QString CleanupWords::group(DeletionCause cause, RowIndex rule) const
{
    switch (cause) {
    case DeletionCause::Rule: {
        const auto& tagRule = m_policy.rules[rule];
        QStringList words{Words::tr("Tagged %1", "a glob").arg(tagRule.tags.pattern())};
        if (tagRule.olderThan)
            words.append(Words::tr("older than %1").arg(cleanupDurationText(*tagRule.olderThan)));
        if (tagRule.keepLatest > 0)
            words.append(Words::tr("but for the newest %1").arg(tagRule.keepLatest));
        return words.join(u", "_s);
    }
    case DeletionCause::Untagged:
        return Words::tr("Untagged for more than %1")
            .arg(cleanupDurationText(m_policy.untagged ? m_policy.untagged->olderThan : m_policy.grace));
    case DeletionCause::Ghost:
        return Words::tr("Indexes of which nothing exists");
    case DeletionCause::Orphan:
        return Words::tr("Signatures and SBOMs of what is gone");
    }
    return {};
}

QString CleanupWords::hold(KeepReason reason) const
{
    switch (reason) {
    case KeepReason::Locked: {
        QStringList files;
        for (const auto& lock : m_protections.locks)
            files.append(lock.file);
        return Words::tr("Listed in %1", "a file").arg(files.join(u", "_s));
    }
    case KeepReason::Deployed:
        return Words::tr("Deployed on a host");
    case KeepReason::ProtectedTag:
        return Words::tr("Keep tags: %1", "globs").arg(patterns(m_policy.protect.tags));
    case KeepReason::SemanticVersion:
        return Words::tr("Semantic versions");
    case KeepReason::Young:
        return Words::tr("Younger than %1").arg(cleanupDurationText(m_policy.grace));
    case KeepReason::KeptLatest:
        return Words::tr("Among the newest of a rule");
    case KeepReason::ListedBy:
        return Words::tr("Part of an index that stays");
    case KeepReason::HangsOn:
        return Words::tr("Signature or SBOM of what stays");
    case KeepReason::Excluded:
        return Words::tr("Taken out of this plan");
    case KeepReason::HeldBack:
        return Words::tr("Held back: something was not read");
    case KeepReason::Carries:
    case KeepReason::TreeBlocked:
        return Words::tr("Belongs to what stays");
    default:
        return {}; // no rule reaches it: that protects nothing
    }
}

} // namespace slipway
