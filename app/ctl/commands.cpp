#include "app/ctl/commands.h"

#include "app/ctl/cleanupcommands.h"
#include "app/ctl/currentsnapshot.h"
#include "app/ctl/documents.h"
#include "app/ctl/driftcommands.h"
#include "app/ctl/storagecommand.h"
#include "app/ctl/textoutput.h"
#include "inventory/buildinventory.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString toText(const QJsonObject& document)
{
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

Task<Result<CommandResult>> runScan(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (invocation.network == NetworkUse::Offline) {
        co_return failure(
            ErrorKind::InvalidArgument,
            QCoreApplication::translate("Commands", "scan reads over the network and cannot be --offline"));
    }
    QElapsedTimer timer;
    timer.start();
    const auto depth = invocation.values.contains(u"full"_s) ? ScanDepth::Full : ScanDepth::Usual;
    const auto before = connection.transport().tally();
    const auto outcome = co_await scanOwner(connection.scanTools(), connection.scanRequest(depth), showProgress, stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    const auto& snapshot = outcome->snapshot;
    const auto document =
        scanDocument(*snapshot, connection.transport().tally() - before, static_cast<double>(timer.elapsed()) / 1000);
    co_return CommandResult{snapshot->complete ? ExitCode::Done : ExitCode::PartlyDone,
                            invocation.format == OutputFormat::Json ? toText(document) : scanText(document, *snapshot)};
}

Task<Result<CommandResult>> runInventory(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const auto filter = InventoryFilter::parse(invocation.values.value(u"filter"_s));
    if (!filter)
        co_return std::unexpected(filter.error());
    const auto current = co_await currentSnapshot(invocation, connection, stop);
    if (!current)
        co_return std::unexpected(current.error());
    const auto inventory = buildInventory(current->snapshot, connection.profile().rules);
    const Moments moments{current->checkedAt, connection.target().clock.now()};
    co_return CommandResult{current->snapshot->complete ? ExitCode::Done : ExitCode::PartlyDone,
                            invocation.format == OutputFormat::Json
                                ? toText(inventoryDocument(*inventory, *filter, moments))
                                : inventoryText(*inventory, *filter, moments)};
}

Task<Result<CommandResult>> runBroken(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const auto current = co_await currentSnapshot(invocation, connection, stop);
    if (!current)
        co_return std::unexpected(current.error());
    const Snapshot& snapshot = *current->snapshot;
    const auto document = brokenDocument(snapshot, ReferenceGraph(snapshot));
    auto code = snapshot.complete ? ExitCode::Done : ExitCode::PartlyDone;
    if (!document[u"broken"_s].toArray().isEmpty())
        code = ExitCode::CheckFailed;
    co_return CommandResult{code, invocation.format == OutputFormat::Json ? toText(document) : brokenText(document)};
}

} // namespace

QList<CommandShape> readingCommands()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Commands", text); };
    QList<CommandShape> commands{
        {u"scan"_s,
         tr("Read packages, versions and manifests of an owner and remember them."),
         {{u"full"_s, tr("Read every page, and ask again for manifests that were not there or not what was listed.")}}},
        {u"inventory"_s,
         tr("Show the images by hub and family, with sizes."),
         {{u"filter"_s, tr("Show what matches, for example 'hub:audio* size:>1GiB -signed'."), u"EXPR"_s}}},
        {u"broken"_s, tr("List tagged versions that cannot be pulled whole; exit code 3 if there are any."), {}},
        storageCommand(),
    };
    commands.append(driftCommands());
    commands.append(cleanupCommands());
    return commands;
}

Task<Result<CommandResult>> runReadingCommand(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (invocation.command == "scan"_L1)
        return runScan(std::move(invocation), connection, std::move(stop));
    if (invocation.command == "inventory"_L1)
        return runInventory(std::move(invocation), connection, std::move(stop));
    if (invocation.command == storageCommand().name)
        return runStorageCommand(std::move(invocation), connection, std::move(stop));
    if (isCleanupCommand(invocation.command))
        return runCleanupCommand(std::move(invocation), connection, std::move(stop));
    if (isDriftCommand(invocation.command))
        return runDriftCommand(std::move(invocation), connection, std::move(stop));
    return runBroken(std::move(invocation), connection, std::move(stop));
}

} // namespace slipway
