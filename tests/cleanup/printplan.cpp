#include "cleanup/printplan.h"

#include "cleanup/policyreader.h"

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QString reasonName(KeepReason reason)
{
    switch (reason) {
    case KeepReason::Young:
        return u"young"_s;
    case KeepReason::NoAge:
        return u"no-age"_s;
    case KeepReason::Excluded:
        return u"excluded"_s;
    case KeepReason::Locked:
        return u"locked"_s;
    case KeepReason::Deployed:
        return u"deployed"_s;
    case KeepReason::ProtectedTag:
        return u"protected-tag"_s;
    case KeepReason::SemanticVersion:
        return u"semver"_s;
    case KeepReason::KeptLatest:
        return u"latest-of"_s;
    case KeepReason::NotOldEnough:
        return u"not-old-enough"_s;
    case KeepReason::NoRule:
        return u"no-rule"_s;
    case KeepReason::SeveralRules:
        return u"several-rules"_s;
    case KeepReason::UntaggedKept:
        return u"untagged-kept"_s;
    case KeepReason::KindNotNamed:
        return u"kind-not-named"_s;
    case KeepReason::SubjectElsewhere:
        return u"subject-elsewhere"_s;
    case KeepReason::SubjectUnknown:
        return u"subject-unknown"_s;
    case KeepReason::Orphan:
        return u"orphan"_s;
    case KeepReason::OrphanUnjudged:
        return u"orphan-unjudged"_s;
    case KeepReason::Ghost:
        return u"ghost"_s;
    case KeepReason::HeldBack:
        return u"held-back"_s;
    case KeepReason::ListedBy:
        return u"listed-by"_s;
    case KeepReason::HangsOn:
        return u"hangs-on"_s;
    case KeepReason::Carries:
        return u"carries"_s;
    case KeepReason::TreeBlocked:
        return u"tree-blocked"_s;
    }
    return {};
}

bool isRow(KeepReason reason)
{
    return reason == KeepReason::ListedBy || reason == KeepReason::HangsOn || reason == KeepReason::Carries
           || reason == KeepReason::TreeBlocked;
}

QString causeName(DeletionCause cause)
{
    switch (cause) {
    case DeletionCause::Rule:
        return u"rule"_s;
    case DeletionCause::Untagged:
        return u"untagged"_s;
    case DeletionCause::Ghost:
        return u"ghost"_s;
    case DeletionCause::Orphan:
        return u"orphan"_s;
    }
    return {};
}

QString noticeName(PlanNoticeKind kind)
{
    switch (kind) {
    case PlanNoticeKind::ProtectedTagUnused:
        return u"protected-tag-unused"_s;
    case PlanNoticeKind::RuleUnused:
        return u"rule-unused"_s;
    case PlanNoticeKind::PackageGlobUnused:
        return u"package-unused"_s;
    case PlanNoticeKind::NoTargets:
        return u"no-targets"_s;
    case PlanNoticeKind::TargetUnread:
        return u"target-unread"_s;
    case PlanNoticeKind::LockFileUnread:
        return u"lock-unread"_s;
    case PlanNoticeKind::OrphansUnjudged:
        return u"orphans-unjudged"_s;
    case PlanNoticeKind::TagsStay:
        return u"tags-stay"_s;
    }
    return {};
}

QString sorted(QStringList words, const QString& separator = u" "_s)
{
    words.sort();
    return words.join(separator);
}

} // namespace

PlanText printPlan(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture)
{
    const auto name = [&](RowIndex row) { return fixture.nameOf(snapshot.digestOf(row)); };
    QStringList deletions;
    for (const auto& deletion : plan.deletions)
        deletions.append(name(deletion.version));
    QStringList blocked;
    for (const auto& block : plan.blocked)
        blocked.append(name(block.version)
                       + (block.reason == BlockedReason::LastTagged ? u" last-tagged"_s : u" undeletable"_s));
    QStringList confirm;
    for (const auto& large : plan.needsConfirmation)
        confirm.append(
            u"%1 %2/%3"_s.arg(snapshot.packages[large.package].name.value).arg(large.versions).arg(large.total));
    QStringList skipped;
    for (const auto& skip : plan.skippedPackages)
        skipped.append(snapshot.packages[skip.package].name.value + u' '
                       + (skip.reason == SkipReason::ListNotWhole ? u"list"_s : name(skip.version)));
    QStringList notices;
    for (const auto& notice : plan.notices)
        notices.append((noticeName(notice.kind) + u' ' + notice.subject
                        + (notice.count > 0 ? QString::number(notice.count) : QString()))
                           .trimmed());
    return {deletions.join(u' '),  sorted(deletions),     sorted(blocked, u", "_s),
            confirm.join(u", "_s), skipped.join(u", "_s), notices.join(u", "_s)};
}

QString printFate(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture, RowIndex row)
{
    const auto nameOf = [&](RowIndex other) { return fixture.nameOf(snapshot.digestOf(other)); };
    QStringList fates;
    for (const auto& deletion : plan.deletions) {
        if (deletion.version == row)
            fates.append(causeName(deletion.cause)
                         + (deletion.isSelected() ? QString() : u" through "_s + nameOf(deletion.through)));
    }
    for (const auto& kept : plan.keep) {
        for (const auto& why : kept.version == row ? plan.whyOf(kept) : std::span<const KeepWhy>()) {
            const QString by = why.by == kNoRow    ? QString()
                               : isRow(why.reason) ? nameOf(why.by)
                                                   : QString::number(why.by);
            fates.append((reasonName(why.reason) + u' ' + by).trimmed());
        }
    }
    if (std::ranges::contains(plan.blocked, row, &Blocked::version))
        fates.append(u"blocked"_s);
    return nameOf(row) + u": "_s + fates.join(u", "_s);
}

QString printFate(const CleanupPlan& plan, const Snapshot& snapshot, const Fixture& fixture, const QString& name)
{
    return printFate(plan, snapshot, fixture, fixture.row(snapshot, name));
}

CleanupPlan planOf(const Snapshot& snapshot, const CleanupPolicy& policy, const CleanupProtections& protections,
                   const QDateTime& now)
{
    const ReferenceGraph graph(snapshot);
    return planCleanup({snapshot, graph, BlobUsage(snapshot).references()}, policy, protections, now);
}

CleanupPolicy policyFrom(const QString& yaml)
{
    auto policy = parseCleanupPolicy("version: 1\n" + yaml.toUtf8(), u"policy"_s);
    if (!policy)
        qFatal("%s %s", qPrintable(policy.error().subject), qPrintable(policy.error().detail));
    return *std::move(policy);
}

} // namespace slipway::test
