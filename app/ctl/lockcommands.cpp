#include "app/ctl/lockcommands.h"

#include "app/ctl/driftlook.h"
#include "app/ctl/lockproposing.h"
#include "drift/lockdraft.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kUsualFile{"build-lock.json"};

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

QString checkText(const QString& path, bool isSame)
{
    if (isSame)
        return tr("%1 is up to date.").arg(path) + u'\n';
    return tr("%1 is not up to date.").arg(path) + u'\n';
}

QString noticeOf(const LockDraft& draft)
{
    const LockBefore& before = draft.before;
    QStringList notices;
    if (!before.unknown.isEmpty())
        notices.append(
            tr("The lock file has members that are not known; they are kept: %1").arg(before.unknown.join(u", "_s)));
    if (draft.isIncomplete)
        notices.append(tr("Not everything could be read; what was pinned of it stays."));
    const QString changes = lockChangesText(draft.merged, before.conflicts).trimmed();
    if (!changes.isEmpty())
        notices.append(changes);
    return notices.join(u'\n');
}

Task<Result<CommandResult>> runWrite(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (auto checked = checkWithoutProposal(invocation); !checked)
        co_return std::unexpected(checked.error());
    const bool isCheck = invocation.values.contains(u"check"_s);
    QString path = invocation.values.value(u"output"_s);
    if (path.isEmpty() && isCheck)
        path = kUsualFile;
    auto before = readLockBefore(path);
    if (!before)
        co_return std::unexpected(before.error());
    const auto read = co_await driftSnapshot(invocation, connection, stop);
    if (!read)
        co_return std::unexpected(read.error());
    const Snapshot& snapshot = *read->current.snapshot;
    auto made = makeLock(snapshot, ReferenceGraph(snapshot), read->classes, connection.profile().drift);
    const auto draft = draftLock(path, *std::move(before), std::move(made), snapshot);
    if (!draft)
        co_return std::unexpected(draft.error());
    const bool isIncomplete = draft->isIncomplete;
    const bool isSame = draft->isSame();
    if (!isCheck && !path.isEmpty() && !isSame) {
        if (auto saved = writeLockDraft(*draft); !saved)
            co_return std::unexpected(saved.error());
    }
    CommandResult result;
    result.code = isCheck && !isSame ? ExitCode::CheckFailed : isIncomplete ? ExitCode::PartlyDone : ExitCode::Done;
    // Where nothing was before and nothing is written, the lock itself says it all.
    if (!path.isEmpty() || isIncomplete)
        result.notice = noticeOf(*draft);
    if (invocation.format == OutputFormat::Json || path.isEmpty())
        result.output = QString::fromUtf8(draft->text);
    else if (isCheck)
        result.output = checkText(path, isSame);
    else
        result.output = tr("%1 pins %2 images.").arg(path).arg(draft->merged.lock.images.size()) + u'\n';
    co_return result;
}

Task<Result<CommandResult>> runVerify(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const auto lock = lockToCheck(invocation.argument, {});
    if (!lock)
        co_return std::unexpected(lock.error());
    auto answer = co_await lookForDrift(invocation, connection, {DriftCheck::Lock}, *lock, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    answer->report.checked = static_cast<qint64>(lock->read->lock.images.size());
    const QString output = invocation.format == OutputFormat::Json
                               ? QString::fromUtf8(QJsonDocument(driftDocument(*answer)).toJson())
                               : driftText(*answer);
    co_return CommandResult{answer->code(), output, unknownNotice(*lock)};
}

} // namespace

QList<CommandShape> lockCommands()
{
    QList<QCommandLineOption> writing{
        {u"output"_s, tr("Write it to this file, which is read before; by default it is only printed."), u"FILE"_s},
        {u"check"_s, tr("Write nothing; exit code 3 if the file (build-lock.json by default) would change.")},
    };
    writing.append(lockProposalOptions());
    return {
        {u"lock write"_s, tr("Pin the digests of all images in a lock file."), writing},
        {u"lock verify"_s,
         tr("Compare a lock file with the registry; exit code 3 if anything differs."),
         {},
         u"FILE"_s},
    };
}

Task<Result<CommandResult>> runLockCommand(Invocation invocation, Connection& connection, std::stop_token stop)
{
    const bool isProposal = invocation.values.contains(u"pull-request"_s);
    if (invocation.command == "lock write"_L1 && isProposal)
        return runLockProposal(std::move(invocation), connection, std::move(stop));
    if (invocation.command == "lock write"_L1)
        return runWrite(std::move(invocation), connection, std::move(stop));
    return runVerify(std::move(invocation), connection, std::move(stop));
}

} // namespace slipway
