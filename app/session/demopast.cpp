#include "app/session/demopast.h"

#include "domain/snapshotbuilder.h"

#include <QSet>
#include <QTimeZone>

#include <chrono>

namespace slipway
{

using namespace std::chrono_literals;

namespace
{

/// Daily readings: the storage page looks at ninety days, and the nightlies of the first were there two days before.
constexpr std::chrono::minutes kLastReading = 1h;

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

/// The manifests of the versions that are gone: they were read while they were there.
std::vector<NewDocument> documentsOfGone(const SimulatorState& state)
{
    std::vector<NewDocument> documents;
    QSet<Digest> taken;
    for (const auto& package : state.packages) {
        for (const auto& row : package->rows()) {
            if (!row.deletedAt.isValid() || taken.contains(row.digest))
                continue;
            const auto kept = state.content.manifest(row.digest);
            if (!kept)
                continue;
            const auto mediaType = QString::fromLatin1(kept->mediaType);
            if (const auto manifest = parseManifest(row.digest, kept->bytes, mediaType)) {
                taken.insert(row.digest);
                documents.push_back({row.digest, {kept->bytes, mediaType}, *manifest});
            }
        }
    }
    return documents;
}

} // namespace

OwnerPast demoPast(SimulatorState state, const QDateTime& now)
{
    if (!state.anchor.isValid())
        return {};
    state.shiftTimes(std::chrono::milliseconds(state.anchor.msecsTo(now)));
    OwnerPast past;
    for (int day = kDemoPastDays; day > 0; --day)
        past.readings.push_back(readingAt(state, now.addDays(-day)));
    past.readings.push_back(readingAt(state, now.addDuration(-kLastReading)));
    past.documents = documentsOfGone(state);
    return past;
}

} // namespace slipway
