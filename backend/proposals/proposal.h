#pragma once

#include "github/pullrequests.h"
#include "github/repositoryclient.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// A file as it is proposed.
struct ProposedFile final {
    QString path; ///< in the repository
    QByteArray bytes;

    friend bool operator==(const ProposedFile&, const ProposedFile&) = default;
};

/// Files that are to get into a repository by a pull request.
struct Proposal final {
    RepositoryName repository;
    QString base;   ///< the branch they are to get into; empty: the repository's default branch
    QString branch; ///< the proposal's own: whoever proposes the same again names the same
    std::vector<ProposedFile> files;
    QString title; ///< of the pull request, and of the commits
    QString body;  ///< Markdown; what people add to the pull request's text stays beside it
};

/// One of its files, as the repository has it.
struct SeenFile final {
    QString path;
    std::optional<RepositoryFile> atBase; ///< none: it is not there
    std::optional<RepositoryFile> atBranch;

    friend bool operator==(const SeenFile&, const SeenFile&) = default;
};

/// What a repository has of a proposal.
struct ProposalGround final {
    RepositoryFacts facts;
    QString base; ///< the branch
    QString baseCommit;
    std::optional<QString> branchCommit;  ///< none: there is no such branch
    std::vector<SeenFile> files;          ///< beside Proposal::files
    std::optional<PullRequest> pull;      ///< of the branch into the base, open
    std::optional<PullRequest> elsewhere; ///< of the branch into another base, open: not the one that is proposed
    std::optional<PullRequest> past;      ///< the newest closed one
    bool hasOwnCommits = false;           ///< GitHub refused to move the branch forward to the base

    friend bool operator==(const ProposalGround&, const ProposalGround&) = default;
};

enum class ProposalEnd : std::uint8_t {
    NothingToDo, ///< the base has these files already
    Opened,
    Updated,   ///< there was one: its branch or its text was changed
    Unchanged, ///< there was one that says just this
};

/// What came of a proposal.
struct ProposalOutcome final {
    ProposalEnd end = ProposalEnd::NothingToDo; ///< of no meaning when it was stopped
    std::optional<PullRequest> pull;
    int changes = 0;              ///< requests that changed something
    std::optional<Error> stopped; ///< why it did not get to its end; doing it again goes on

    friend bool operator==(const ProposalOutcome&, const ProposalOutcome&) = default;
};

} // namespace slipway
