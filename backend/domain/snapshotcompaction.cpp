#include "domain/snapshotcompaction.h"

#include <QSet>

#include <algorithm>

namespace slipway
{

namespace
{

/// Which rows of a table stay, and where they go.
class Survivors final
{
public:
    explicit Survivors(size_t rows)
        : m_places(rows, kNoRow)
    {
    }

    /// False if it was kept before.
    bool keep(RowIndex row)
    {
        if (m_places[row] != kNoRow)
            return false;
        m_places[row] = 0;
        ++m_total;
        return true;
    }
    [[nodiscard]] bool areAll() const { return m_total == m_places.size(); }
    [[nodiscard]] bool has(RowIndex row) const { return m_places[row] != kNoRow; }
    /// The row's new index; kNoRow stays what it is.
    [[nodiscard]] RowIndex place(RowIndex row) const { return row == kNoRow ? kNoRow : m_places[row]; }

    /// Moves the rows that stay together, and from then on knows their places.
    template<typename Row>
    void compact(std::vector<Row>& rows)
    {
        RowIndex next = 0;
        for (RowIndex row = 0; row < rows.size(); ++row) {
            if (!has(row))
                continue;
            if (next != row)
                rows[next] = std::move(rows[row]);
            m_places[row] = next++;
        }
        rows.resize(next);
        rows.shrink_to_fit();
    }

private:
    std::vector<RowIndex> m_places;
    size_t m_total = 0;
};

void keepManifests(const Snapshot& snapshot, Survivors& manifests)
{
    std::vector<RowIndex> pending;
    const auto keep = [&](RowIndex row) {
        if (row != kNoRow && manifests.keep(row) && snapshot.manifests[row].childTotal > 0)
            pending.push_back(row);
    };
    for (const auto& version : snapshot.versions)
        keep(version.manifest);
    while (!pending.empty()) {
        const RowIndex index = pending.back();
        pending.pop_back();
        for (const auto& child : snapshot.childrenOf(snapshot.manifests[index])) {
            keep(child.manifest);
            keep(child.attests);
        }
    }
}

void keepBlobs(const Snapshot& snapshot, const Survivors& manifests, Survivors& blobs)
{
    for (RowIndex row = 0; row < snapshot.manifests.size(); ++row) {
        if (!manifests.has(row))
            continue;
        const auto& manifest = snapshot.manifests[row];
        if (manifest.config != kNoRow)
            blobs.keep(manifest.config);
        for (const RowIndex layer : snapshot.layersOf(manifest))
            blobs.keep(layer);
    }
}

/// The lists of the manifests that are left, put together anew.
void rebuildLists(Snapshot& snapshot, const Survivors& manifests, const Survivors& blobs)
{
    std::vector<RowIndex> layers;
    std::vector<ChildRow> children;
    std::vector<Digest> subjects;
    for (auto& manifest : snapshot.manifests) {
        const auto oldLayers = snapshot.layersOf(manifest);
        const auto oldChildren = snapshot.childrenOf(manifest);
        manifest.config = blobs.place(manifest.config);
        manifest.firstLayer = static_cast<RowIndex>(layers.size());
        manifest.firstChild = static_cast<RowIndex>(children.size());
        for (const RowIndex layer : oldLayers)
            layers.push_back(blobs.place(layer));
        for (const auto& child : oldChildren)
            children.push_back({manifests.place(child.manifest), manifests.place(child.attests), child.platform});
        if (manifest.subject != kNoRow) {
            subjects.push_back(snapshot.subjects[manifest.subject]);
            manifest.subject = static_cast<RowIndex>(subjects.size() - 1);
        }
    }
    snapshot.layers = std::move(layers);
    snapshot.children = std::move(children);
    snapshot.subjects = std::move(subjects);
}

void dropConfigs(Snapshot& snapshot)
{
    if (snapshot.configs.isEmpty())
        return;
    QSet<Digest> present;
    for (const auto& blob : snapshot.blobs) {
        if (snapshot.configs.contains(blob.digest))
            present.insert(blob.digest);
    }
    snapshot.configs.removeIf([&](const auto& entry) { return !present.contains(entry.key()); });
}

} // namespace

void dropUnreferenced(Snapshot& snapshot)
{
    Survivors manifests(snapshot.manifests.size());
    keepManifests(snapshot, manifests);
    if (manifests.areAll())
        return;
    Survivors blobs(snapshot.blobs.size());
    keepBlobs(snapshot, manifests, blobs);
    manifests.compact(snapshot.manifests);
    blobs.compact(snapshot.blobs);
    rebuildLists(snapshot, manifests, blobs);
    for (auto& version : snapshot.versions)
        version.manifest = manifests.place(version.manifest);
    dropConfigs(snapshot);
}

} // namespace slipway
