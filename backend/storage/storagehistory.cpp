#include "storage/storagehistory.h"

#include "core/logcategories.h"
#include "storage/measurestorage.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr int kNoon = 12; // an hour

/// Nothing where the snapshot is gone meanwhile.
Result<std::optional<StorageSample>> measure(Store& store, const HistoryEntry& entry, const ClassificationRules& rules,
                                             const std::stop_token& stop)
{
    return store.snapshotAt(entry.id, stop).transform([&](const SnapshotPtr& snapshot) -> std::optional<StorageSample> {
        if (!snapshot)
            return std::nullopt;
        return sampleOf(measureStorage(*snapshot, classify(*snapshot, rules), entry.fetchedAt), *snapshot);
    });
}

} // namespace

Result<std::vector<StorageSample>> storageHistory(Store& store, const StoreScope& scope,
                                                  const ClassificationRules& rules, std::stop_token stop,
                                                  const StorageProgress& progress)
{
    const QString kind = kStorageSampleKind;
    const QByteArray digest = rulesDigest(rules);
    const auto entries = store.history(scope);
    if (!entries)
        return std::unexpected(entries.error());
    const auto findings = store.findings(scope, kind, digest);
    if (!findings)
        return std::unexpected(findings.error());
    QHash<qint64, StorageSample> known;
    for (const auto& finding : *findings)
        if (auto sample = unpackSample(finding.bytes))
            known.insert(finding.snapshot, *std::move(sample));
    const auto isKnown = [&](const HistoryEntry& entry) { return known.contains(entry.id); };
    const auto wanted =
        static_cast<std::size_t>(entries->size()) - static_cast<std::size_t>(std::ranges::count_if(*entries, isKnown));
    std::size_t done = 0;
    std::vector<StorageSample> samples;
    for (const auto& entry : *entries) {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, scope.owner.login);
        std::optional<StorageSample> sample;
        if (const auto found = known.constFind(entry.id); found != known.cend()) {
            sample = *found;
        } else {
            auto measured = measure(store, entry, rules, stop);
            if (!measured)
                return std::unexpected(measured.error());
            sample = *std::move(measured);
            // What cannot be kept, as beside a process that writes for long, is measured again next time.
            if (sample) {
                if (auto saved = store.saveFinding({entry.id, packSample(*sample)}, kind, digest, stop); !saved)
                    qCWarning(logStore, "what was measured is not kept: %s", qUtf8Printable(saved.error().detail));
            }
            if (progress)
                progress(++done, wanted);
        }
        if (sample) {
            sample->from = entry.fetchedAt;
            sample->until = entry.checkedAt;
            // What was measured by an earlier version did not look at that.
            sample->isComplete = sample->isComplete && entry.isListWhole;
            samples.push_back(*std::move(sample));
        }
    }
    return samples;
}

namespace
{

/// One point after the other, with what `bytesOf` says of each sample.
template<typename BytesOf>
std::vector<StoragePoint> pointsOf(std::span<const StorageSample> samples, BytesOf bytesOf)
{
    std::vector<StoragePoint> points;
    for (const auto& sample : samples) {
        const bool isLeast = !sample.isComplete;
        const Bytes bytes = bytesOf(sample);
        points.push_back({sample.from, bytes, isLeast});
        if (sample.until <= sample.from)
            continue;
        const QDate last = sample.until.toUTC().date();
        for (QDate day = sample.from.toUTC().date().addDays(1); day < last; day = day.addDays(1))
            points.push_back({QDateTime(day, QTime(kNoon, 0), QTimeZone::UTC), bytes, isLeast, true});
        points.push_back({sample.until, bytes, isLeast});
    }
    return points;
}

} // namespace

std::vector<StoragePoint> storagePoints(std::span<const StorageSample> samples)
{
    return pointsOf(samples, [](const StorageSample& sample) { return sample.stored; });
}

std::vector<StoragePoint> hubPoints(std::span<const StorageSample> samples, const QString& hub)
{
    return pointsOf(samples, [&hub](const StorageSample& sample) {
        const auto found = std::ranges::find(sample.hubs, hub, &HubSample::name);
        return found == sample.hubs.end() ? Bytes{0} : found->stored;
    });
}

Result<FoundIncidents> keepIncidents(Store& store, const StoreScope& scope, std::span<const StoragePoint> points,
                                     Bytes budget, BudgetSource source, const QString& profilePath,
                                     const QDateTime& now)
{
    return keepIncidents(store, scope, points, budget, incidentNoteKind(source, profilePath), now);
}

Result<FoundIncidents> keepIncidents(Store& store, const StoreScope& scope, std::span<const StoragePoint> points,
                                     Bytes budget, const QString& noteKind, const QDateTime& now)
{
    const auto kept = store.note(scope, noteKind);
    if (!kept)
        return std::unexpected(kept.error());
    const IncidentLog before = unpackIncidents(*kept);
    FoundIncidents found{withReadings(before, points, budget, now), std::nullopt};
    if (found.log != before) {
        if (auto saved = store.saveNote(scope, noteKind, packIncidents(found.log)); !saved)
            found.notKept = saved.error();
    }
    return found;
}

} // namespace slipway
