#include "app/session/demopast.h"

#include "domain/snapshotbuilder.h"

#include <QSet>
#include <QTimeZone>

#include <array>
#include <chrono>

namespace slipway
{

using namespace std::chrono_literals;

namespace
{

/// Before the anchor: around the tags' last moves.
constexpr std::array kReadings{std::chrono::minutes(10 * 24h), std::chrono::minutes(2 * 24h), std::chrono::minutes(1h)};

/// To the second, as GitHub tells times.
QDateTime listed(const QDateTime& time)
{
    return time.isValid() ? QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC) : QDateTime();
}

bool isThere(const QDateTime& from, const QDateTime& until, const QDateTime& at)
{
    return from <= at && (!until.isValid() || at < until);
}

/// The tags of a version at that time, and when they moved last.
ListedVersion versionAt(const SimPackage& package, const SimVersion& row, const QDateTime& at)
{
    ListedVersion version{{row.id}, row.digest, listed(row.createdAt), row.createdAt, {}};
    QSet<QString> told;
    for (const auto& span : package.tagHistory()) {
        if (span.digest != row.digest)
            continue;
        told.insert(span.tag);
        if (isThere(span.from, span.until, at))
            version.tags.append({span.tag});
        for (const auto& moved : {span.from, span.until})
            if (moved.isValid() && moved <= at && moved > version.updatedAt)
                version.updatedAt = moved;
    }
    // Tags that never moved have no history.
    for (const auto& tag : row.tags)
        if (!told.contains(tag))
            version.tags.append({tag});
    version.updatedAt = listed(version.updatedAt);
    return version;
}

SnapshotPtr readingAt(const SimulatorState& state, const QDateTime& at)
{
    const auto kind = state.owner.type == OwnerType::Organization ? OwnerKind::Organization : OwnerKind::User;
    SnapshotBuilder builder({state.owner.login, state.owner.id, kind}, at);
    for (const auto& package : state.packages) {
        const PackageFacts& facts = package->facts();
        if (!isThere(facts.createdAt, facts.deletedAt, at))
            continue;
        std::vector<ListedVersion> versions;
        for (const auto& row : package->rows())
            if (isThere(row.createdAt, row.deletedAt, at))
                versions.push_back(versionAt(*package, row, at));
        const auto visibility = facts.visibility == SimVisibility::Public ? Visibility::Public : Visibility::Private;
        const auto total = static_cast<std::int64_t>(versions.size());
        builder.addPackage({{facts.name}, facts.id, visibility, total, facts.repository, listed(facts.createdAt), {}},
                           std::move(versions), Completeness::Whole);
    }
    return std::move(builder).build();
}

} // namespace

std::vector<SnapshotPtr> demoPast(const SimulatorState& state)
{
    std::vector<SnapshotPtr> past;
    if (state.anchor.isValid())
        for (const auto before : kReadings)
            past.push_back(readingAt(state, state.anchor.addDuration(-before)));
    return past;
}

} // namespace slipway
