#include "domain/freedbytes.h"

#include <algorithm>
#include <iterator>

namespace slipway
{

namespace
{

/// Finds what a package holds on to when some of its versions go.
class RemainderSearch final
{
public:
    explicit RemainderSearch(const Snapshot& snapshot)
        : m_snapshot(snapshot)
        , m_isSought(snapshot.blobs.size(), false)
    {
    }

    /// Bytes of the blobs that none of the package's versions but the deleted ones (ascending) references.
    Bytes unheld(const PackageRow& package, std::span<const RowIndex> deleted,
                 std::span<const BlobUsage::Shared> candidates)
    {
        for (const auto& candidate : candidates)
            m_isSought[candidate.blob] = true;
        m_left = candidates.size();
        auto next = deleted.begin();
        for (RowIndex row = package.firstVersion; m_left > 0 && row < package.firstVersion + package.versionTotal;
             ++row) {
            if (next != deleted.end() && *next == row)
                ++next;
            else
                strike(m_snapshot.versions[row]);
        }
        Bytes bytes = 0;
        for (const auto& candidate : candidates) {
            if (m_isSought[candidate.blob])
                bytes += m_snapshot.blobs[candidate.blob].knownSize();
            m_isSought[candidate.blob] = false;
        }
        return bytes;
    }

private:
    void strike(const VersionRow& version)
    {
        const auto* manifest = m_snapshot.manifestOf(version);
        if (!manifest)
            return;
        for (const RowIndex layer : m_snapshot.layersOf(*manifest))
            strike(layer);
        if (manifest->config != kNoRow)
            strike(manifest->config);
    }
    void strike(RowIndex blob)
    {
        if (m_isSought[blob]) {
            m_isSought[blob] = false;
            --m_left;
        }
    }

    const Snapshot& m_snapshot;
    std::vector<bool> m_isSought; ///< per blob; false between calls
    size_t m_left = 0;
};

/// Each once, in the order of their rows, which is that of their packages.
std::vector<RowIndex> inOrder(const Snapshot& snapshot, std::span<const RowIndex> versions)
{
    std::vector<bool> isGiven(snapshot.versions.size(), false);
    for (const RowIndex row : versions)
        isGiven[row] = true;
    std::vector<RowIndex> rows;
    rows.reserve(versions.size());
    for (RowIndex row = 0; row < isGiven.size(); ++row) {
        if (isGiven[row])
            rows.push_back(row);
    }
    return rows;
}

/// Blobs of unknown size that nothing but the part references.
std::vector<RowIndex> unsizedAmong(const Snapshot& snapshot, const BlobUsage::Part& part)
{
    std::vector<RowIndex> held; // by something else
    for (const auto& shared : part.shared) {
        if (!snapshot.blobs[shared.blob].isSizeKnown())
            held.push_back(shared.blob);
    }
    std::ranges::sort(held);
    std::vector<RowIndex> unsized;
    std::ranges::set_difference(part.unsized, held, std::back_inserter(unsized));
    return unsized;
}

} // namespace

FreedBytes freedByDeleting(const Snapshot& snapshot, BlobUsage::References references,
                           std::span<const RowIndex> versions)
{
    return freedByDeleting(snapshot, std::move(references), versions, {});
}

FreedBytes freedByDeleting(const Snapshot& snapshot, BlobUsage::References references,
                           std::span<const RowIndex> versions, std::span<Bytes> alone)
{
    const auto rows = inOrder(snapshot, versions);
    BlobUsage usage(snapshot, std::move(references));
    RemainderSearch search(snapshot);
    FreedBytes freed;
    std::vector<BlobUsage::Part> parts;
    std::vector<SetSize> each; // of a package
    for (auto begin = rows.begin(); begin != rows.end();) {
        const RowIndex package = snapshot.versions[*begin].package;
        const auto end =
            std::find_if(begin, rows.end(), [&](RowIndex row) { return snapshot.versions[row].package != package; });
        const std::span deleted(begin, end);
        each.assign(alone.empty() ? 0 : deleted.size(), SetSize{});
        const auto& part = parts.emplace_back(usage.measureEach(deleted, each));
        for (size_t i = 0; i < each.size(); ++i)
            alone[deleted[i]] = each[i].exclusive;
        freed.packages.push_back(
            {package, deleted.size(),
             part.size.exclusive + search.unheld(snapshot.packages[package], deleted, part.shared)});
        begin = end;
    }
    const auto whole = usage.join(parts);
    freed.owner = whole.size.exclusive;
    freed.unsizedBlobs = unsizedAmong(snapshot, whole);
    std::ranges::copy_if(rows, std::back_inserter(freed.unreadVersions),
                         [&](RowIndex row) { return !snapshot.isRead(snapshot.versions[row]); });
    const auto unread =
        std::ranges::count_if(snapshot.versions, [&](const VersionRow& version) { return !snapshot.isRead(version); });
    freed.unreadRemaining = static_cast<size_t>(unread) - freed.unreadVersions.size();
    return freed;
}

} // namespace slipway
