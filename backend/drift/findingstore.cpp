#include "drift/findingstore.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

const QString kKind = u"drift-1"_s;

std::vector<FindingLife> livesOf(const std::vector<FollowedRecord>& records)
{
    std::vector<FindingLife> lives;
    for (const auto& record : records) {
        auto life = unpackFinding(record.bytes);
        if (!life)
            continue;
        life->id = record.id;
        lives.push_back(*std::move(life));
    }
    return lives;
}

FollowedRecord recordOf(const FindingLife& life)
{
    return {life.id, life.key, life.state == FindingState::Resolved, packFinding(life)};
}

} // namespace

Result<std::vector<FindingLife>> carryOnFindings(Store& store, const StoreScope& scope,
                                                 const std::vector<DriftFinding>& found, const LookedFor& looked,
                                                 const QDateTime& now)
{
    const auto next = [&](std::vector<FollowedRecord> records) -> Result<std::vector<FollowedRecord>> {
        std::vector<FollowedRecord> after;
        for (const auto& life : advanceFindings(livesOf(records), found, looked, now))
            after.push_back(recordOf(life));
        return after;
    };
    return store.changeFollowed(scope, kKind, next).transform([](const std::vector<FollowedRecord>& records) {
        return livesOf(records);
    });
}

Result<std::vector<FindingLife>> keptFindings(Store& store, const StoreScope& scope)
{
    return store.followed(scope, kKind, FollowedPart::All).transform([](const std::vector<FollowedRecord>& records) {
        return livesOf(records);
    });
}

Result<FindingLife> acknowledgeFinding(Store& store, const StoreScope& scope, qint64 id, const QString& reason,
                                       const QDateTime& until, const QDateTime& now)
{
    const auto unknown =
        failure(ErrorKind::InvalidArgument,
                QCoreApplication::translate("Commands", "There is no open finding of this id"), QString::number(id));
    std::optional<FindingLife> changed;
    const auto next = [&](std::vector<FollowedRecord> records) -> Result<std::vector<FollowedRecord>> {
        const auto record = std::ranges::find(records, id, &FollowedRecord::id);
        auto life = record == records.end() ? std::nullopt : unpackFinding(record->bytes);
        if (!life)
            return unknown;
        life->id = id;
        auto after = acknowledged(*std::move(life), reason, until, now);
        if (!after)
            return std::unexpected(after.error());
        changed = *after;
        return std::vector{recordOf(*after)};
    };
    const auto done = store.changeFollowed(scope, kKind, next);
    if (!done)
        return std::unexpected(done.error());
    return *changed;
}

std::vector<FindingLife> livesInOrder(const DriftReport& report, const std::vector<FindingLife>& lives)
{
    QHash<QString, size_t> byKey;
    for (size_t i = 0; i < lives.size(); ++i)
        if (lives[i].state != FindingState::Resolved)
            byKey.insert(lives[i].key, i);
    std::vector<FindingLife> ordered;
    for (const auto& finding : report.findings)
        if (const auto at = byKey.constFind(driftKey(finding)); at != byKey.cend())
            ordered.push_back(lives[*at]);
    return ordered;
}

} // namespace slipway
