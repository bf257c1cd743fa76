#pragma once

#include "app/session/connection.h"
#include "drift/lockdraft.h"
#include "proposals/issuework.h"
#include "proposals/proposing.h"

namespace slipway
{

/// Where a lock file lives in a repository, and by which branch it gets there.
struct LockHome final {
    RepositoryName repository;
    QString base; ///< empty: the repository's default branch
    QString path; ///< in the repository
    QString branch;
};

/// What the command line says instead of the profile; empty for nothing.
struct LockHomeWish final {
    QString repository;
    QString base;
    QString branch;
    QString path;
};

/// Where the profile's lock file lives (`repository:` in docs/profile.md, the default where it names no lock file is
/// build-lock.json), and the branch named after its path: slipway/gpu-build-lock for gpu/build-lock.json. Errors:
/// InvalidArgument where nothing names the repository.
[[nodiscard]] Result<LockHome> lockHome(const Profile& profile, const QString& owner, const LockHomeWish& wish = {});

/// A lock as it would be proposed: what a person is shown before anything is pushed.
struct LockProposal final {
    Proposal proposal;
    ProposalGround ground; ///< the repository as it was looked at
    LockDraft draft;       ///< from the base's file, or just as the branch has it already

    /// Whether the base has it already, so that there is nothing to propose.
    [[nodiscard]] bool isSame() const { return draft.isSame(); }
};

/// Reads the repository and makes the lock anew from the file there; nothing is changed. Errors: those of
/// lookAtProposal(), lockBefore() and draftLock(), and of mayPropose() where there is something to propose.
[[nodiscard]] Task<Result<LockProposal>> draftLockProposal(ProposalTools tools, LockHome home, MadeLock made,
                                                           SnapshotPtr snapshot, bool isIncomplete,
                                                           std::stop_token stop);

/// What is asked and written down by `who`, for this connection; used on its thread.
[[nodiscard]] ProposalTools proposalToolsOf(Connection& connection, const QString& who);
[[nodiscard]] IssueTools issueToolsOf(Connection& connection, const QString& who);

/// The text of the pull request: what moves, tag by tag. English, whatever the window's language: it is the team's.
[[nodiscard]] QString lockProposalText(const LockDraft& draft);

} // namespace slipway
