#include "store/versionpacker.h"

#include "store/packedform.h"
#include "store/packing.h"

namespace slipway
{

using packed::Entry;

namespace
{

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
            m_versionEntries.push_back(version.manifest == kNoRow ? addEntry(m_snapshot.digestOf(version), kNoRow)
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
        m_body.number(row.size);
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
            for (const TagText tag : m_snapshot.tagsOf(version))
                m_body.text(tag.utf8);
        }
    }

    /// The times, as far as they are known, and how many tags there are.
    void packTimes(const VersionRow& version, std::int64_t& created)
    {
        const bool hasCreated = version.createdMs != VersionRow::kNoTime;
        const bool hasUpdated = version.updatedMs != VersionRow::kNoTime;
        const bool isSame = version.createdMs == version.updatedMs;
        const unsigned flags = (hasCreated ? 0 : packed::kCreatedMissing) | (hasUpdated ? 0 : packed::kUpdatedMissing)
                               | (isSame ? packed::kUpdatedIsCreated : 0);
        m_body.number(std::uint64_t{m_snapshot.tagsOf(version).size()} << packed::kTimeBits | flags);
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

} // namespace slipway
