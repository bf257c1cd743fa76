#pragma once

#include "drift/lockdraft.h"
#include "models/lockdiff.h"
#include "proposals/issuework.h"
#include "proposals/proposal.h"

#include <QStringList>

#include <memory>

namespace slipway
{

/// A lock file as a pull request would bring it into its repository: nothing is pushed yet.
struct ProposalPreview final {
    Proposal proposal;
    ProposalGround ground; ///< the repository as it was looked at
    LockDraft draft;
    LockDiff diff; ///< from the base's file
};
using ProposalPreviewPtr = std::shared_ptr<const ProposalPreview>;

/// Where it goes, by which branch and under which title; that an open pull request is brought up to date; what the
/// branch brings along; that there is nothing to propose. A line each.
[[nodiscard]] QStringList proposalLines(const ProposalPreview& preview);
/// Why nothing was done, and what to do about it.
[[nodiscard]] QString proposalFailureText(const Error& error);
/// What came of it, in a sentence.
[[nodiscard]] QString proposalEndLine(const ProposalPreview& preview, const ProposalOutcome& outcome);

/// Issues of findings as they would be opened, updated and closed: nothing is changed yet.
struct IssuesPreview final {
    TrackedMatters matters;
    std::vector<IssueStep> steps;

    [[nodiscard]] int changes() const;
};
using IssuesPreviewPtr = std::shared_ptr<const IssuesPreview>;

/// "2 are opened, 1 is closed" in a sentence that names the repository.
[[nodiscard]] QString issuesSummary(const IssuesPreview& preview);
/// "open: Drift: …", a line a step.
[[nodiscard]] QStringList issueLines(const IssuesPreview& preview);
/// The issue's text as it would be, whole; of one that is left alone a sentence that says so.
[[nodiscard]] QString issueText(const IssueStep& step);
/// Whether all of it is done, in a sentence.
[[nodiscard]] QString issuesEndLine(const IssueOutcome& outcome);
/// What came of it: what was done with its address, what was left and what failed, a line each.
[[nodiscard]] QStringList issueEndLines(const IssueOutcome& outcome);

} // namespace slipway
