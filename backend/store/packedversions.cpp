#include "store/packedversions.h"

#include "store/packing.h"

namespace slipway
{

namespace
{

/// What a part says of a manifest that it names.
enum class Entry : std::uint8_t {
    Digest,  ///< a listed digest that nobody asked for
    Named,   ///< told by another part of the package
    Told,    ///< its facts stand in this part
    Unknown, ///< no value: what follows is damaged
};

constexpr unsigned kCreatedMissing = 1;
constexpr unsigned kUpdatedMissing = 2;
constexpr unsigned kUpdatedIsCreated = 4;
constexpr unsigned kTimeBits = 3;

/// About so many versions make a part.
constexpr std::uint64_t kPartSize = 1024;

std::uint64_t traitsOf(const ManifestRow& row)
{
    return static_cast<std::uint64_t>(row.state) | static_cast<std::uint64_t>(row.shape) << 2U
           | static_cast<std::uint64_t>(row.kind) << 5U | std::uint64_t{row.hasSbom} << 8U
           | std::uint64_t{row.statesSbom} << 9U | std::uint64_t{row.hasProvenance} << 10U
           | std::uint64_t{row.subject != kNoRow} << 11U;
}

} // namespace

/// A part while it is packed.
class VersionPacker::Part final
{
public:
    Part(VersionPacker& packer, std::span<const RowIndex> versions)
        : m_packer(packer)
        , m_snapshot(packer.m_snapshot)
        , m_versions(versions)
    {
    }

    QByteArray pack()
    {
        for (const RowIndex row : m_versions) {
            const auto& version = m_snapshot.versions[row];
            m_versionEntries.push_back(version.manifest == kNoRow ? addEntry(version.digest, kNoRow)
                                                                  : entryOf(version.manifest));
        }
        // What is told of an entry may add others behind it.
        for (std::uint32_t entry = 0; entry < m_entries.size(); ++entry) {
            if (formOf(entry) == Entry::Told)
                tell(m_snapshot.manifests[m_entries[entry].row]);
        }
        const QByteArray told = m_body.take();
        packHead();
        const QByteArray facts = m_body.take() + told;
        packVersions();
        return facts + m_body.take();
    }

private:
    struct Named {
        Digest digest;
        RowIndex row;
    };

    std::uint32_t addEntry(const Digest& digest, RowIndex row)
    {
        m_entries.push_back({digest, row});
        return static_cast<std::uint32_t>(m_entries.size() - 1);
    }

    /// The number of a row in this part, given by `add` when it is met first.
    template<typename Add>
    std::uint32_t numberOf(std::vector<Place>& places, size_t row, Add add)
    {
        auto& place = places[row];
        if (place.part != m_packer.m_part)
            place = {m_packer.m_part, add()};
        return place.number;
    }

    std::uint32_t entryOf(RowIndex row)
    {
        return numberOf(m_packer.m_manifestPlaces, row,
                        [&] { return addEntry(m_snapshot.manifests[row].digest, row); });
    }

    std::uint32_t blobOf(RowIndex row)
    {
        return numberOf(m_packer.m_blobPlaces, row, [&] {
            m_blobs.push_back(row);
            return static_cast<std::uint32_t>(m_blobs.size() - 1);
        });
    }

    /// 0 for the empty word.
    std::uint32_t wordOf(std::uint16_t word)
    {
        if (word == 0)
            return 0;
        return numberOf(m_packer.m_wordPlaces, word, [&] {
            m_words.push_back(word);
            return static_cast<std::uint32_t>(m_words.size());
        });
    }

    [[nodiscard]] Entry formOf(std::uint32_t entry) const
    {
        const RowIndex row = m_entries[entry].row;
        if (row == kNoRow)
            return Entry::Digest;
        const bool isListedElsewhere =
            entry >= m_versionEntries.size() && m_packer.m_listedIn[row] == m_packer.m_package;
        return isListedElsewhere ? Entry::Named : Entry::Told;
    }

    void tell(const ManifestRow& row)
    {
        m_body.number(traitsOf(row));
        m_body.number(static_cast<std::uint64_t>(row.size));
        m_body.number(wordOf(row.mediaType));
        m_body.number(wordOf(row.artifactType));
        m_body.number(row.config == kNoRow ? 0 : blobOf(row.config) + 1);
        m_body.number(row.layerTotal);
        for (const RowIndex layer : m_snapshot.layersOf(row))
            m_body.number(blobOf(layer));
        m_body.number(row.childTotal);
        for (const auto& child : m_snapshot.childrenOf(row)) {
            m_body.number(entryOf(child.manifest));
            m_body.number(child.attests == kNoRow ? 0 : entryOf(child.attests) + 1);
            m_body.number(wordOf(child.platform));
        }
        if (row.subject != kNoRow)
            m_body.digest(m_snapshot.subjects[row.subject]);
    }

    void packHead()
    {
        m_body.number(m_words.size());
        for (const auto word : m_words)
            m_body.text(m_snapshot.words[word].toUtf8());
        m_body.number(m_blobs.size());
        for (const RowIndex blob : m_blobs) {
            m_body.digest(m_snapshot.blobs[blob].digest);
            m_body.number(static_cast<std::uint64_t>(m_snapshot.blobs[blob].size));
        }
        m_body.number(m_entries.size());
        for (std::uint32_t entry = 0; entry < m_entries.size(); ++entry) {
            m_body.number(static_cast<std::uint64_t>(formOf(entry)));
            m_body.digest(m_entries[entry].digest);
        }
    }

    void packVersions()
    {
        std::int64_t id = 0;
        std::int64_t created = 0;
        m_body.number(m_versions.size());
        for (size_t i = 0; i < m_versions.size(); ++i) {
            const auto& version = m_snapshot.versions[m_versions[i]];
            m_body.difference(version.id.value - id);
            id = version.id.value;
            m_body.number(m_versionEntries[i]);
            packTimes(version, created);
            for (const Tag& tag : m_snapshot.tagsOf(version))
                m_body.text(tag.value.toUtf8());
        }
    }

    /// The times, as far as they are known, and how many tags there are.
    void packTimes(const VersionRow& version, std::int64_t& created)
    {
        const bool hasCreated = version.createdMs != VersionRow::kNoTime;
        const bool hasUpdated = version.updatedMs != VersionRow::kNoTime;
        const bool isSame = version.createdMs == version.updatedMs;
        const unsigned flags =
            (hasCreated ? 0 : kCreatedMissing) | (hasUpdated ? 0 : kUpdatedMissing) | (isSame ? kUpdatedIsCreated : 0);
        m_body.number(std::uint64_t{version.tagTotal} << kTimeBits | flags);
        if (hasCreated) {
            m_body.difference(version.createdMs - created);
            created = version.createdMs;
        }
        if (hasUpdated && !isSame)
            m_body.difference(version.updatedMs - created);
    }

    VersionPacker& m_packer;
    const Snapshot& m_snapshot;
    std::span<const RowIndex> m_versions;
    std::vector<std::uint32_t> m_versionEntries;
    std::vector<Named> m_entries;
    std::vector<RowIndex> m_blobs;
    std::vector<std::uint16_t> m_words;
    Packer m_body;
};

VersionPacker::VersionPacker(const Snapshot& snapshot)
    : m_snapshot(snapshot)
    , m_listedIn(snapshot.manifests.size())
    , m_manifestPlaces(snapshot.manifests.size())
    , m_blobPlaces(snapshot.blobs.size())
    , m_wordPlaces(snapshot.words.size())
{
}

void VersionPacker::enterPackage(const PackageRow& package)
{
    ++m_package;
    for (const auto& version : m_snapshot.versionsOf(package)) {
        if (version.manifest != kNoRow)
            m_listedIn[version.manifest] = m_package;
    }
}

QByteArray VersionPacker::pack(std::span<const RowIndex> versions)
{
    ++m_part;
    return Part(*this, versions).pack();
}

size_t endOfPart(std::span<const VersionRow> versions, std::span<const RowIndex> byId, size_t first)
{
    const auto isCut = [&](size_t place) {
        auto mixed = static_cast<std::uint64_t>(versions[byId[place]].id.value) * 0x9E37'79B9'7F4A'7C15;
        return (mixed >> 32U) % kPartSize == 0;
    };
    size_t end = first + 1;
    while (end < byId.size() && !isCut(end))
        ++end;
    return end;
}

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
        row.size = static_cast<Bytes>(m_in.number());
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
            version.digest = m_digests[entry];
            version.manifest = m_rows[entry];
            version.package = m_package;
            readTimes(version, created);
            version.firstTag = static_cast<RowIndex>(m_snapshot.tags.size());
            for (auto tags = version.tagTotal; tags > 0 && m_in.isGood(); --tags)
                m_snapshot.tags.push_back({QString::fromUtf8(m_in.text())});
            m_snapshot.versions.push_back(version);
        }
    }

    void readTimes(VersionRow& version, std::int64_t& created)
    {
        const std::uint64_t head = m_in.number();
        version.tagTotal = static_cast<std::uint32_t>(head >> kTimeBits);
        if ((head & kCreatedMissing) == 0)
            version.createdMs = created += m_in.difference();
        if ((head & kUpdatedIsCreated) != 0)
            version.updatedMs = version.createdMs;
        else if ((head & kUpdatedMissing) == 0)
            version.updatedMs = created + m_in.difference();
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
