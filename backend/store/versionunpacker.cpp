#include "store/versionunpacker.h"

#include "store/packedform.h"
#include "store/packing.h"

namespace slipway
{

using packed::Entry;

namespace
{

/// A part while it is unpacked.
class PartReader final
{
public:
    PartReader(QByteArrayView packed, RowIndex package, SnapshotTables& tables)
        : m_in(packed)
        , m_package(package)
        , m_tables(tables)
        , m_snapshot(tables.snapshot)
    {
    }

    bool read()
    {
        readWords();
        readBlobs();
        readEntries();
        for (size_t entry = 0; entry < m_forms.size() && m_in.isGood(); ++entry) {
            if (m_forms[entry] == Entry::Told)
                readManifest(m_rows[entry]);
        }
        readVersions();
        return m_in.isAtEnd();
    }

private:
    void readWords()
    {
        m_words.push_back(0);
        for (size_t left = m_in.count(1); left > 0; --left)
            m_words.push_back(m_tables.word(QString::fromUtf8(m_in.text())));
    }

    void readBlobs()
    {
        std::vector<BlobRow> blobs(m_in.count(Digest::kSize + 1));
        for (auto& blob : blobs) {
            blob.digest = m_in.digest();
            blob.size = static_cast<Bytes>(m_in.number());
            m_tables.prefetchBlob(blob.digest);
        }
        m_blobs.reserve(blobs.size());
        for (const auto& blob : blobs)
            m_blobs.push_back(m_in.isGood() ? m_tables.blobRow(blob.digest, blob.size) : kNoRow);
    }

    void readEntries()
    {
        m_digests.resize(m_in.count(Digest::kSize + 1));
        for (auto& digest : m_digests) {
            m_forms.push_back(static_cast<Entry>(m_in.below(static_cast<size_t>(Entry::Unknown))));
            digest = m_in.digest();
            m_tables.prefetchManifest(digest);
        }
        m_rows.reserve(m_digests.size());
        for (size_t i = 0; i < m_digests.size(); ++i)
            m_rows.push_back(m_forms[i] == Entry::Digest || !m_in.isGood() ? kNoRow
                                                                           : m_tables.manifestRow(m_digests[i]));
    }

    std::uint16_t word() { return m_words[m_in.below(m_words.size())]; }
    RowIndex pick(const std::vector<RowIndex>& rows)
    {
        const size_t number = m_in.below(rows.size());
        return rows.empty() ? kNoRow : rows[number];
    }
    /// Numbers from 1; 0 is none.
    RowIndex pickOptional(const std::vector<RowIndex>& rows)
    {
        const size_t number = m_in.below(rows.size() + 1);
        return number == 0 ? kNoRow : rows[number - 1];
    }

    /// Another package may have told of the same manifest.
    void readManifest(RowIndex index)
    {
        const bool isKnown = m_snapshot.manifests[index].state == ManifestState::Read;
        ManifestRow row;
        row.digest = m_snapshot.manifests[index].digest;
        const std::uint64_t traits = m_in.number();
        row.state = static_cast<ManifestState>(traits & 3U);
        row.shape = static_cast<ManifestKind>(traits >> 2U & 7U);
        row.kind = static_cast<ManifestKind>(traits >> 5U & 7U);
        row.hasSbom = (traits >> 8U & 1U) != 0;
        row.statesSbom = (traits >> 9U & 1U) != 0;
        row.hasProvenance = (traits >> 10U & 1U) != 0;
        row.size = static_cast<std::uint32_t>(m_in.number());
        row.mediaType = word();
        row.artifactType = word();
        row.config = pickOptional(m_blobs);
        readLists(row, isKnown);
        const bool hasSubject = (traits >> 11U & 1U) != 0;
        const Digest subject = hasSubject ? m_in.digest() : Digest();
        if (isKnown)
            return;
        if (hasSubject) {
            row.subject = static_cast<RowIndex>(m_snapshot.subjects.size());
            m_snapshot.subjects.push_back(subject);
        }
        m_snapshot.manifests[index] = row;
    }

    /// Lists of a manifest that is known already are passed over.
    void readLists(ManifestRow& row, bool isKnown)
    {
        row.firstLayer = static_cast<RowIndex>(m_snapshot.layers.size());
        row.layerTotal = static_cast<std::uint16_t>(m_in.count(1));
        for (int left = row.layerTotal; left > 0; --left) {
            const RowIndex layer = pick(m_blobs);
            if (!isKnown)
                m_snapshot.layers.push_back(layer);
        }
        row.firstChild = static_cast<RowIndex>(m_snapshot.children.size());
        row.childTotal = static_cast<std::uint16_t>(m_in.count(3));
        for (int left = row.childTotal; left > 0; --left) {
            const RowIndex manifest = pick(m_rows);
            const RowIndex attests = pickOptional(m_rows);
            const auto platform = word();
            if (!isKnown)
                m_snapshot.children.push_back({manifest, attests, platform});
        }
    }

    void readVersions()
    {
        std::int64_t id = 0;
        std::int64_t created = 0;
        for (size_t left = m_in.count(3); left > 0; --left) {
            VersionRow version;
            id += m_in.difference();
            version.id = {id};
            const auto entry = m_in.below(m_rows.size());
            if (!m_in.isGood())
                return;
            version.manifest = m_rows[entry];
            if (version.manifest == kNoRow) {
                version.unasked = static_cast<RowIndex>(m_snapshot.unasked.size());
                m_snapshot.unasked.push_back(m_digests[entry]);
            }
            version.package = m_package;
            const auto tagTotal = readTimes(version, created);
            version.tags = m_snapshot.tags.beginList(tagTotal);
            for (auto tags = tagTotal; tags > 0 && m_in.isGood(); --tags)
                m_snapshot.tags.append(m_in.text());
            m_snapshot.versions.push_back(version);
        }
    }

    /// Gives how many tags the version has.
    std::uint64_t readTimes(VersionRow& version, std::int64_t& created)
    {
        const std::uint64_t head = m_in.number();
        if ((head & packed::kCreatedMissing) == 0)
            version.createdMs = created += m_in.difference();
        if ((head & packed::kUpdatedIsCreated) != 0)
            version.updatedMs = version.createdMs;
        else if ((head & packed::kUpdatedMissing) == 0)
            version.updatedMs = created + m_in.difference();
        return head >> packed::kTimeBits;
    }

    Unpacker m_in;
    RowIndex m_package;
    SnapshotTables& m_tables;
    Snapshot& m_snapshot;
    std::vector<std::uint16_t> m_words;
    std::vector<RowIndex> m_blobs;
    std::vector<Entry> m_forms;
    std::vector<Digest> m_digests;
    std::vector<RowIndex> m_rows;
};

} // namespace

bool unpackVersions(QByteArrayView packed, RowIndex package, SnapshotTables& tables)
{
    return PartReader(packed, package, tables).read();
}

} // namespace slipway
