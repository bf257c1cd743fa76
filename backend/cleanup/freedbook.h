#pragma once

#include "cleanup/cleanupjournal.h"

#include <optional>
#include <vector>

namespace slipway
{

/// What the deletions of a journal free.
struct FreedSoFar final {
    Bytes bytes = 0;
    /// It may be more: not all lines tell who else holds their blobs (older journals; runs without a snapshot that
    /// knows them), or something was announced and nobody knows what became of it.
    bool isAtLeast = false;

    friend bool operator==(const FreedSoFar&, const FreedSoFar&) = default;
};

/// Counts, line by line, what the deletions that a journal tells of free, taken together: by the journal alone, so that
/// it is the same figure for whoever looks, before and after a run goes on. Blobs are those of the manifests it keeps,
/// each as the first line says that names its holders; one that is freed counts where a version deleted by the journal
/// holds it. Of a version without holders what it frees alone counts, which is never more than it adds to the others.
class FreedBook final
{
public:
    void add(const JournalEntry& entry);
    [[nodiscard]] FreedSoFar freed() const;
    /// Whether something that is away was deleted without its holders being known.
    [[nodiscard]] bool hasGaps() const { return m_hasGaps && m_deleted > 0; }

private:
    enum class Fate : std::uint8_t { There, Announced, Deleted, Gone };
    struct Holder {
        std::vector<Digest> blobs;
        Bytes alone = 0;
        bool isCounted = false; ///< its line has told of its blobs' holders
        Fate fate = Fate::There;
    };
    struct Blob {
        Bytes size = 0;
        std::optional<std::int64_t> holders; ///< that remain; nullopt as long as no line tells
        int deleted = 0;                     ///< versions that the journal has deleted and that hold it

        [[nodiscard]] bool isFreed() const { return holders && *holders <= 0 && deleted > 0; }
    };

    void announce(const JournalEntry& entry);
    void become(Holder& holder, Fate fate);

    QHash<VersionId, Holder> m_versions;
    QHash<Digest, Blob> m_blobs;
    Bytes m_counted = 0;
    Bytes m_alone = 0; ///< of what is deleted and not counted
    std::size_t m_deleted = 0;
    std::size_t m_announced = 0;  ///< without a certain answer
    bool m_hasGaps = false;       ///< something without holders was away
    std::optional<Bytes> m_whole; ///< as the end of a run told, of a plan all of which is deleted
};

[[nodiscard]] FreedSoFar freedOf(const std::vector<JournalEntry>& entries);

} // namespace slipway
