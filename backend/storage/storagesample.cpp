#include "storage/storagesample.h"

#include "core/cbormap.h"

#include <QCborArray>
#include <QCborMap>
#include <QCryptographicHash>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// An integer that is there; anything else makes the whole nonsense.
std::optional<qint64> integerIn(const QCborMap& map, QLatin1StringView key)
{
    const QCborValue value = map[key];
    return value.isInteger() && value.toInteger() >= 0 ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<HubSample> unpackHub(const QCborMap& map)
{
    const auto stored = integerIn(map, "stored"_L1);
    const auto exclusive = integerIn(map, "exclusive"_L1);
    if (!map["name"_L1].isString() || !stored || !exclusive)
        return std::nullopt;
    return HubSample{map["name"_L1].toString(), *stored, *exclusive};
}

} // namespace

bool mayHoldMore(const Snapshot& snapshot, const VersionRow& version)
{
    const auto* manifest = snapshot.manifestOf(version);
    return !manifest
           || (manifest->state != ManifestState::Read && manifest->state != ManifestState::Missing
               && manifest->state != ManifestState::Invalid);
}

bool isWeighed(const Snapshot& snapshot, std::span<const RowIndex> unsizedBlobs)
{
    const auto holdsNoMore = [&](const VersionRow& version) { return !mayHoldMore(snapshot, version); };
    return snapshot.isListWhole && unsizedBlobs.empty() && std::ranges::all_of(snapshot.packages, &PackageRow::complete)
           && std::ranges::all_of(snapshot.versions, holdsNoMore);
}

StorageSample sampleOf(const StorageReport& report, const Snapshot& snapshot)
{
    const StorageFigures& whole = report.whole;
    StorageSample sample;
    sample.isComplete = isWeighed(snapshot, whole.unsizedBlobs);
    sample.logical = whole.size.logical;
    sample.stored = whole.size.stored;
    sample.shared = whole.size.shared;
    sample.manifestBytes = whole.manifestBytes;
    sample.versions = static_cast<std::int64_t>(whole.versions);
    for (const auto& hub : report.hubs)
        sample.hubs.push_back({hub.name, hub.figures.size.stored, hub.figures.size.exclusive});
    return sample;
}

QByteArray packSample(const StorageSample& sample)
{
    QCborArray hubs;
    for (const auto& hub : sample.hubs)
        hubs.append(QCborMap{{u"name"_s, hub.name}, {u"stored"_s, hub.stored}, {u"exclusive"_s, hub.exclusive}});
    return QCborMap{{u"complete"_s, sample.isComplete},
                    {u"logical"_s, sample.logical},
                    {u"stored"_s, sample.stored},
                    {u"shared"_s, sample.shared},
                    {u"manifests"_s, sample.manifestBytes},
                    {u"versions"_s, qint64{sample.versions}},
                    {u"hubs"_s, hubs}}
        .toCborValue()
        .toCbor();
}

std::optional<StorageSample> unpackSample(const QByteArray& bytes)
{
    const auto root = cborMapFrom(bytes);
    if (!root)
        return std::nullopt;
    const QCborMap& map = *root;
    const auto logical = integerIn(map, "logical"_L1);
    const auto stored = integerIn(map, "stored"_L1);
    const auto shared = integerIn(map, "shared"_L1);
    const auto manifests = integerIn(map, "manifests"_L1);
    const auto versions = integerIn(map, "versions"_L1);
    const bool isWhole = logical && stored && shared && manifests && versions;
    if (!isWhole || !map["complete"_L1].isBool() || !map["hubs"_L1].isArray())
        return std::nullopt;
    StorageSample sample{{}, {}, map["complete"_L1].toBool(), *logical, *stored, *shared, *manifests, *versions, {}};
    const QCborArray hubs = map["hubs"_L1].toArray();
    for (const auto& value : hubs) {
        auto hub = unpackHub(value.toMap());
        if (!hub)
            return std::nullopt;
        sample.hubs.push_back(*std::move(hub));
    }
    return sample;
}

QByteArray rulesDigest(const ClassificationRules& rules)
{
    // Every field with its place, so that no two different rules have one text.
    QCborArray all;
    const auto text = [](const std::optional<QString>& value) { return value ? QCborValue(*value) : QCborValue(); };
    for (const auto& rule : rules.rules) {
        all.append(
            QCborArray{rule.name ? QCborValue(rule.name->pattern()) : QCborValue(),
                       rule.regex ? QCborValue(rule.regex->pattern()) : QCborValue(),
                       rule.label ? QCborValue(QCborArray{rule.label->key, rule.label->value.pattern()}) : QCborValue(),
                       rule.tag ? QCborValue(rule.tag->pattern()) : QCborValue(), text(rule.hub), text(rule.family),
                       rule.variant ? QCborValue(int(*rule.variant)) : QCborValue()});
    }
    return QCryptographicHash::hash(all.toCborValue().toCbor(), QCryptographicHash::Sha256);
}

} // namespace slipway
