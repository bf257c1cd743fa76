#pragma once

#include "proposals/proposal.h"

namespace slipway
{

/// What is to be done next for a proposal.
enum class ProposalAct : std::uint8_t {
    Nothing,      ///< all is done
    CreateBranch, ///< at the base
    ResetBranch,  ///< to the base: what it has is that of a closed pull request of ours, which keeps its commits
    Forward,      ///< to the base, where nothing of it is lost by that; only a branch of ours
    WriteFile,
    OpenPull,
    UpdatePull,
};

struct ProposalStep final {
    ProposalAct act = ProposalAct::Nothing;
    size_t file = 0; ///< of WriteFile

    friend bool operator==(const ProposalStep&, const ProposalStep&) = default;
};

/// Decides from what is there, never from what was done before: whoever was killed half way goes on by asking again.
/// Commits of a branch that no closed pull request keeps are never dropped; the files are written on top of them.
[[nodiscard]] ProposalStep nextStep(const Proposal& proposal, const ProposalGround& ground);

/// How things stand after a step that GitHub confirmed. `pull` is its answer to OpenPull and UpdatePull; `commit` that
/// to WriteFile.
[[nodiscard]] ProposalGround groundAfter(ProposalGround ground, const Proposal& proposal, const ProposalStep& step,
                                         const std::optional<PullRequest>& pull, const QString& commit);

/// What a branch that is there already brings along, which the difference from the base does not show.
struct BranchBrings final {
    bool hasCommits = false;   ///< they will be in the pull request; false where they are in an open one
    bool hasOtherFile = false; ///< a file neither as in the base nor as proposed: it is replaced

    friend bool operator==(const BranchBrings&, const BranchBrings&) = default;
};
[[nodiscard]] BranchBrings branchBrings(const Proposal& proposal, const ProposalGround& ground);

/// Whether the base has all of it already.
[[nodiscard]] bool isInBase(const Proposal& proposal, const ProposalGround& ground);

/// Why a proposal cannot be made at all. Errors: Refused for a token that may not push for an archived repository, and
/// for a branch that is there and is not Slipway's, by its name (slipway/…) or by a pull request of it that Slipway
/// marked, and for one whose open pull request is to be merged into another base; InvalidArgument where the branch is
/// the base itself or the default branch.
[[nodiscard]] Result<void> mayPropose(const Proposal& proposal, const ProposalGround& ground);

/// Whether the files of the base that are to be replaced are those that were shown. Errors: Refused.
[[nodiscard]] Result<void> isBaseAsShown(const ProposalGround& shown, const ProposalGround& now);

/// Whether the branch is the one that was shown, too, but for what the proposal itself did to it since. Errors:
/// Refused.
[[nodiscard]] Result<void> isAsShown(const Proposal& proposal, const ProposalGround& shown, const ProposalGround& now);

/// The text of a pull request: the proposal's part, and around it what people wrote.
[[nodiscard]] QString pullText(const QString& before, const Proposal& proposal);

} // namespace slipway
