#pragma once

#include "core/async.h"
#include "github/repositoryclient.h"
#include "proposals/issueplan.h"
#include "store/auditor.h"

#include <functional>
#include <stop_token>

namespace slipway
{

/// Who reads and changes issues, and what writes it down. Their transport outlives the work.
struct IssueTools final {
    RepositoryClient repositories;
    Issues issues;
    Auditor auditor;
};
[[nodiscard]] IssueTools issueTools(HttpTransport& transport, const GithubAccess& access, Auditor auditor);

/// Matters of a repository that have issues, and how they are known.
struct TrackedMatters final {
    RepositoryName repository;
    QString name;  ///< of the part in an issue's text: "finding"
    QString label; ///< that all of them have: by it they are found again
    std::vector<TrackedMatter> matters;
    MatterFateOf fateOf;
};

/// One issue that could not be changed.
struct FailedIssue final {
    IssueStep step;
    Error error;

    friend bool operator==(const FailedIssue&, const FailedIssue&) = default;
};

struct IssueOutcome final {
    std::vector<IssueStep> done; ///< with the number and page of what was opened
    std::vector<IssueStep> left; ///< somebody was quicker, the steps are others by now, or were not reached: look again
    std::vector<FailedIssue> failed;
    std::optional<Error> stopped; ///< why it did not get to its end

    /// Whether all that was shown is done.
    [[nodiscard]] bool isWhole() const { return left.empty() && failed.empty() && !stopped; }
    friend bool operator==(const IssueOutcome&, const IssueOutcome&) = default;
};

/// What would be done: nothing is changed. Errors: those of the clients; Refused for an archived repository, one
/// without issues, and a token that may not set the label.
[[nodiscard]] Task<Result<std::vector<IssueStep>>> planTracking(IssueTools tools, TrackedMatters matters,
                                                                std::stop_token stop);

/// Does what was shown, and nothing else: the issues are read again, also before each that is opened, and only steps
/// that are still the same are made.
/// Each is in the audit before it is asked for and after. `progress` is told how many of how many are done. An Error:
/// nothing was changed. Errors: those of planTracking().
[[nodiscard]] Task<Result<IssueOutcome>> trackMatters(IssueTools tools, TrackedMatters matters,
                                                      std::vector<IssueStep> shown,
                                                      std::function<void(size_t done, size_t total)> progress,
                                                      std::stop_token stop);

} // namespace slipway
