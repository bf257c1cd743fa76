#pragma once

#include "core/digest.h"
#include "core/error.h"
#include "core/names.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace slipway
{

/// What a line of a journal tells.
enum class JournalEvent : std::uint8_t {
    Begun,    ///< of the plan `plan`, of `owner` on `server`, with the packages `allowed`; again at each going on
    Intended, ///< the version is about to be deleted, with all that it takes to know and to restore it
    Deleted,
    Gone,      ///< somebody else had deleted it
    Left,      ///< the version stays, for good as far as this plan is concerned: `detail`
    Failed,    ///< the version could not be deleted: `detail`
    Restored,  ///< it is there again; `detail` (if any): not with all of its tags
    Untagging, ///< `tag` is about to be put on a dummy of this digest, away from the version
    Untagged,  ///< the dummy is gone and the tag with it
    Ended,     ///< nothing is left to do, but for packages over a limit that nobody has named
};

/// One line. What an event has nothing to say about stays empty.
struct JournalEntry final {
    JournalEvent event = JournalEvent::Begun;
    QDateTime at;
    PackageName package;
    VersionId id;
    Digest digest; ///< of the version; of the dummy when untagging
    QStringList tags;
    QString tag;
    QByteArray manifest; ///< the document's bytes
    QString mediaType;
    Bytes freedBytes = 0; ///< intended: by its deletion alone; ended: by the whole plan, if all of it is deleted
    /// Intended: how many versions of the owner hold each of the manifest's blobs then, itself included; its layers in
    /// their order, each blob once, then its config. nullopt where the run's snapshot does not know.
    std::optional<std::vector<std::int64_t>> holders = std::nullopt;
    Digest plan; ///< its seal
    QString owner;
    QString server;
    QString detail;
    QStringList allowed;  ///< packages over a limit that somebody has named; sorted
    bool isThere = false; ///< left or failed: every answer to its deletion was a certain no

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// What a journal says.
struct JournalText final {
    std::vector<JournalEntry> entries;
    qsizetype wholeBytes = 0; ///< up to the end of the last whole line
    bool isTorn = false;      ///< something follows that: a line that was being written when the program was killed
};

/// What is written before anything is deleted, and after: JSON, a line each, appended to a file of its own, so that a
/// program that is killed can go on and all that was deleted can be restored. Readable by its owner alone.
class CleanupJournal final
{
public:
    /// Whether a line must be on the disk before the call returns.
    enum class Reaches : std::uint8_t { Disk, File };

    /// Opens it to append, made with its folder if it is new. What was torn off is cut away. Errors: FileAccess;
    /// InvalidFile for a journal that is damaged elsewhere than at its end: nothing is done by it then.
    [[nodiscard]] static Result<CleanupJournal> open(const QString& path);
    ~CleanupJournal();
    CleanupJournal(CleanupJournal&& other) noexcept;
    CleanupJournal& operator=(CleanupJournal&&) = delete;
    CleanupJournal(const CleanupJournal&) = delete;

    /// Whole or not at all. Errors: FileAccess (a full disk for instance); from then on it takes nothing more.
    [[nodiscard]] Result<void> append(const JournalEntry& entry, Reaches reaches);
    [[nodiscard]] const QString& path() const { return m_path; }
    /// What it said when it was opened.
    [[nodiscard]] const std::vector<JournalEntry>& before() const { return m_before; }

private:
    CleanupJournal(QString path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
    {
    }

    QString m_path;
    int m_descriptor;
    qint64 m_size = 0;
    bool m_isBroken = false;
    std::vector<JournalEntry> m_before;
};

[[nodiscard]] QByteArray journalLine(const JournalEntry& entry);
/// Errors: InvalidFile with the line's number; only the end may be torn.
[[nodiscard]] Result<JournalText> parseJournal(const QByteArray& bytes, const QString& fileName);
/// Errors: FileAccess, InvalidFile.
[[nodiscard]] Result<JournalText> readJournal(const QString& path);

/// What became of a version, by the last that its journal tells of it.
struct JournalFate final {
    JournalEntry intent; ///< with digest, tags and manifest; of a version that was never intended, the last line
    JournalEvent last = JournalEvent::Intended;
    /// Deleted, or announced and without a certain answer: it may be gone, whatever was said of it afterwards.
    bool mayBeAway = false;
    bool lacksTags = false;     ///< restored, but not with all of its tags
    bool wasOpen = false;       ///< it was announced and not heard of when somebody had it back
    std::size_t deletedAt = 0;  ///< the number of the line that last called it deleted, from 1; 0: none
    std::size_t restoredAt = 0; ///< of the line that first called it restored
};

/// All versions a journal tells of, in the order in which they were first named.
struct JournalState final {
    std::vector<VersionId> order;
    QHash<VersionId, JournalFate> fates;
    std::size_t lines = 0;
    QSet<PackageName> allowed; ///< packages over a limit that somebody has named, for any of its runs
    bool isEnded = false;      ///< of the plan, nothing is left but what a person has left out

    /// Goes on with the next line.
    void add(const JournalEntry& entry);
    [[nodiscard]] const JournalFate* of(VersionId id) const;
    /// Whether nothing more is to be done about a version.
    [[nodiscard]] bool isSettled(VersionId id) const;
    [[nodiscard]] bool isDeleted(VersionId id) const;
};

[[nodiscard]] JournalState stateOf(const std::vector<JournalEntry>& entries);

} // namespace slipway
