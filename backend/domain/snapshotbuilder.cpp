#include "domain/snapshotbuilder.h"

#include "domain/snapshotcompaction.h"
#include "domain/tagshape.h"

#include <algorithm>
#include <iterator>

namespace slipway
{

namespace
{

std::int64_t milliseconds(const QDateTime& time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : VersionRow::kNoTime;
}

/// Registries refuse manifests of more than a few megabytes; a larger number is somebody's mistake.
constexpr Bytes kLargestManifest = std::numeric_limits<std::uint32_t>::max();

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

/// Which of the previous snapshot's manifests are named by a kept or a dropped part of it.
struct Naming {
    std::vector<bool> isListed;        ///< by a version of a kept package
    std::vector<bool> isListedDropped; ///< by a version of a package that is left out
    std::vector<bool> isNamed;         ///< by an index that a kept version leads to
};

Naming namingOf(const Snapshot& previous, const QSet<PackageName>& without)
{
    const size_t total = previous.manifests.size();
    Naming naming{std::vector<bool>(total), std::vector<bool>(total), std::vector<bool>(total)};
    std::vector<RowIndex> pending;
    for (const auto& version : previous.versions) {
        if (version.manifest == kNoRow)
            continue;
        const bool isDropped = without.contains(previous.packages[version.package].name);
        (isDropped ? naming.isListedDropped : naming.isListed)[version.manifest] = true;
        if (!isDropped)
            pending.push_back(version.manifest);
    }
    while (!pending.empty()) {
        const auto& index = previous.manifests[pending.back()];
        pending.pop_back();
        for (const auto& child : previous.childrenOf(index)) {
            if (!naming.isNamed[child.manifest])
                pending.push_back(child.manifest);
            naming.isNamed[child.manifest] = true;
        }
    }
    return naming;
}

/// Manifests that could not be used are as if nobody had asked, where nobody who is kept did.
void forgetStates(Snapshot& snapshot, const Snapshot& previous, const QSet<PackageName>& without)
{
    const auto naming = namingOf(previous, without);
    for (size_t row = 0; row < snapshot.manifests.size(); ++row) {
        auto& manifest = snapshot.manifests[row];
        const bool isKept = naming.isListed[row] || (naming.isNamed[row] && !naming.isListedDropped[row]);
        if (manifest.state != ManifestState::Read && !isKept)
            manifest.state = ManifestState::Unreadable;
    }
}

} // namespace

SnapshotBuilder::SnapshotBuilder(Owner owner, QDateTime fetchedAt)
{
    m_tables.snapshot.owner = std::move(owner);
    m_tables.snapshot.fetchedAt = std::move(fetchedAt);
}

void SnapshotBuilder::addPackage(const ListedPackage& package, std::vector<ListedVersion> versions,
                                 Completeness completeness)
{
    auto& snapshot = m_tables.snapshot;
    const auto first = snapshot.versions.size();
    snapshot.packages.push_back({package.name, package.id, package.visibility, package.versionCount, package.repository,
                                 package.createdAt, package.updatedAt, static_cast<RowIndex>(first),
                                 static_cast<RowIndex>(versions.size()), completeness == Completeness::Whole});
    for (const auto& version : versions) {
        snapshot.versions.push_back({version.id, milliseconds(version.createdAt), milliseconds(version.updatedAt),
                                     kNoRow, kNoRow, static_cast<RowIndex>(snapshot.unasked.size()),
                                     snapshot.tags.beginList(static_cast<size_t>(version.tags.size()))});
        snapshot.unasked.push_back(version.digest);
        for (const auto& tag : version.tags)
            snapshot.tags.append(tag.value.toUtf8());
    }
    std::ranges::sort(std::span(snapshot.versions).subspan(first), isNewer);
}

void SnapshotBuilder::addManifest(const Manifest& manifest)
{
    const RowIndex index = m_tables.manifestRow(manifest.digest);
    if (m_tables.snapshot.manifests[index].state == ManifestState::Read)
        return;
    std::vector<ChildRow> children;
    for (const auto& child : manifest.children) {
        const auto attests = child.attests ? m_tables.manifestRow(*child.attests) : kNoRow;
        children.push_back({m_tables.manifestRow(child.digest), attests, m_tables.word(child.platform)});
    }
    auto& row = m_tables.snapshot.manifests[index];
    row.state = ManifestState::Read;
    row.shape = manifest.kind;
    row.size = static_cast<std::uint32_t>(std::clamp<Bytes>(manifest.size, 0, kLargestManifest));
    row.statesSbom = manifest.hasSbom;
    row.hasProvenance = manifest.hasProvenance;
    row.mediaType = m_tables.word(manifest.mediaType);
    row.artifactType = m_tables.word(manifest.artifactType);
    if (manifest.config)
        row.config = m_tables.blobRow(manifest.config->digest, manifest.config->size);
    row.firstLayer = static_cast<RowIndex>(m_tables.snapshot.layers.size());
    row.layerTotal = static_cast<std::uint16_t>(manifest.layers.size());
    for (const auto& layer : manifest.layers)
        m_tables.snapshot.layers.push_back(m_tables.blobRow(layer.digest, layer.size));
    row.firstChild = static_cast<RowIndex>(m_tables.snapshot.children.size());
    row.childTotal = static_cast<std::uint16_t>(children.size());
    m_tables.snapshot.children.insert(m_tables.snapshot.children.end(), children.begin(), children.end());
    if (manifest.subject) {
        row.subject = static_cast<RowIndex>(m_tables.snapshot.subjects.size());
        m_tables.snapshot.subjects.push_back(*manifest.subject);
    }
}

void SnapshotBuilder::markUnusable(const Digest& digest, ManifestState state)
{
    // What is known best counts, whatever came first: a manifest read through another package is read.
    auto& row = m_tables.snapshot.manifests[m_tables.manifestRow(digest)];
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
    m_tables.snapshot.problems.push_back(std::move(problem));
}

bool SnapshotBuilder::isRead(const Digest& digest) const
{
    const RowIndex row = m_tables.findManifest(digest);
    return row != kNoRow && m_tables.snapshot.manifests[row].state == ManifestState::Read;
}

SnapshotPtr SnapshotBuilder::build() &&
{
    orderPackages();
    resolveManifests();
    dropUnreferenced(m_tables.snapshot);
    resolveMismatches();
    refineKinds();
    std::ranges::sort(m_tables.snapshot.problems, {},
                      [](const Error& e) { return std::tie(e.subject, e.kind, e.detail); });
    m_tables.snapshot.complete =
        m_tables.snapshot.problems.empty() && m_tables.snapshot.isListWhole
        && std::ranges::all_of(m_tables.snapshot.packages, [](const PackageRow& row) { return row.complete; });
    return std::make_shared<Snapshot>(std::move(m_tables.snapshot));
}

SnapshotBuilder SnapshotBuilder::continuing(const Snapshot& previous, const QSet<PackageName>& without,
                                            QDateTime fetchedAt)
{
    SnapshotBuilder builder(previous.owner, std::move(fetchedAt));
    Snapshot& snapshot = builder.m_tables.snapshot;
    snapshot.manifests = previous.manifests;
    snapshot.blobs = previous.blobs;
    snapshot.layers = previous.layers;
    snapshot.children = previous.children;
    snapshot.subjects = previous.subjects;
    snapshot.words = previous.words;
    snapshot.configs = previous.configs;
    builder.copyPackages(previous, without);
    forgetStates(snapshot, previous, without);
    builder.m_tables.index();
    return builder;
}

void SnapshotBuilder::copyPackages(const Snapshot& previous, const QSet<PackageName>& without)
{
    m_tables.snapshot.packages.reserve(previous.packages.size());
    m_tables.snapshot.versions.reserve(previous.versions.size());
    m_tables.snapshot.tags.reserve(previous.tags.byteTotal());
    for (const auto& package : previous.packages) {
        if (without.contains(package.name))
            continue;
        m_tables.snapshot.packages.push_back(package);
        m_tables.snapshot.packages.back().firstVersion = static_cast<RowIndex>(m_tables.snapshot.versions.size());
        for (const auto& version : previous.versionsOf(package)) {
            auto& copy = m_tables.snapshot.versions.emplace_back(version);
            const auto tags = previous.tagsOf(version);
            copy.tags = m_tables.snapshot.tags.beginList(tags.size());
            for (const TagText tag : tags)
                m_tables.snapshot.tags.append(tag.utf8);
            if (version.manifest == kNoRow) {
                copy.unasked = static_cast<RowIndex>(m_tables.snapshot.unasked.size());
                m_tables.snapshot.unasked.push_back(previous.digestOf(version));
            }
        }
    }
}

/// Packages by name, and their versions in the same order.
void SnapshotBuilder::orderPackages()
{
    auto& packages = m_tables.snapshot.packages;
    std::ranges::sort(packages, {}, [](const PackageRow& row) { return row.name.value; });
    if (!std::ranges::is_sorted(packages, {}, &PackageRow::firstVersion)) {
        std::vector<VersionRow> versions;
        versions.reserve(m_tables.snapshot.versions.size());
        for (auto& package : packages) {
            const auto rows = m_tables.snapshot.versionsOf(package);
            package.firstVersion = static_cast<RowIndex>(versions.size());
            versions.insert(versions.end(), rows.begin(), rows.end());
        }
        m_tables.snapshot.versions = std::move(versions);
    }
    for (RowIndex index = 0; index < packages.size(); ++index) {
        for (RowIndex row = 0; row < packages[index].versionTotal; ++row)
            m_tables.snapshot.versions[packages[index].firstVersion + row].package = index;
    }
}

/// The digests of versions go where their manifests have them already.
void SnapshotBuilder::resolveManifests()
{
    auto& snapshot = m_tables.snapshot;
    std::vector<Digest> unasked;
    for (auto& version : snapshot.versions) {
        if (version.manifest != kNoRow)
            continue;
        const Digest& digest = snapshot.unasked[version.unasked];
        version.manifest = m_tables.findManifest(digest);
        version.unasked = kNoRow;
        if (version.manifest == kNoRow) {
            version.unasked = static_cast<RowIndex>(unasked.size());
            unasked.push_back(digest);
        }
    }
    snapshot.unasked = std::move(unasked);
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
    for (auto& manifest : m_tables.snapshot.manifests) {
        manifest.kind = manifest.shape;
        manifest.hasSbom = manifest.statesSbom || manifest.kind == ManifestKind::Sbom;
    }
    for (const auto& version : m_tables.snapshot.versions) {
        if (version.manifest == kNoRow)
            continue;
        auto& manifest = m_tables.snapshot.manifests[version.manifest];
        for (const TagText tag : m_tables.snapshot.tagsOf(version)) {
            if (const auto referrer = parseReferrerTag(tag.utf8))
                manifest.kind = kindFromTag(referrer->kind, manifest.kind);
        }
        manifest.hasSbom = manifest.hasSbom || manifest.kind == ManifestKind::Sbom;
    }
    for (const auto& child : m_tables.snapshot.children) {
        auto& manifest = m_tables.snapshot.manifests[child.manifest];
        if (child.attests != kNoRow && manifest.kind == ManifestKind::Image)
            manifest.kind = ManifestKind::Attestation;
    }
}

SnapshotPtr withConfigs(SnapshotPtr snapshot, QHash<Digest, ImageConfig> configs, const std::vector<Error>& problems)
{
    if (configs.isEmpty() && problems.empty())
        return snapshot;
    // Snapshots are made as changeable objects and only shared as constant ones.
    const auto changed = snapshot.use_count() == 1 ? std::const_pointer_cast<Snapshot>(std::move(snapshot))
                                                   : std::make_shared<Snapshot>(*snapshot);
    changed->configs.insert(configs);
    changed->problems.insert(changed->problems.end(), problems.begin(), problems.end());
    changed->complete = changed->complete && problems.empty();
    return changed;
}

} // namespace slipway
