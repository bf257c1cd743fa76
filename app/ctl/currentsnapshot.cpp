#include "app/ctl/currentsnapshot.h"

#include "app/ctl/textoutput.h"

#include <cstdio>
#include <unistd.h>

namespace slipway
{

namespace
{

Result<CheckedSnapshot> lastSnapshot(Connection& connection, std::stop_token stop)
{
    auto snapshot =
        connection.store().latestSnapshot(connection.target().apiHost(), connection.target().owner, std::move(stop));
    if (!snapshot)
        return std::unexpected(snapshot.error());
    if (!*snapshot)
        return failure(ErrorKind::Offline, connection.target().owner);
    const QDateTime at = (*snapshot)->fetchedAt;
    return CheckedSnapshot{std::move(*snapshot), at, {}, {}};
}

} // namespace

Task<Result<CheckedSnapshot>> currentSnapshot(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (invocation.network == NetworkUse::Offline)
        co_return lastSnapshot(connection, stop);
    auto outcome =
        co_await scanOwner(connection.scanTools(), connection.scanRequest(ScanDepth::Usual), showProgress, stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return Result<CheckedSnapshot>(
        CheckedSnapshot{outcome->snapshot, outcome->checkedAt, outcome->servedAt, outcome->heardAt});
}

void showProgress(const ScanProgress& progress)
{
    const bool isDone = progress.packagesDone == progress.packagesTotal;
    showProgressLine(isDone ? QString() : progressText(progress));
}

void showProgressLine(const QString& text)
{
    static const bool isTerminal = isatty(STDERR_FILENO) != 0;
    if (!isTerminal)
        return;
    std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(text));
    std::fflush(stderr);
}

} // namespace slipway
