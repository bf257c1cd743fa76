#include "app/ctl/cleanupcommands.h"

#include "app/ctl/cleanupdocuments.h"
#include "app/ctl/cleanuptext.h"
#include "app/ctl/confirmation.h"
#include "app/ctl/currentsnapshot.h"
#include "app/session/cleanupplanning.h"
#include "cleanup/openversions.h"
#include "cleanup/runchecks.h"
#include "core/errortext.h"
#include "inventory/storepages.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// A cleanup is worth waiting for GitHub's secondary limits, which are minutes; the hour of the primary limit is not.
constexpr std::chrono::minutes kLongestPause{3};
const QString kWho = u"slipwayctl"_s;

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

QString toText(const QJsonObject& document)
{
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

Result<QByteArray> contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return bytes;
}

Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

Result<void> mayChange(const Invocation& invocation, const Connection& connection)
{
    if (invocation.network == NetworkUse::Offline)
        return failure(ErrorKind::InvalidArgument, tr("%1 cannot be --offline").arg(invocation.command));
    if (invocation.isReadOnly || isReadOnly(connection.target().access))
        return failure(ErrorKind::Refused,
                       tr("%1 changes the registry, and this is read-only").arg(invocation.command));
    return {};
}

Task<Result<CommandResult>> runPlan(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const QString policyPath = invocation.values.value(u"policy"_s);
    if (policyPath.isEmpty())
        co_return failure(ErrorKind::InvalidArgument, tr("cleanup plan needs --policy FILE"));
    if (invocation.network == NetworkUse::Offline)
        co_return failure(ErrorKind::InvalidArgument,
                          tr("cleanup plan reads over the network and cannot be --offline"));
    std::optional<Glob> only;
    if (invocation.values.contains(u"package"_s)) {
        auto glob = Glob::parse(invocation.values.value(u"package"_s));
        if (!glob)
            co_return std::unexpected(glob.error());
        only = *std::move(glob);
    }
    const auto policy = readCleanupPolicy(policyPath);
    if (!policy)
        co_return std::unexpected(policy.error());
    const auto protections = protectionsFor(*policy, connection.profile(), cleanupFolderOf(connection.target()));
    if (!protections)
        co_return std::unexpected(protections.error());
    const auto current = co_await currentSnapshot(invocation, connection, stop);
    if (!current)
        co_return std::unexpected(current.error());
    const PlanFile plan =
        planFor(*current->snapshot, *policy, *protections, connection.target(), only, current->checkedAt);
    const QByteArray document = writePlanFile(plan);
    if (const QString path = invocation.values.value(u"output"_s); !path.isEmpty()) {
        if (auto written = writeWhole(path, document); !written)
            co_return std::unexpected(written.error());
    }
    CommandResult result{plan.complete ? ExitCode::Done : ExitCode::PartlyDone,
                         invocation.format == OutputFormat::Json ? QString::fromUtf8(document) : planText(plan)};
    if (const auto clock = checkClock(current->heardAt, current->servedAt, plan.server);
        !clock && current->servedAt.isValid())
        result.notice = u"%1 (%2)."_s.arg(clock.error().subject, clock.error().detail);
    co_return result;
}

ExitCode codeOf(const CleanupOutcome& outcome, const CleanupProof& proof)
{
    if (!proof.broken.empty())
        return ExitCode::CheckFailed;
    if (outcome.stopped) {
        const ErrorKind kind = outcome.stopped->kind;
        if (kind == ErrorKind::RateLimited || kind == ErrorKind::Offline)
            return ExitCode::TryLater;
        if (outcome.deleted.empty())
            return kind == ErrorKind::FileAccess ? ExitCode::Refused : exitCodeFor(*outcome.stopped);
        return ExitCode::PartlyDone;
    }
    const bool isWhole =
        outcome.skipped.empty() && outcome.failed.empty() && proof.problems.empty() && proof.gone.empty();
    return isWhole ? ExitCode::Done : ExitCode::PartlyDone;
}

/// What the runs of a plan before have done, by their journal; nothing where there was none.
Result<JournalState> stateBefore(const QString& journal)
{
    if (!QFileInfo(journal).isFile())
        return JournalState();
    return readJournal(journal).transform([](const JournalText& text) { return stateOf(text.entries); });
}

Task<Result<CommandResult>> runApply(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const auto text = contentsOf(invocation.argument);
    if (!text)
        co_return std::unexpected(text.error());
    const auto plan = parsePlanFile(*text, invocation.argument);
    if (!plan)
        co_return std::unexpected(plan.error());
    const auto& target = connection.target();
    if (auto checked = checkPlan(*plan, target.apiHost(), target.owner, target.clock.now()); !checked)
        co_return std::unexpected(checked.error());
    CleanupRequest request{*plan, {}, nullptr};
    const QStringList names = invocation.lists.value(u"allow-large"_s);
    for (const QString& name : names) {
        if (!isOverLimit(*plan, {name})) {
            co_return failure(ErrorKind::InvalidArgument,
                              tr("--allow-large %1: the plan has no such package over a limit").arg(name));
        }
        request.allowedLarge.insert({name});
    }
    const auto done = stateBefore(journalPathOf(cleanupFolderOf(target), *plan));
    if (!done)
        co_return std::unexpected(done.error());
    const auto left = openVersionsOf(*plan, *done, request.allowedLarge);
    if (const auto count = left.comingBack(); count > 0) {
        const QString line =
            left.announced.empty()
                ? counted(count, "%1 version is to be put back.", "%1 versions are to be put back.")
                : counted(count, "Up to %1 version is to be put back.", "Up to %1 versions are to be put back.");
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    }
    if (!left.open.empty()) {
        const QString question =
            counted(left.open.size(), "This deletes %1 version of %2", "This deletes %1 versions of %2")
                .arg(plan->owner);
        if (auto confirmed = confirm(invocation, question, QString::number(left.open.size())); !confirmed)
            co_return std::unexpected(confirmed.error());
    }
    const auto owner = co_await connection.scanTools().github.owner(target.owner, CallContext(stop));
    if (!owner)
        co_return std::unexpected(owner.error());
    if (auto before = connection.store().latestSnapshot(target.apiHost(), target.owner, stop))
        request.before = *before;
    StorePages pages(connection.store(), {target.apiHost(), *owner}, stop);
    const auto tools = cleanupTools(connection, *owner, &pages, kWho);
    const auto allowed = request.allowedLarge;
    const auto outcome = co_await applyCleanup(
        tools, std::move(request), {},
        [](const CleanupProgress& progress) {
            showProgressLine(progress.done == progress.total ? QString() : cleanupProgressText(progress));
        },
        stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    CleanupProof proof;
    if (stop.stop_requested())
        proof.problems.push_back({ErrorKind::Cancelled, tr("the proof"), {}, {}});
    else
        proof = co_await proveKept(connection, tools, *plan, showProgress, stop);
    CommandResult result{codeOf(*outcome, proof), invocation.format == OutputFormat::Json
                                                      ? toText(appliedDocument(*outcome, proof))
                                                      : appliedText(*outcome, proof, invocation)};
    if (outcome->stopped)
        result.notice = errorLine(*outcome->stopped) + u' ' + tr("The same plan goes on where this stopped.");
    else if (const auto after = stateBefore(outcome->journal); after && !after->isEnded)
        result.notice = openText(openVersionsOf(*plan, *after, allowed));
    co_return result;
}

Result<std::vector<VersionId>> readIds(const Invocation& invocation)
{
    std::vector<VersionId> ids;
    const QStringList texts = invocation.lists.value(u"id"_s);
    for (const QString& text : texts) {
        bool isNumber = false;
        ids.push_back({text.toLongLong(&isNumber)});
        if (!isNumber)
            return failure(ErrorKind::InvalidArgument, tr("--id takes the id of a version"), text);
    }
    return ids;
}

Task<Result<CommandResult>> runRestore(Invocation invocation, Connection& connection, std::stop_token stop)
{
    auto ids = readIds(invocation);
    if (!ids)
        co_return std::unexpected(ids.error());
    const auto& target = connection.target();
    const auto checked =
        contentsOf(invocation.argument)
            .and_then([&](const QByteArray& text) { return parseJournal(text, invocation.argument); })
            .and_then([&](const JournalText& journal) {
                return checkJournal(journal.entries, invocation.argument, target.apiHost(), target.owner);
            });
    if (!checked)
        co_return std::unexpected(checked.error());
    const auto owner = co_await connection.scanTools().github.owner(target.owner, CallContext(stop));
    if (!owner)
        co_return std::unexpected(owner.error());
    const auto outcome = co_await restoreDeleted(
        cleanupTools(connection, *owner, nullptr, kWho), invocation.argument, *std::move(ids),
        [](size_t done, size_t total) {
            showProgressLine(done == total ? QString()
                                           : counted(total, "%2 of %1 version", "%2 of %1 versions").arg(done));
        },
        stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    const bool isWhole = outcome->failed.empty() && std::ranges::all_of(outcome->restored, [](const Restoration& one) {
                             return one.missing.empty() && one.problem.isEmpty();
                         });
    CommandResult result{isWhole ? ExitCode::Done : ExitCode::PartlyDone, invocation.format == OutputFormat::Json
                                                                              ? toText(restoredDocument(*outcome))
                                                                              : restoredText(*outcome)};
    if (outcome->stopped) {
        result.code = outcome->stopped->kind == ErrorKind::RateLimited ? ExitCode::TryLater : ExitCode::PartlyDone;
        result.notice = errorLine(*outcome->stopped);
    }
    co_return result;
}

Task<Result<CommandResult>> runVerify(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (invocation.network == NetworkUse::Offline)
        co_return failure(ErrorKind::InvalidArgument, tr("cleanup verify asks the registry and cannot be --offline"));
    const auto current = co_await currentSnapshot(invocation, connection, stop);
    if (!current)
        co_return std::unexpected(current.error());
    const auto tools = cleanupTools(connection, current->snapshot->owner, nullptr, kWho);
    auto tags = co_await proveTags(tools, current->snapshot, {}, stop);
    CleanupProof proof{std::move(tags.broken), {}, std::move(tags.problems)};
    const auto& problems = current->snapshot->problems;
    proof.problems.insert(proof.problems.end(), problems.begin(), problems.end());
    const auto code = !proof.broken.empty()     ? ExitCode::CheckFailed
                      : !proof.problems.empty() ? ExitCode::PartlyDone
                                                : ExitCode::Done;
    co_return CommandResult{code, invocation.format == OutputFormat::Json ? toText(provenDocument(proof))
                                                                          : provenText(proof)};
}

Task<Result<CommandResult>> runUntag(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const qsizetype colon = invocation.argument.lastIndexOf(u':');
    const PackageName package{invocation.argument.left(std::max<qsizetype>(colon, 0))};
    const Tag tag{invocation.argument.sliced(colon + 1)};
    if (package.isEmpty() || tag.isEmpty())
        co_return failure(ErrorKind::InvalidArgument, tr("cleanup untag takes PACKAGE:TAG"), invocation.argument);
    if (auto confirmed =
            confirm(invocation, tr("This takes the tag %1 from %2").arg(tag.value, package.value), tag.value);
        !confirmed)
        co_return std::unexpected(confirmed.error());
    const auto owner = co_await connection.scanTools().github.owner(connection.target().owner, CallContext(stop));
    if (!owner)
        co_return std::unexpected(owner.error());
    const auto outcome = co_await untagOne(cleanupTools(connection, *owner, nullptr, kWho), package, tag, stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return CommandResult{ExitCode::Done,
                            invocation.format == OutputFormat::Json
                                ? toText(untaggedDocument(*outcome))
                                : tr("%1 is untagged; the version stays, tagged %2.")
                                          .arg(invocation.argument, outcome->remainingTags.isEmpty()
                                                                        ? tr("nothing else")
                                                                        : outcome->remainingTags.join(u", "_s))
                                      + u'\n'};
}

} // namespace

QList<CommandShape> cleanupCommands()
{
    const QCommandLineOption yes{u"yes"_s, tr("Do not ask. Packages over a limit still need --allow-large.")};
    return {
        {u"cleanup plan"_s,
         tr("Plan what a cleanup policy deletes, and why everything else stays."),
         {{u"policy"_s, tr("The cleanup policy; required."), u"FILE"_s},
          {u"package"_s, tr("Plan the packages that match this glob alone."), u"GLOB"_s},
          {u"output"_s, tr("Write the plan to this file too."), u"PLAN"_s}}},
        {u"cleanup apply"_s,
         tr("Carry out a plan, or go on with it; every deletion is in a journal before."),
         {yes,
          {u"allow-large"_s, tr("Also this package, which is over a limit of the policy; may be given again."),
           u"PACKAGE"_s}},
         u"PLAN"_s},
        {u"cleanup restore"_s,
         tr("Bring back what a journal says was deleted, within 30 days."),
         {{u"id"_s, tr("Only the version of this id; may be given again."), u"N"_s}},
         u"JOURNAL"_s},
        {u"cleanup verify"_s, tr("Ask the registry for every tag and all it takes; exit code 3 if any is broken."), {}},
        {u"cleanup untag"_s, tr("Take one tag from a version that stays."), {yes}, u"PACKAGE:TAG"_s},
    };
}

bool isCleanupCommand(const QString& command)
{
    return command.startsWith("cleanup "_L1);
}

Task<Result<CommandResult>> runCleanupCommand(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (invocation.command == "cleanup plan"_L1)
        co_return co_await runPlan(std::move(invocation), connection, std::move(stop));
    if (invocation.command == "cleanup verify"_L1)
        co_return co_await runVerify(std::move(invocation), connection, std::move(stop));
    if (auto may = mayChange(invocation, connection); !may)
        co_return std::unexpected(may.error());
    // Nothing before this could have changed anything.
    const auto grant = connection.allowChanges();
    if (!grant)
        co_return std::unexpected(grant.error());
    connection.governor().setLongestPause(kLongestPause);
    if (invocation.command == "cleanup apply"_L1)
        co_return co_await runApply(std::move(invocation), connection, std::move(stop));
    if (invocation.command == "cleanup restore"_L1)
        co_return co_await runRestore(std::move(invocation), connection, std::move(stop));
    co_return co_await runUntag(std::move(invocation), connection, std::move(stop));
}

} // namespace slipway
