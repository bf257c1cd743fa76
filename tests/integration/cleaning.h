#pragma once

#include "cleanup/cleanupproof.h"
#include "cleanup/cleanuprun.h"
#include "cleanup/restoring.h"
#include "cleanup/untagging.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"

#include <QTemporaryDir>

namespace slipway::test
{

/// An organisation that is cleaned up over real HTTP, at the moment its state tells of.
class Cleaning final
{
public:
    explicit Cleaning(const Organisation& organisation, SimulatorOptions options = {});

    [[nodiscard]] ServedOwner& owner() { return m_owner; }
    [[nodiscard]] CleanupTools tools();
    /// Of the plan's packages above a limit, whether a run may have them; at first it may.
    void allowLarge(bool isAllowed) { m_isLargeAllowed = isAllowed; }
    [[nodiscard]] bool isLargeAllowed() const { return m_isLargeAllowed; }
    /// Reads the owner and plans by this policy, "version: 1" added; it must be right.
    [[nodiscard]] PlanFile plan(const QString& policy, const CleanupProtections& protections = {});
    [[nodiscard]] Result<CleanupOutcome> apply(const PlanFile& plan, std::stop_token stop = {},
                                               CleanupProgressSink progress = {});
    [[nodiscard]] Result<RestoreOutcome> restore(const QString& journal, std::vector<VersionId> only = {});
    [[nodiscard]] Result<UntagOutcome> untag(const QString& package, const QString& tag, std::stop_token stop = {});
    /// What is broken of what the plan has kept, by these lists; null: as they are read now.
    [[nodiscard]] CleanupProof proof(const PlanFile& plan, SnapshotPtr after = nullptr);

    /// Keys of the rows that the server lists now, sorted; what has no key by its tags.
    [[nodiscard]] QString left() const;
    /// "key:tags" of the rows with tags.
    [[nodiscard]] QString tagged() const;
    /// Keys, in the order of the plan.
    [[nodiscard]] QString named(const std::vector<PlannedVersion>& versions) const;
    /// "key: reason" of each, sorted.
    [[nodiscard]] QStringList named(const std::vector<LeftVersion>& versions) const;
    [[nodiscard]] VersionId idOf(const QString& key) const;
    [[nodiscard]] SimPackage& package(const QString& name = QStringLiteral("app")) const;
    /// Pushes an index of these keys under a tag, as somebody else would.
    void push(const QString& tag, const QStringList& children);
    /// Moves a tag to the version of this key.
    void moveTag(const QString& tag, const QString& key);
    /// The time here and at the server.
    void setClock(const QDateTime& now);
    /// The time here alone: a wrong clock.
    void setClockHere(const QDateTime& now) { m_now = now; }
    /// What tells beside the steady clock how much time has passed: as while the machine sleeps.
    void setWallClock(TimeSource wall) { m_wall = std::move(wall); }
    [[nodiscard]] const QDateTime& now() const { return m_now; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Deletions the server was asked for, and those it did.
    [[nodiscard]] int deletionsAsked() const { return m_owner.requestsFor(QStringLiteral("/versions/"), "DELETE"); }

private:
    [[nodiscard]] QString nameOf(std::int64_t id) const;

    QHash<qint64, QString> m_keys;
    ServedOwner m_owner;
    QTemporaryDir m_folder;
    QDateTime m_now;
    TimeSource m_wall = systemTime;
    bool m_isLargeAllowed = true;
};

/// A release `v1`, an index `p1` of a pull request with the signature of its child, and the image `p2` of another.
[[nodiscard]] Organisation releaseAndPullRequests();
/// All of its rows, as Cleaning::left() tells them.
constexpr QLatin1StringView kReleaseAndPullRequests{"amd p1 p2 sig v1"};
/// A policy by which the pull requests go, whole packages of them.
[[nodiscard]] QString pullRequestPolicy();

/// Makes a journal tell another story.
void rewriteJournal(const QString& path, const std::vector<JournalEntry>& entries);

/// Whether skopeo pulls this tag of the package whole; else what it said.
[[nodiscard]] QString pullWhole(const SimulatorServer& server, const QString& package, const QString& tag);
/// Whether skopeo pulls every tag of every package whole, as a user does; else what it said.
[[nodiscard]] QString pullEverything(const SimulatorServer& server, const SimulatorState& state);

} // namespace slipway::test
