#include "app/dashboard/scantelling.h"

#include "core/errortext.h"
#include "core/logcategories.h"

#include <QElapsedTimer>

#include <utility>

namespace slipway
{

ScanProgressSink tellingCalmly(ScanProgressSink sink)
{
    constexpr qint64 kEvery = 100;
    QElapsedTimer sinceLast;
    return [sinceLast, sink = std::move(sink)](const ScanProgress& now) mutable {
        const bool isDone = now.packagesDone == now.packagesTotal;
        if (sinceLast.isValid() && sinceLast.elapsed() < kEvery && !isDone)
            return;
        sinceLast.start();
        sink(now);
    };
}

void logScanEnd(const Result<ScanOutcome>& outcome)
{
    if (!outcome) {
        qCWarning(logScan, "ended: %s", qUtf8Printable(errorLine(outcome.error())));
        return;
    }
    const auto& snapshot = *outcome->snapshot;
    qCInfo(logScan, "%s: %zu packages, %zu versions, %s", outcome->hasChanged ? "read" : "nothing changed",
           snapshot.packages.size(), snapshot.versions.size(), snapshot.complete ? "complete" : "incomplete");
    if (!outcome->hasChanged)
        return;
    for (const auto& problem : snapshot.problems)
        qCWarning(logScan, "%s", qUtf8Printable(errorLine(problem)));
}

bool concernsNetwork(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::Timeout || kind == ErrorKind::Server
           || kind == ErrorKind::RateLimited;
}

} // namespace slipway
