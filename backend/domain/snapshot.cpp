#include "domain/snapshot.h"

#include <QTimeZone>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QDateTime timeFromMs(std::int64_t milliseconds)
{
    return milliseconds == VersionRow::kNoTime ? QDateTime()
                                               : QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
}

} // namespace

QDateTime VersionRow::createdAt() const
{
    return timeFromMs(createdMs);
}

QDateTime VersionRow::updatedAt() const
{
    return timeFromMs(updatedMs);
}

bool isNewer(const VersionRow& a, const VersionRow& b)
{
    const auto timeA = std::max(a.createdMs, a.updatedMs);
    const auto timeB = std::max(b.createdMs, b.updatedMs);
    return timeA != timeB ? timeA > timeB : a.id > b.id;
}

std::span<const VersionRow> Snapshot::versionsOf(const PackageRow& package) const
{
    return std::span(versions).subspan(package.firstVersion, package.versionTotal);
}

const Digest& Snapshot::digestOf(const VersionRow& version) const
{
    return version.manifest == kNoRow ? unasked[version.unasked] : manifests[version.manifest].digest;
}

const ManifestRow* Snapshot::manifestOf(const VersionRow& version) const
{
    return version.manifest == kNoRow ? nullptr : &manifests[version.manifest];
}

ManifestKind Snapshot::kindOf(const VersionRow& version) const
{
    const auto* manifest = manifestOf(version);
    return manifest ? manifest->kind : ManifestKind::Unreadable;
}

bool Snapshot::isRead(const VersionRow& version) const
{
    const auto* manifest = manifestOf(version);
    return manifest && manifest->state == ManifestState::Read;
}

bool Snapshot::isIndexDocument(const ManifestRow& manifest) const
{
    const QString& mediaType = words[manifest.mediaType];
    return mediaType == "application/vnd.oci.image.index.v1+json"_L1
           || mediaType == "application/vnd.docker.distribution.manifest.list.v2+json"_L1;
}

std::span<const RowIndex> Snapshot::layersOf(const ManifestRow& manifest) const
{
    return std::span(layers).subspan(manifest.firstLayer, manifest.layerTotal);
}

std::span<const ChildRow> Snapshot::childrenOf(const ManifestRow& manifest) const
{
    return std::span(children).subspan(manifest.firstChild, manifest.childTotal);
}

std::optional<Digest> Snapshot::subjectOf(const ManifestRow& manifest) const
{
    if (manifest.subject == kNoRow)
        return std::nullopt;
    return subjects[manifest.subject];
}

RowIndex Snapshot::rowOf(const VersionRow& version) const
{
    return static_cast<RowIndex>(&version - versions.data());
}

} // namespace slipway
