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
    count(version, Change::Removed);
}

void FreedMeter::putBack(VersionId version)
{
    count(version, Change::PutBack);
}

void FreedMeter::count(VersionId version, Change change)
{
    const auto row = m_rows.constFind(version);
    if (row == m_rows.cend())
        return;
    const auto* manifest = m_snapshot->manifestOf(m_snapshot->versions[*row]);
    if (manifest == nullptr)
        return;
    BlobUsage::forEachBlob(*m_snapshot, *manifest, [&](RowIndex blob) {
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
