#include "app/ctl/storagecommand.h"

#include "app/ctl/currentsnapshot.h"
#include "app/ctl/storageanswer.h"
#include "app/ctl/storagedocument.h"
#include "app/ctl/storagetext.h"
#include "app/session/reclaiming.h"
#include "core/errortext.h"
#include "storage/budgetincidents.h"

#include <QJsonDocument>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

Result<std::vector<StorageSample>> samplesOf(Connection& connection, const Owner& owner, const std::stop_token& stop)
{
    const StoreScope scope{connection.target().apiHost(), owner};
    return storageHistory(
        connection.store(), scope, connection.profile().rules, stop, [](std::size_t done, std::size_t total) {
            showProgressLine(done == total ? QString() : tr("%1 of %2 earlier readings measured").arg(done).arg(total));
        });
}

/// What GitHub's billing says, and what a person is told where it fails.
struct AskedBilling {
    BillingAnswer answer;
    QString notice;
};

Task<Result<AskedBilling>> askBilling(Invocation invocation, Connection& connection, Owner owner, std::stop_token stop)
{
    if (invocation.network == NetworkUse::Offline)
        co_return AskedBilling{{BillingState::Offline, {}, {}}, {}};
    if (connection.target().token.isEmpty())
        co_return AskedBilling{{BillingState::NoToken, {}, {}}, {}};
    const auto month = billingMonthOf(connection.target().clock.now());
    const auto billing = co_await connection.scanTools().github.billing(owner, month, stop);
    if (!billing && billing.error().kind == ErrorKind::Cancelled)
        co_return std::unexpected(billing.error());
    if (!billing) {
        co_return AskedBilling{{BillingState::Failed, {}, {}},
                               tr("What GitHub bills is not known: %1").arg(errorLine(billing.error()))};
    }
    if (const auto* usage = std::get_if<BilledUsage>(&*billing))
        co_return AskedBilling{{BillingState::Told, *usage, {}}, {}};
    co_return AskedBilling{{BillingState::NotPermitted, {}, std::get<BillingNotPermitted>(*billing).why}, {}};
}

/// What is kept of each budget's breaches, and why what is new could not be kept.
struct KeptIncidents {
    std::vector<BudgetIncidents> all; ///< beside the budgets
    std::optional<Error> notKept;
};

/// The team's budgets, as budgetUses() takes them: what is set in the window does not count here.
Result<KeptIncidents> incidentsOf(Connection& connection, const Owner& owner, const std::vector<BudgetUse>& uses,
                                  const std::vector<StorageSample>& samples)
{
    const Profile& profile = connection.profile();
    const bool isNamed = std::ranges::any_of(profile.budgets, &StorageBudget::isForOwner);
    const IncidentGround ground{{connection.target().apiHost(), owner},
                                isNamed ? BudgetSource::Profile : BudgetSource::Usual,
                                connection.target().profilePath,
                                connection.target().clock.now(),
                                connection.target().clock.isFixed()};
    KeptIncidents kept;
    for (auto& [budget, found] :
         keepBudgetIncidents(connection.store(), ground, budgetReadings(uses, samples), samples)) {
        if (!found)
            return std::unexpected(found.error());
        kept.all.push_back({budget, std::move(found->log)});
        if (found->notKept && !kept.notKept)
            kept.notKept = found->notKept;
    }
    return kept;
}

Result<Reclaimable> reclaimableIn(const Snapshot& snapshot, const Connection& connection)
{
    const ReferenceGraph graph(snapshot);
    return reclaimableOf({snapshot, graph, BlobUsage(snapshot).references()}, connection.profile(),
                         connection.target().clock.now());
}

/// What went wrong beside the answer, a line each.
QString noticeOf(const QString& billing, const Result<Reclaimable>& reclaimable, const KeptIncidents& incidents)
{
    QStringList lines;
    if (!billing.isEmpty())
        lines.append(billing);
    if (!reclaimable)
        lines.append(tr("What a cleanup frees is not known: %1").arg(errorLine(reclaimable.error())));
    if (incidents.notKept)
        lines.append(tr("The incidents found now are not kept, the next run finds them again: %1")
                         .arg(errorLine(*incidents.notKept)));
    return lines.join(u'\n');
}

ExitCode codeOf(const StorageAnswer& overview)
{
    if (overview.isOverBudget())
        return ExitCode::CheckFailed;
    return overview.isComplete ? ExitCode::Done : ExitCode::PartlyDone;
}

} // namespace

CommandShape storageCommand()
{
    return {u"storage"_s,
            tr("Show what is stored, what it costs and when the budget is crossed; exit code 3 over budget."),
            {{u"group"_s, tr("What the table lists: hub (default), family or package."), u"KIND"_s},
             {u"days"_s, tr("How many days of history the document has; 90 by default."), u"N"_s}}};
}

Task<Result<CommandResult>> runStorageCommand(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const auto question = readStorageQuestion(invocation.values);
    if (!question)
        co_return std::unexpected(question.error());
    const auto current = co_await currentSnapshot(invocation, connection, stop);
    if (!current)
        co_return std::unexpected(current.error());
    const auto billing = co_await askBilling(invocation, connection, current->snapshot->owner, stop);
    if (!billing)
        co_return std::unexpected(billing.error());
    const auto samples = samplesOf(connection, current->snapshot->owner, stop);
    if (!samples)
        co_return std::unexpected(samples.error());
    const Snapshot& snapshot = *current->snapshot;
    const auto uses =
        budgetUses(snapshot, classify(snapshot, connection.profile().rules), connection.profile().budgets);
    const auto incidents = incidentsOf(connection, snapshot.owner, uses, *samples);
    if (!incidents)
        co_return std::unexpected(incidents.error());
    const auto reclaimable = reclaimableIn(snapshot, connection);
    const StorageSources sources{.snapshot = current->snapshot,
                                 .profile = connection.profile(),
                                 .samples = *samples,
                                 .billed = billing->answer,
                                 .reclaimable = reclaimable,
                                 .budgets = uses,
                                 .incidents = incidents->all,
                                 .checkedAt = current->checkedAt,
                                 .now = connection.target().clock.now()};
    const auto overview = storageAnswer(sources, *question);
    const QString output = invocation.format == OutputFormat::Json
                               ? QString::fromUtf8(QJsonDocument(storageDocument(overview)).toJson())
                               : storageText(overview);
    co_return CommandResult{codeOf(overview), output, noticeOf(billing->notice, reclaimable, *incidents)};
}

} // namespace slipway
