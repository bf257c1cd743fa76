#include "drift/driftreading.h"

#include "domain/snapshotbuilder.h"
#include "drift/chosentags.h"
#include "drift/imagebase.h"
#include "drift/siblings.h"

#include <QSet>

#include <algorithm>
#include <memory>

namespace slipway
{

namespace
{

constexpr Bytes kLargestSbom = 32LL * 1024 * 1024;
constexpr int kDeepest = 4;

Task<void> readBlob(DriftTools tools, Repository repository, Digest digest, std::shared_ptr<ReadBlobs> read,
                    std::stop_token stop)
{
    if (stop.stop_requested())
        co_return;
    const auto stored = tools.store.document(digest);
    if (stored && *stored) {
        read->blobs.insert(digest, (*stored)->bytes);
        co_return;
    }
    if (tools.network == DriftNetwork::StoreOnly)
        co_return;
    auto document = co_await tools.registry.blob(std::move(repository), digest, CallContext{stop});
    if (!document) {
        if (document.error().kind != ErrorKind::Cancelled)
            read->problems.push_back(document.error());
        co_return;
    }
    if (auto kept = tools.store.saveDocumentSoon({digest, {document->bytes, document->mediaType}, std::nullopt}); !kept)
        read->problems.push_back(kept.error());
    read->blobs.insert(digest, document->bytes);
}

/// Adds what the annotations of manifests declare.
void addDeclaredBases(QHash<Digest, ImageConfig>& configs, const Snapshot& snapshot, const DriftPolicy& policy,
                      Store& store, const std::stop_token& stop)
{
    PlatformImages images(snapshot, &configs);
    QHash<Digest, ImageConfig> better;
    for (const auto& package : snapshot.packages) {
        for (const auto& chosen : chosenTags(snapshot, package, policy)) {
            for (const auto& image : images.of(snapshot.versions[chosen.version])) {
                if (stop.stop_requested())
                    return;
                const auto manifest = image.config ? store.document(image.manifest->digest) : std::nullopt;
                if (!manifest || !*manifest)
                    continue;
                const auto config = withDeclaredBase(*image.config, (*manifest)->bytes);
                if (config != *image.config)
                    better.insert(snapshot.blobs[image.manifest->config].digest, config);
            }
        }
    }
    configs.insert(better);
}

/// Finds the SBOMs that hang on one image.
class SbomFinder final
{
public:
    SbomFinder(const DriftFacts& facts, SbomPlace& place)
        : m_snapshot(facts.snapshot)
        , m_graph(facts.graph)
        , m_place(place)
    {
    }

    void find(RowIndex version, const ManifestRow& image)
    {
        const bool isImage = m_snapshot.manifestOf(m_snapshot.versions[version]) == &image;
        // What hangs on an index is about all that is in it; what hangs on the image is closer.
        if (isImage)
            return take(version, 0);
        takeAttestations(version, image);
        for (const RowIndex child : m_graph.children(version))
            if (m_snapshot.manifestOf(m_snapshot.versions[child]) == &image)
                take(child, 0);
        take(version, 0);
    }

private:
    void takeBlobs(const ManifestRow& manifest)
    {
        if (!manifest.hasSbom && manifest.kind != ManifestKind::Sbom)
            return;
        for (const RowIndex layer : m_snapshot.layersOf(manifest)) {
            const auto& blob = m_snapshot.blobs[layer];
            if (blob.knownSize() <= kLargestSbom && !std::ranges::contains(m_place.blobs, blob.digest))
                m_place.blobs.push_back(blob.digest);
        }
    }

    void takeAttestations(RowIndex index, const ManifestRow& image)
    {
        const auto* manifest = m_snapshot.manifestOf(m_snapshot.versions[index]);
        for (const auto& child : m_snapshot.childrenOf(*manifest))
            if (child.attests != kNoRow && &m_snapshot.manifests[child.attests] == &image)
                takeBlobs(m_snapshot.manifests[child.manifest]);
    }

    void take(RowIndex version, int depth)
    {
        if (depth > kDeepest)
            return;
        for (const RowIndex referrer : m_graph.referrers(version)) {
            if (const auto* manifest = m_snapshot.manifestOf(m_snapshot.versions[referrer]))
                takeBlobs(*manifest);
            for (const RowIndex child : m_graph.children(referrer)) // of a fallback index
                if (const auto* manifest = m_snapshot.manifestOf(m_snapshot.versions[child]))
                    takeBlobs(*manifest);
            take(referrer, depth + 1);
        }
    }

    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    SbomPlace& m_place;
};

} // namespace

Task<ReadBlobs> readBlobs(DriftTools tools, QString owner, std::vector<WantedConfig> wanted, std::stop_token stop)
{
    const auto read = std::make_shared<ReadBlobs>();
    std::vector<Task<void>> tasks;
    tasks.reserve(wanted.size());
    for (const auto& each : wanted)
        tasks.push_back(readBlob(tools, Repository{owner, each.package}, each.digest, read, stop));
    for (auto& task : tasks)
        co_await task;
    if (auto flushed = tools.store.flushDocuments(); !flushed)
        read->problems.push_back(flushed.error());
    co_return ReadBlobs(*read);
}

std::vector<SbomPlace> sbomPlaces(const DriftFacts& facts)
{
    std::vector<SbomPlace> places;
    PlatformImages images(facts.snapshot, facts.configs);
    const auto add = [&](RowIndex package, RowIndex version, const ManifestRow& image) {
        SbomPlace place{image.digest, facts.snapshot.packages[package].name, {}};
        SbomFinder(facts, place).find(version, image);
        if (!place.blobs.empty())
            places.push_back(std::move(place));
    };
    for (const auto& pair : siblingPairs(facts, LockIndex(facts.snapshot, facts.lock))) {
        for (const auto& platform : platformPairs(images, pair, facts.snapshot)) {
            add(pair.cpu, pair.cpuVersion, *platform.cpu);
            add(pair.gpu, pair.gpuVersion, *platform.gpu);
        }
    }
    return places;
}

std::vector<WantedConfig> blobsOf(const std::vector<SbomPlace>& places)
{
    std::vector<WantedConfig> wanted;
    QSet<Digest> seen;
    for (const auto& place : places) {
        for (const auto& blob : place.blobs) {
            if (seen.contains(blob))
                continue;
            seen.insert(blob);
            wanted.push_back({place.package, blob});
        }
    }
    return wanted;
}

ReadSboms readSboms(const std::vector<SbomPlace>& places, const QHash<Digest, QByteArray>& blobs)
{
    ReadSboms read;
    for (const auto& place : places) {
        if (read.sboms.contains(place.image))
            continue;
        bool isUnread = false;
        for (const auto& blob : place.blobs) {
            const auto bytes = blobs.constFind(blob);
            const auto sbom = bytes == blobs.cend() ? failure(ErrorKind::NotFound, blob.toString())
                                                    : parseSbom(*bytes, blob.toString());
            if (sbom && *sbom) {
                read.sboms.insert(place.image, **sbom);
                isUnread = false;
                break;
            }
            isUnread = isUnread || !sbom;
        }
        if (isUnread)
            read.unread.insert(place.image);
    }
    return read;
}

Task<ReadConfigs> readChosenConfigs(DriftTools tools, SnapshotPtr snapshot, DriftPolicy policy, std::stop_token stop)
{
    const QString owner = snapshot->owner.login;
    auto read = co_await readBlobs(tools, owner, configsOfChosen(*snapshot, policy), stop);
    ReadConfigs made;
    for (auto it = read.blobs.cbegin(); it != read.blobs.cend() && !stop.stop_requested(); ++it)
        if (auto config = parseImageConfig(it.key(), *it))
            made.configs.insert(it.key(), *std::move(config));
    addDeclaredBases(made.configs, *snapshot, policy, tools.store, stop);
    made.problems = std::move(read.problems);
    co_return ReadConfigs(std::move(made));
}

Task<SnapshotPtr> withChosenConfigs(DriftTools tools, SnapshotPtr snapshot, DriftPolicy policy, std::stop_token stop)
{
    auto read = co_await readChosenConfigs(tools, snapshot, std::move(policy), std::move(stop));
    if (read.configs.isEmpty() && read.problems.empty())
        co_return SnapshotPtr(snapshot);
    co_return withConfigs(std::move(snapshot), std::move(read.configs), read.problems);
}

} // namespace slipway
