#include "cleanup/runchecks.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QString purposeOf(RegistryChange change)
{
    switch (change) {
    case RegistryChange::Cleanup:
        return tr("a cleanup takes delete:packages, and write:packages to put back what turns out not to go whole");
    case RegistryChange::Restoration:
        return tr("restoring takes write:packages");
    case RegistryChange::Untagging:
        return tr("taking a tag away takes write:packages and delete:packages");
    }
    return {};
}

} // namespace

Result<void> checkClock(const QDateTime& now, const QDateTime& servedAt, const QString& server)
{
    if (!servedAt.isValid()) {
        return failure(ErrorKind::Refused, tr("%1 does not say what time it is").arg(server),
                       tr("whether the clock of this machine is right cannot be told, nor so the age of versions: look "
                          "whether a proxy takes the header Date away"));
    }
    const std::chrono::milliseconds ahead(servedAt.msecsTo(now));
    if (std::chrono::abs(ahead) > kClockTolerance) {
        return failure(
            ErrorKind::Refused,
            tr("The clock is wrong: here it is %1, at %2 it is %3").arg(timeText(now), server, timeText(servedAt)),
            tr("by it is told which versions are old enough: set it right and make a new plan"));
    }
    return {};
}

Result<void> checkScopes(RegistryChange change, const std::optional<QStringList>& scopes)
{
    QStringList lacking;
    const auto need = [&](const QString& scope) {
        if (scopes && !scopes->contains(scope))
            lacking.append(scope);
    };
    need(u"write:packages"_s);
    if (change != RegistryChange::Restoration)
        need(u"delete:packages"_s);
    if (lacking.isEmpty())
        return {};
    return failure(ErrorKind::Refused, tr("The token lacks %1").arg(lacking.join(u", "_s)), purposeOf(change));
}

Task<Result<void>> checkBefore(RegistryChange change, CleanupTools tools, std::stop_token stop)
{
    const auto greeting = co_await tools.github.greeting(CallContext(std::move(stop)));
    if (!greeting)
        co_return std::unexpected(greeting.error());
    auto checked = checkScopes(change, greeting->scopes);
    if (checked && change == RegistryChange::Cleanup)
        checked = checkClock(tools.clock.now(), greeting->servedAt, tools.server);
    co_return checked;
}

} // namespace slipway
