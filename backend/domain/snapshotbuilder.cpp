#include "domain/snapshotbuilder.h"

#include "domain/tagshape.h"

#include <QSet>

#include <algorithm>

namespace slipway
{

namespace
{

std::int64_t milliseconds(const QDateTime& time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : VersionRow::kNoTime;
}

/// Newest first by the later of both times, then the higher id: the order every list and rule uses.
bool isNewer(const ListedVersion& a, const ListedVersion& b)
{
    const auto timeA = std::max(milliseconds(a.createdAt), milliseconds(a.updatedAt));
    const auto timeB = std::max(milliseconds(b.createdAt), milliseconds(b.updatedAt));
    return timeA != timeB ? timeA > timeB : a.id > b.id;
}

ManifestKind kindFromTag(ReferrerTagKind tag, ManifestKind shape)
{
    if (shape != ManifestKind::Image && shape != ManifestKind::Artifact)
        return shape;
    switch (tag) {
    case ReferrerTagKind::Signature:
        return ManifestKind::Signature;
    case ReferrerTagKind::Attestation:
        return ManifestKind::Attestation;
    case ReferrerTagKind::Sbom:
        return ManifestKind::Sbom;
    case ReferrerTagKind::Fallback:
        return shape;
    }
    return shape;
}

} // namespace

SnapshotBuilder::SnapshotBuilder(Owner owner, QDateTime fetchedAt)
{
    m_snapshot.owner = std::move(owner);
    m_snapshot.fetchedAt = std::move(fetchedAt);
    m_snapshot.words.emplace_back();
}

void SnapshotBuilder::addPackage(const ListedPackage& package, std::vector<ListedVersion> versions,
                                 Completeness completeness)
{
    m_packages.push_back({package, std::move(versions), completeness});
}

void SnapshotBuilder::addManifest(const Manifest& manifest)
{
    const RowIndex index = manifestRow(manifest.digest);
    if (m_snapshot.manifests[index].state == ManifestState::Read)
        return;
    std::vector<ChildRow> children;
    for (const auto& child : manifest.children) {
        const auto attests = child.attests ? manifestRow(*child.attests) : kNoRow;
        children.push_back({manifestRow(child.digest), attests, word(child.platform)});
    }
    auto& row = m_snapshot.manifests[index];
    row.state = ManifestState::Read;
    row.kind = manifest.kind;
    row.size = manifest.size;
    row.hasSbom = manifest.hasSbom || manifest.kind == ManifestKind::Sbom;
    row.hasProvenance = manifest.hasProvenance;
    row.mediaType = word(manifest.mediaType);
    row.artifactType = word(manifest.artifactType);
    if (manifest.config)
        row.config = blobRow(*manifest.config);
    row.firstLayer = static_cast<RowIndex>(m_snapshot.layers.size());
    row.layerTotal = static_cast<std::uint16_t>(manifest.layers.size());
    for (const auto& layer : manifest.layers)
        m_snapshot.layers.push_back(blobRow(layer));
    row.firstChild = static_cast<RowIndex>(m_snapshot.children.size());
    row.childTotal = static_cast<std::uint16_t>(children.size());
    m_snapshot.children.insert(m_snapshot.children.end(), children.begin(), children.end());
    if (manifest.subject) {
        row.subject = static_cast<RowIndex>(m_snapshot.subjects.size());
        m_snapshot.subjects.push_back(*manifest.subject);
    }
}

void SnapshotBuilder::markUnusable(const Digest& digest, ManifestState state)
{
    // What is known best counts, whatever came first: a manifest read through another package is read.
    auto& row = m_snapshot.manifests[manifestRow(digest)];
    row.state = std::min(row.state, state);
}

void SnapshotBuilder::addMismatch(const Digest& digest, const std::vector<Digest>& claimedChildren,
                                  const QString& subject)
{
    markUnusable(digest, ManifestState::Invalid);
    m_mismatches.insert(digest, {claimedChildren, subject});
}

void SnapshotBuilder::addProblem(Error problem)
{
    m_snapshot.problems.push_back(std::move(problem));
}

SnapshotPtr SnapshotBuilder::build() &&
{
    std::ranges::sort(m_packages, {}, [](const PendingPackage& p) { return p.listed.name.value; });
    for (auto& pending : m_packages)
        placePackage(pending);
    resolveMismatches();
    refineKinds();
    std::ranges::sort(m_snapshot.problems, {}, [](const Error& e) { return std::tie(e.subject, e.kind, e.detail); });
    m_snapshot.complete =
        m_snapshot.problems.empty()
        && std::ranges::all_of(m_snapshot.packages, [](const PackageRow& row) { return row.complete; });
    return std::make_shared<const Snapshot>(std::move(m_snapshot));
}

RowIndex SnapshotBuilder::manifestRow(const Digest& digest)
{
    const auto known = m_manifestRows.constFind(digest);
    if (known != m_manifestRows.cend())
        return *known;
    const auto index = static_cast<RowIndex>(m_snapshot.manifests.size());
    ManifestRow row;
    row.digest = digest;
    m_snapshot.manifests.push_back(row);
    m_manifestRows.insert(digest, index);
    return index;
}

RowIndex SnapshotBuilder::blobRow(const BlobReference& blob)
{
    const auto known = m_blobRows.constFind(blob.digest);
    if (known != m_blobRows.cend()) {
        // Manifests that state different sizes for one blob: the larger counts, in whatever order they come.
        auto& size = m_snapshot.blobs[*known].size;
        size = std::max(size, blob.size);
        return *known;
    }
    const auto index = static_cast<RowIndex>(m_snapshot.blobs.size());
    m_snapshot.blobs.push_back({blob.digest, blob.size});
    m_blobRows.insert(blob.digest, index);
    return index;
}

std::uint16_t SnapshotBuilder::word(const QString& text)
{
    if (text.isEmpty())
        return 0;
    const auto known = m_words.constFind(text);
    if (known != m_words.cend())
        return *known;
    if (m_snapshot.words.size() > std::numeric_limits<std::uint16_t>::max())
        return 0;
    const auto index = static_cast<std::uint16_t>(m_snapshot.words.size());
    m_snapshot.words.push_back(text);
    m_words.insert(text, index);
    return index;
}

void SnapshotBuilder::placePackage(PendingPackage& pending)
{
    std::ranges::sort(pending.versions, isNewer);
    const auto packageIndex = static_cast<RowIndex>(m_snapshot.packages.size());
    const auto& listed = pending.listed;
    m_snapshot.packages.push_back(
        {listed.name, listed.id, listed.visibility, listed.versionCount, listed.repository, listed.createdAt,
         listed.updatedAt, static_cast<RowIndex>(m_snapshot.versions.size()),
         static_cast<RowIndex>(pending.versions.size()), pending.completeness == Completeness::Whole});
    for (const auto& version : pending.versions) {
        m_snapshot.versions.push_back(
            {version.id, version.digest, milliseconds(version.createdAt), milliseconds(version.updatedAt), packageIndex,
             m_manifestRows.value(version.digest, kNoRow), static_cast<RowIndex>(m_snapshot.tags.size()),
             static_cast<std::uint32_t>(version.tags.size())});
        m_snapshot.tags.insert(m_snapshot.tags.end(), version.tags.begin(), version.tags.end());
    }
    pending.versions = {};
}

bool SnapshotBuilder::leadsBack(const Digest& start) const
{
    QSet<Digest> seen;
    std::vector<Digest> pending = m_mismatches.value(start).claimedChildren;
    while (!pending.empty()) {
        const Digest next = pending.back();
        pending.pop_back();
        if (next == start)
            return true;
        if (seen.contains(next))
            continue;
        seen.insert(next);
        const auto mismatch = m_mismatches.value(next);
        pending.insert(pending.end(), mismatch.claimedChildren.begin(), mismatch.claimedChildren.end());
    }
    return false;
}

void SnapshotBuilder::resolveMismatches()
{
    for (auto it = m_mismatches.cbegin(); it != m_mismatches.cend(); ++it) {
        const auto kind = leadsBack(it.key()) ? ErrorKind::Cycle : ErrorKind::DigestMismatch;
        addProblem({kind, it->subject, {}, std::nullopt});
    }
}

void SnapshotBuilder::refineKinds()
{
    for (const auto& version : m_snapshot.versions) {
        if (version.manifest == kNoRow)
            continue;
        auto& manifest = m_snapshot.manifests[version.manifest];
        for (const Tag& tag : m_snapshot.tagsOf(version)) {
            if (const auto referrer = parseReferrerTag(tag.value))
                manifest.kind = kindFromTag(referrer->kind, manifest.kind);
        }
        manifest.hasSbom = manifest.hasSbom || manifest.kind == ManifestKind::Sbom;
    }
    for (const auto& child : m_snapshot.children) {
        auto& manifest = m_snapshot.manifests[child.manifest];
        if (child.attests != kNoRow && manifest.kind == ManifestKind::Image)
            manifest.kind = ManifestKind::Attestation;
    }
}

SnapshotPtr withConfigs(const SnapshotPtr& snapshot, QHash<Digest, ImageConfig> configs,
                        const std::vector<Error>& problems)
{
    if (configs.isEmpty() && problems.empty())
        return snapshot;
    auto copy = std::make_shared<Snapshot>(*snapshot);
    copy->configs.insert(configs);
    copy->problems.insert(copy->problems.end(), problems.begin(), problems.end());
    copy->complete = copy->complete && problems.empty();
    return copy;
}

} // namespace slipway
