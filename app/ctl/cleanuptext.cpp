#include "app/ctl/cleanuptext.h"

#include "core/errortext.h"
#include "core/format.h"

#include <QCoreApplication>

#include <map>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

/// By its policy tags, else its digest.
QString nameOf(const PackageName& package, const QStringList& tags, const Digest& digest)
{
    return tags.isEmpty() ? package.value + u'@' + digest.shortForm() : package.value + u':' + tags.join(u',');
}

QString brokenLines(const std::vector<BrokenVersion>& broken)
{
    QString text;
    for (const auto& version : broken) {
        QStringList missing;
        for (const Digest& digest : version.missing)
            missing.append(digest.shortForm());
        text += tr("broken: %1, missing %2")
                    .arg(nameOf(version.package, version.tags, version.digest), missing.join(u", "_s))
                + u'\n';
    }
    return text;
}

QString goneLines(const std::vector<GoneVersion>& gone)
{
    QString text;
    for (const auto& version : gone) {
        text += tr("gone since the plan, deleted by somebody else: %1")
                    .arg(nameOf(version.package, version.tags, version.digest))
                + u'\n';
    }
    return text;
}

QString problemLines(const std::vector<Error>& problems)
{
    QString text;
    for (const Error& error : problems)
        text += tr("not asked: %1").arg(errorText(error).what) + u'\n';
    return text;
}

QString leftLines(const std::vector<LeftVersion>& left, const QString& word)
{
    QString text;
    for (const auto& version : left)
        text += u"%1: %2 %3: %4\n"_s.arg(word, version.package.value).arg(version.id.value).arg(version.reason);
    return text;
}

} // namespace

QString counted(std::size_t count, const char* one, const char* many)
{
    return tr(count == 1 ? one : many).arg(count);
}

QString planText(const PlanFile& plan)
{
    QString text;
    std::map<QString, std::vector<const PlannedVersion*>> byRule;
    for (const auto& planned : plan.deletions)
        byRule[planned.rule].push_back(&planned);
    for (const auto& [rule, planned] : byRule) {
        text += rule + u": "_s + counted(planned.size(), "%1 version", "%1 versions") + u'\n';
        for (const auto* version : planned)
            text += u"  %1  %2\n"_s.arg(nameOf(version->package, version->tags, version->digest), version->because);
    }
    for (const auto& blocked : plan.blocked) {
        text += tr("blocked: %1 %2: %3").arg(blocked.package.value, blocked.digest.shortForm(), blocked.reason) + u'\n';
    }
    for (const auto& large : plan.needsConfirmation) {
        text += tr("over a limit: %1 loses %2, %3 %; apply it with --allow-large %1")
                    .arg(large.package.value,
                         counted(static_cast<std::size_t>(large.versions), "%1 version", "%1 versions"))
                    .arg(large.percent, 0, 'f', 0)
                + u'\n';
    }
    for (const auto& skipped : plan.skippedPackages)
        text += tr("left out: %1: %2").arg(skipped.package.value, skipped.reason) + u'\n';
    for (const QString& notice : plan.notices)
        text += tr("note: %1").arg(notice) + u'\n';
    if (!text.isEmpty())
        text += u'\n';
    const auto staying = plan.keep.size() + plan.blocked.size();
    text += counted(plan.deletions.size(), "%1 version would be deleted", "%1 versions would be deleted") + u", "_s
            + counted(staying, "%1 stays", "%1 stay") + u"; "_s + tr("that frees %1.").arg(formatBytes(plan.freedBytes))
            + u'\n';
    if (!plan.complete)
        text += tr("Not everything could be read; what could not be is not touched.") + u'\n';
    return text;
}

QString appliedText(const CleanupOutcome& outcome, const CleanupProof& proof, const Invocation& invocation)
{
    QString text = leftLines(outcome.skipped, tr("skipped")) + leftLines(outcome.failed, tr("failed"))
                   + goneLines(proof.gone) + brokenLines(proof.broken) + problemLines(proof.problems);
    const QString freed = outcome.isFreedAtLeast ? tr("which frees at least %1.") : tr("which frees %1.");
    text += counted(outcome.deleted.size(), "%1 version is deleted", "%1 versions are deleted") + u", "_s
            + freed.arg(formatBytes(outcome.freedBytes)) + u'\n';
    if (proof.restoreHelps)
        text += tr("Tags that were to stay are broken. Bring back what was deleted: %1")
                    .arg(adviceFor(invocation, {u"cleanup"_s, u"restore"_s, outcome.journal}))
                + u'\n';
    else if (!proof.broken.empty())
        text += tr("Tags that were to stay are broken. What they lack is not in the journal of this cleanup, which "
                   "cannot bring it back.")
                + u'\n';
    else if (proof.isProven() && !proof.gone.empty())
        text += tr("Every other kept tag resolves, with all it lists and all that hangs on it.") + u'\n';
    else if (proof.isProven())
        text += tr("Every kept tag resolves, with all it lists and all that hangs on it.") + u'\n';
    else
        text += tr("Whether every kept tag is whole could not be proven: %1")
                    .arg(adviceFor(invocation, {u"cleanup"_s, u"verify"_s}))
                + u'\n';
    if (proof.brokenBefore > 0)
        text +=
            counted(proof.brokenBefore, "%1 tagged version could not be pulled whole before it, and is not counted: ",
                    "%1 tagged versions could not be pulled whole before it, and are not counted: ")
            + adviceFor(invocation, {u"broken"_s}) + u'\n';
    return text + tr("Journal: %1").arg(outcome.journal) + u'\n';
}

QString openText(const OpenVersions& left)
{
    QStringList what;
    if (!left.open.empty())
        what.append(
            counted(left.open.size(), "%1 version is still to be deleted", "%1 versions are still to be deleted"));
    if (const auto count = left.comingBack(); count > 0)
        what.append(left.announced.empty()
                        ? counted(count, "%1 version is still to be put back", "%1 versions are still to be put back")
                        : counted(count, "up to %1 version is still to be put back",
                                  "up to %1 versions are still to be put back"));
    return what.isEmpty() ? QString() : tr("%1: the same plan goes on.").arg(what.join(u", "_s));
}

QString restoredText(const RestoreOutcome& outcome)
{
    QString text;
    for (const auto& one : outcome.failed)
        text += tr("not restored: %1 %2: %3").arg(one.package.value).arg(one.id.value).arg(one.problem) + u'\n';
    for (const auto& one : outcome.neverAway)
        text += tr("%1 %2 never was away").arg(one.package.value).arg(one.id.value) + u'\n';
    for (const auto& one : outcome.restored) {
        if (!one.problem.isEmpty())
            text += u"%1 %2: %3\n"_s.arg(one.package.value).arg(one.id.value).arg(one.problem);
        if (!one.moved.isEmpty()) {
            text += tr("%1 %2 is back without %3, which lead elsewhere now")
                        .arg(one.package.value)
                        .arg(one.id.value)
                        .arg(one.moved.join(u", "_s))
                    + u'\n';
        }
        for (const Digest& digest : one.missing)
            text += tr("%1 %2 is back, but what it lists is not there: %3")
                        .arg(one.package.value)
                        .arg(one.id.value)
                        .arg(digest.toString())
                    + u'\n';
    }
    return text + counted(outcome.restored.size(), "%1 version is restored", "%1 versions are restored") + u", "_s
           + counted(outcome.failed.size(), "%1 is not.", "%1 are not.") + u'\n';
}

QString provenText(const CleanupProof& proof)
{
    QString text = brokenLines(proof.broken);
    text += problemLines(proof.problems);
    if (proof.isProven())
        text += tr("Every tag resolves, with all it lists and all that hangs on it.") + u'\n';
    return text;
}

QString cleanupProgressText(const CleanupProgress& progress)
{
    const QString versions = counted(progress.total, "%2 of %1 version", "%2 of %1 versions").arg(progress.done);
    const QString freed = formatBytes(progress.freed);
    QString text = versions + u", "_s
                   + (progress.toFree           ? tr("%1 of %2 freed").arg(freed, formatBytes(*progress.toFree))
                      : progress.isFreedAtLeast ? tr("at least %1 freed").arg(freed)
                                                : tr("%1 freed").arg(freed));
    if (progress.remaining) {
        const auto seconds = progress.remaining->count();
        text +=
            seconds < 120 ? tr(", about %1 s left").arg(seconds) : tr(", about %1 min left").arg((seconds + 59) / 60);
    }
    return text;
}

} // namespace slipway
