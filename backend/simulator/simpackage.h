#pragma once

#include "core/digest.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

enum class SimVisibility { Public, Private };

/// Is a row in the list, or in the list of deleted ones?
enum class VersionPresence : std::uint8_t { Active, Deleted };

/// One row of a package: a manifest, with the tags that point at it.
struct SimVersion final {
    std::int64_t id = 0;
    Digest digest;
    QDateTime createdAt;
    QDateTime updatedAt; ///< moves when tags move
    QDateTime deletedAt; ///< valid for deleted rows
    std::int64_t downloads = 0;
    QStringList tags;
    VersionPresence presence = VersionPresence::Active;
};

/// When a tag pointed at a digest; the end is invalid while it still does.
struct TagSpan final {
    QString tag;
    Digest digest;
    QDateTime from;
    QDateTime until;
};

/// What is known of a package beside its versions.
struct PackageFacts final {
    QString name;
    std::int64_t id = 0;
    SimVisibility visibility = SimVisibility::Private;
    QString repository; ///< name of the linked repository; empty: none
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime deletedAt; ///< valid: the whole package is deleted
};

/// A package and its version rows. Rows never move in memory order, so 10^6 of them are found by digest, tag or id at
/// once.
class SimPackage final
{
public:
    using Row = std::int32_t;

    explicit SimPackage(PackageFacts facts)
        : m_facts(std::move(facts))
    {
    }

    [[nodiscard]] const PackageFacts& facts() const { return m_facts; }
    [[nodiscard]] PackageFacts& facts() { return m_facts; }
    [[nodiscard]] bool isDeleted() const { return m_facts.deletedAt.isValid(); }

    /// Rows are added newest last in any order; lists are sorted by creation, then id, newest first.
    void addVersion(SimVersion version);
    void reserve(std::size_t count);

    [[nodiscard]] const std::vector<SimVersion>& rows() const { return m_rows; }
    [[nodiscard]] const SimVersion& row(Row row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Row numbers, newest first.
    [[nodiscard]] const std::vector<Row>& active() const;
    [[nodiscard]] const std::vector<Row>& deleted() const;

    [[nodiscard]] const SimVersion* findId(std::int64_t id) const;
    /// Active rows only.
    [[nodiscard]] SimVersion* findDigest(const Digest& digest);
    [[nodiscard]] SimVersion* findTag(const QString& tag);
    /// All tags of active rows, in byte order as the distribution specification lists them.
    [[nodiscard]] const QStringList& sortedTags() const;
    /// Is there an active row with tags beside this one?
    [[nodiscard]] bool hasOtherTagged(const SimVersion& version) const;

    /// Takes the row and all its tags from the list; the row keeps its tags for restore().
    void remove(std::int64_t id, const QDateTime& now);
    /// Puts a deleted row back; tags that have moved on meanwhile stay where they are.
    void restore(std::int64_t id, const QDateTime& now);
    /// Points the tag at the active row of this digest, away from where it was.
    void moveTag(const QString& tag, const Digest& digest, const QDateTime& now);
    void setDownloads(SimVersion& version, std::int64_t downloads) { version.downloads = downloads; }
    void shiftTimes(std::chrono::milliseconds by);

    /// Blobs that were named by the state file or uploaded here.
    [[nodiscard]] QSet<Digest>& blobs() { return m_blobs; }
    [[nodiscard]] const QSet<Digest>& blobs() const { return m_blobs; }
    [[nodiscard]] QList<TagSpan>& tagHistory() { return m_tagHistory; }
    [[nodiscard]] const QList<TagSpan>& tagHistory() const { return m_tagHistory; }

private:
    [[nodiscard]] SimVersion* activeOrNull(Row row);
    void sortLists() const;
    void changed();

    PackageFacts m_facts;
    std::vector<SimVersion> m_rows;
    QHash<std::int64_t, Row> m_byId;
    QHash<Digest, Row> m_byDigest;
    QHash<QString, Row> m_byTag;
    std::int64_t m_taggedRows = 0;
    mutable std::vector<Row> m_active;
    mutable std::vector<Row> m_deleted;
    mutable bool m_listsSorted = true;
    mutable std::optional<QStringList> m_sortedTags;
    QSet<Digest> m_blobs;
    QList<TagSpan> m_tagHistory;
};

} // namespace slipway
