#include "domain/freedbytes.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// Counts which blobs nothing holds any more, package after package.
class FreedCount final
{
public:
    FreedCount(const Snapshot& snapshot, const std::vector<std::uint32_t>& references,
               std::span<const RowIndex> versions)
        : m_snapshot(snapshot)
        , m_references(references)
        , m_isGiven(snapshot.versions.size(), false)
        , m_isTouched(snapshot.packages.size(), false)
        , m_uses(snapshot.blobs.size(), 0)
    {
        for (const RowIndex row : versions) {
            m_isGiven[row] = true;
            m_isTouched[snapshot.versions[row].package] = true;
        }
    }

    FreedBytes count(std::span<Bytes> alone)
    {
        for (RowIndex package = 0; package < m_snapshot.packages.size(); ++package) {
            if (m_isTouched[package])
                addPackage(package, alone);
        }
        join();
        std::ranges::sort(m_freed.unsizedBlobs);
        const auto unread = std::ranges::count_if(
            m_snapshot.versions, [&](const VersionRow& version) { return !m_snapshot.isRead(version); });
        m_freed.unreadRemaining = static_cast<size_t>(unread) - m_freed.unreadVersions.size();
        return std::move(m_freed);
    }

private:
    void addPackage(RowIndex index, std::span<Bytes> alone)
    {
        const auto& package = m_snapshot.packages[index];
        PackageFreed freed{index, 0, 0};
        for (const auto& version : m_snapshot.versionsOf(package)) {
            const RowIndex row = m_snapshot.rowOf(version);
            if (!m_isGiven[row])
                continue;
            ++freed.versions;
            if (!m_snapshot.isRead(version))
                m_freed.unreadVersions.push_back(row);
            const auto* manifest = m_snapshot.manifestOf(version);
            const Bytes own = manifest ? addVersion(*manifest) : 0;
            freed.bytes += own;
            if (!alone.empty())
                alone[row] = own;
        }
        const size_t firstShared = m_shared.size();
        for (const RowIndex blob : m_noted) {
            if (m_uses[blob] == m_references[blob]) {
                freed.bytes += free(blob);
                m_uses[blob] = 0;
            } else {
                m_shared.push_back({blob, m_uses[blob]});
            }
        }
        m_noted.clear();
        m_freed.owner += freed.bytes;
        freed.bytes += unheld(package, std::span(m_shared).subspan(firstShared));
        m_freed.packages.push_back(freed);
    }

    /// Bytes of the blobs that only this version has. Of the others it is noted that it has them.
    Bytes addVersion(const ManifestRow& manifest)
    {
        Bytes own = 0;
        BlobUsage::forEachBlob(m_snapshot, manifest, [&](RowIndex blob) {
            if (m_references[blob] == 1)
                own += free(blob);
            else
                note(blob, 1);
        });
        return own;
    }
    void note(RowIndex blob, std::uint32_t uses)
    {
        if (m_uses[blob] == 0)
            m_noted.push_back(blob);
        m_uses[blob] += uses;
    }
    Bytes free(RowIndex blob)
    {
        const auto& row = m_snapshot.blobs[blob];
        if (!row.isSizeKnown())
            m_freed.unsizedBlobs.push_back(blob);
        return row.knownSize();
    }

    /// Bytes of the shared blobs that no version of the package that stays references. Clears what is noted of them.
    Bytes unheld(const PackageRow& package, std::span<const BlobUsage::Shared> shared)
    {
        size_t left = shared.size();
        const auto strike = [&](RowIndex blob) {
            left -= m_uses[blob] == 0 ? 0 : 1;
            m_uses[blob] = 0;
        };
        const RowIndex end = package.firstVersion + package.versionTotal;
        for (RowIndex row = package.firstVersion; left > 0 && row < end; ++row) {
            const auto* manifest = m_isGiven[row] ? nullptr : m_snapshot.manifestOf(m_snapshot.versions[row]);
            if (!manifest)
                continue;
            std::ranges::for_each(m_snapshot.layersOf(*manifest), strike);
            if (manifest->config != kNoRow)
                strike(manifest->config);
        }
        Bytes bytes = 0;
        for (const auto& [blob, uses] : shared) {
            bytes += m_uses[blob] == 0 ? 0 : m_snapshot.blobs[blob].knownSize();
            m_uses[blob] = 0;
        }
        return bytes;
    }

    /// The blobs that only packages together give up.
    void join()
    {
        for (const auto& shared : m_shared)
            note(shared.blob, shared.uses);
        for (const RowIndex blob : m_noted) {
            if (m_uses[blob] == m_references[blob])
                m_freed.owner += free(blob);
        }
    }

    const Snapshot& m_snapshot;
    const std::vector<std::uint32_t>& m_references;
    std::vector<bool> m_isGiven;
    std::vector<bool> m_isTouched;           ///< per package: whether any of its versions is given
    std::vector<std::uint32_t> m_uses;       ///< per blob of several versions, by those given of the package at hand
    std::vector<RowIndex> m_noted;           ///< blobs that have uses
    std::vector<BlobUsage::Shared> m_shared; ///< by each package what others, or its own that stay, have too
    FreedBytes m_freed;
};

} // namespace

FreedBytes freedByDeleting(const Snapshot& snapshot, BlobUsage::References references,
                           std::span<const RowIndex> versions)
{
    return freedByDeleting(snapshot, std::move(references), versions, {});
}

FreedBytes freedByDeleting(const Snapshot& snapshot, BlobUsage::References references,
                           std::span<const RowIndex> versions, std::span<Bytes> alone)
{
    return FreedCount(snapshot, *references, versions).count(alone);
}

} // namespace slipway
