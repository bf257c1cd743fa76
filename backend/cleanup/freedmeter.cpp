#include "cleanup/freedmeter.h"

namespace slipway
{

FreedMeter::FreedMeter(SnapshotPtr snapshot)
    : m_snapshot(std::move(snapshot))
{
    if (!m_snapshot)
        return;
    m_references = *BlobUsage(*m_snapshot).references();
    m_rows.reserve(static_cast<qsizetype>(m_snapshot->versions.size()));
    for (RowIndex row = 0; row < m_snapshot->versions.size(); ++row)
        m_rows.insert(m_snapshot->versions[row].id, row);
}

void FreedMeter::remove(VersionId version)
{
    if (knows(version) && !m_removed.contains(version)) {
        m_removed.insert(version);
        count(version, Change::Removed);
    }
}

void FreedMeter::putBack(VersionId version)
{
    if (m_removed.remove(version))
        count(version, Change::PutBack);
}

const ManifestRow* FreedMeter::manifestOf(VersionId version) const
{
    const auto row = m_rows.constFind(version);
    return row == m_rows.cend() ? nullptr : m_snapshot->manifestOf(m_snapshot->versions[*row]);
}

bool FreedMeter::knows(VersionId version) const
{
    return manifestOf(version) != nullptr;
}

std::optional<std::vector<std::int64_t>> FreedMeter::holdersOf(VersionId version) const
{
    const auto* manifest = manifestOf(version);
    if (manifest == nullptr)
        return std::nullopt;
    std::vector<std::int64_t> holders;
    BlobUsage::forEachBlob(*m_snapshot, *manifest, [&](RowIndex blob) { holders.push_back(m_references[blob]); });
    return holders;
}

void FreedMeter::count(VersionId version, Change change)
{
    BlobUsage::forEachBlob(*m_snapshot, *manifestOf(version), [&](RowIndex blob) {
        auto& references = m_references[blob];
        const Bytes size = m_snapshot->blobs[blob].knownSize();
        if (change == Change::PutBack) {
            if (references == 0)
                m_freed -= size;
            ++references;
        } else if (references > 0) {
            --references;
            if (references == 0)
                m_freed += size;
        }
    });
}

} // namespace slipway
