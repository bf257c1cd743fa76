#pragma once

#include "domain/packagehistory.h"
#include "domain/snapshot.h"
#include "store/storefile.h"
#include "store/storevalues.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace slipway
{

class Database;
class DocumentWriter;

/// What Slipway remembers, in one SQLite file: snapshots as history, manifests and configs by digest for ever. For one
/// thread; others, and other processes, may use the same file by a store of their own. Errors of everything here:
/// Store; StoreDamaged where the file turns out to be damaged: close every store of it and open it again. What is given
/// a stop token ends within a moment once that is requested, with Cancelled, and leaves what was kept before.
class Store final
{
public:
    /// Opens the file, made if it is new. A damaged one is set aside and a new one made, if nobody else has it open:
    /// setAside() tells, and everything is to be read from the network again. One written by a newer Slipway is refused
    /// untouched (Store). `closing` is requested by who wants to close the store: from then on nobody waits long for
    /// another process that writes, nor for the disk: documents that were to be kept soon are not any more.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& path, std::stop_token closing = {});
    /// What open() had to move out of the way.
    [[nodiscard]] const std::optional<SetAside>& setAside() const { return m_setAside; }
    /// The last user of the file ended without closing it: time for checkStoreFile() in a pool thread.
    [[nodiscard]] bool wasLeftOpen() const { return m_wasLeftOpen; }
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Keeps a snapshot as the newest of its scope, whole or not at all; only rows that changed are written.
    [[nodiscard]] Result<void> saveSnapshot(const StoreScope& scope, const Snapshot& snapshot,
                                            std::stop_token stop = {});
    /// Keeps what a scan found, as one: the snapshot as the newest, and how its packages were read; gives its id. The
    /// scan began with the newest snapshot `basis`, 0 if there was none. Where another process kept one since, every
    /// full check is contested, the scan's own too: it may have been before the other's, and what only the other found
    /// is overwritten now.
    [[nodiscard]] Result<qint64> saveReading(const StoreScope& scope, const Snapshot& snapshot,
                                             const std::vector<PackageCheck>& checks, qint64 basis,
                                             std::stop_token stop = {});
    /// Keeps these, oldest first, as all there is of a scope's history, whole or not at all: what was kept of it before
    /// goes. For an owner with a past that somebody knows.
    [[nodiscard]] Result<void> saveHistory(const StoreScope& scope, std::span<const SnapshotPtr> snapshots,
                                           std::stop_token stop = {});
    /// The same where `isLacking` says so of what is kept by then, in one transaction: another process may have kept
    /// such a past meanwhile, and what it kept stays. Gives whether these were kept.
    [[nodiscard]] Result<bool> saveLackingHistory(const StoreScope& scope, std::span<const SnapshotPtr> snapshots,
                                                  const HistoryCheck& isLacking, std::stop_token stop = {});
    /// The snapshots that are kept, oldest first. Saving thins them out once a day: all of seven days stay, one a day
    /// of a year, one a week before.
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(const StoreScope& scope, std::stop_token stop = {});
    /// The last of them; nullopt if there is none.
    [[nodiscard]] Result<std::optional<HistoryEntry>> newest(const StoreScope& scope, std::stop_token stop = {});
    /// A snapshot of the history, with manifests as they are known now; nullptr if it is not kept.
    [[nodiscard]] Result<SnapshotPtr> snapshotAt(qint64 id, std::stop_token stop = {});
    /// What was worked out of snapshots of the history: `kind` says what it is and in which form, `rules` by which
    /// rules (what was worked out by others is not given). It goes with its snapshot.
    [[nodiscard]] Result<std::vector<SnapshotFinding>> findings(const StoreScope& scope, const QString& kind,
                                                                const QByteArray& rules);
    /// Replaces what is kept of this kind by these rules for the snapshot; of those by other rules the newest three
    /// stay, for several profiles may be looked at in turn. Nothing happens for a snapshot that is no longer kept.
    [[nodiscard]] Result<void> saveFinding(const SnapshotFinding& finding, const QString& kind, const QByteArray& rules,
                                           std::stop_token stop = {});
    /// What is kept of a scope beside its history: of each kind one, which says what it is and in which form. Empty:
    /// there is none.
    [[nodiscard]] Result<QByteArray> note(const StoreScope& scope, const QString& kind);
    /// Replaces it, whole or not at all.
    [[nodiscard]] Result<void> saveNote(const StoreScope& scope, const QString& kind, const QByteArray& bytes);
    /// What is followed of this kind, by age: findings for instance.
    [[nodiscard]] Result<std::vector<FollowedRecord>> followed(const StoreScope& scope, const QString& kind,
                                                               FollowedPart part);
    /// Makes what is not over yet into what `next` says, with no other process in between, and gives that with the ids
    /// new records got. Nothing is ever dropped: what `next` leaves out stays as it was. An error of `next` is given
    /// back.
    [[nodiscard]] Result<std::vector<FollowedRecord>>
    changeFollowed(const StoreScope& scope, const QString& kind,
                   const std::function<Result<std::vector<FollowedRecord>>(std::vector<FollowedRecord>)>& next);
    /// What is known of a package's past, newest first, a part at a time; `before` is `older` of the part that was read
    /// last. Readings that could not read all of its versions tell nothing.
    [[nodiscard]] Result<PackageHistory> packageHistory(const QString& apiHost, const QString& login,
                                                        const PackageName& package,
                                                        std::optional<std::int64_t> before = {},
                                                        std::stop_token stop = {});
    /// Thins the history out as if it were this time.
    [[nodiscard]] Result<void> thinHistory(const StoreScope& scope, const QDateTime& now, std::stop_token stop = {});

    /// Nothing changed since this snapshot was saved: it is as good as read at `time`, and latestSnapshot() says so;
    /// and so were its packages read. As one. False where it is not kept any more or another one is newer: then these
    /// full checks are contested, and nothing else happens.
    [[nodiscard]] Result<bool> noteUnchanged(const StoreScope& scope, qint64 snapshot,
                                             const std::vector<PackageCheck>& checks, const QDateTime& time,
                                             std::stop_token stop = {});
    /// The newest snapshot; nullptr if there is none.
    [[nodiscard]] Result<SnapshotPtr> latestSnapshot(const QString& apiHost, const QString& login,
                                                     std::stop_token stop = {});
    /// The same with its id; nullopt if there is none.
    [[nodiscard]] Result<std::optional<KeptSnapshot>> latestKept(const QString& apiHost, const QString& login,
                                                                 std::stop_token stop = {});
    /// What the newest snapshot knows of its packages, at once and without their versions; nullptr if there is none.
    [[nodiscard]] Result<SnapshotPtr> latestPackages(const QString& apiHost, const QString& login,
                                                     std::stop_token stop = {});
    /// The owner as last seen, without the network; nullopt if never.
    [[nodiscard]] Result<std::optional<Owner>> knownOwner(const QString& apiHost, const QString& login);

    /// What is known of these digests, in no order.
    [[nodiscard]] Result<KnownDocuments> knownManifests(const std::vector<Digest>& digests);
    [[nodiscard]] Result<std::optional<StoredDocument>> document(const Digest& digest);
    /// Keeps a document for ever; the caller has checked that its bytes match. With `manifest` its parsed form too.
    [[nodiscard]] Result<void> saveDocument(const Digest& digest, const StoredDocument& document,
                                            const Manifest* manifest);
    /// Keeps a document soon, together with others, on a thread of its own. document() and knownManifests() may not
    /// know it before flushDocuments(); closing the store writes what is left, except in a hurry (see open()).
    /// Gives an error as soon as one is known.
    [[nodiscard]] Result<void> saveDocumentSoon(NewDocument document, std::stop_token stop = {});
    /// Waits until those are written. This and saveDocumentSoon() give Cancelled once a stop is requested, or the store
    /// is being closed in a hurry; after a stop they are written all the same.
    [[nodiscard]] Result<void> flushDocuments(std::stop_token stop = {});

    [[nodiscard]] Result<std::vector<UnusableManifest>>
    unusableManifests(const StoreScope& scope, const PackageName& package, std::stop_token stop = {});
    [[nodiscard]] Result<void> saveUnusable(const StoreScope& scope, const PackageName& package,
                                            const UnusableManifest& manifest, std::stop_token stop = {});

    /// A page of a list as it was last read; nullopt if it is not known. Bodies are kept compressed.
    [[nodiscard]] Result<std::optional<CachedPage>> cachedPage(const StoreScope& scope, const QString& url,
                                                               std::stop_token stop = {});
    /// Replaces what was known of this page.
    [[nodiscard]] Result<void> savePage(const StoreScope& scope, const QString& url, const CachedPage& page,
                                        std::stop_token stop = {});
    /// Forgets the pages whose URL begins like this: of a package that is gone, or of a token that is.
    [[nodiscard]] Result<void> forgetPages(const StoreScope& scope, const QString& urlPrefix);

    /// By package name. Checks of packages that the newest snapshot does not have go when it is saved.
    [[nodiscard]] Result<std::vector<PackageCheck>> packageChecks(const StoreScope& scope, std::stop_token stop = {});
    /// Replaces the checks of these packages.
    [[nodiscard]] Result<void> savePackageChecks(const StoreScope& scope, const std::vector<PackageCheck>& checks,
                                                 std::stop_token stop = {});

private:
    Store(QString path, std::unique_ptr<StoreLock> lock);
    [[nodiscard]] Result<void> openFile(const QString& path, const std::stop_token& closing);
    void noteLeftOpen();
    void logOpened() const;
    [[nodiscard]] Result<void> keepNewest(const StoreScope& scope, const Snapshot& snapshot,
                                          const std::stop_token& stop, const std::function<Result<void>()>& write);
    [[nodiscard]] Result<qint64> rowOf(const StoreScope& scope);

    struct ScopeRow {
        QString apiHost;
        QString login;
        qint64 id = 0;
    };
    QString m_path;
    std::unique_ptr<StoreLock> m_lock; ///< goes last: the file is closed by then
    std::unique_ptr<Database> m_database;
    std::unique_ptr<DocumentWriter> m_writer; ///< once it is needed
    std::stop_token m_closing;
    std::optional<SetAside> m_setAside;
    std::vector<ScopeRow> m_scopes; ///< as far as they were asked for
    bool m_wasLeftOpen = false;
};

} // namespace slipway
