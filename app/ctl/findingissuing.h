#pragma once

#include "app/ctl/commands.h"
#include "app/ctl/driftanswer.h"
#include "proposals/issuework.h"

namespace slipway
{

/// What became of the issues of findings.
struct FindingIssues final {
    QString repository;
    bool isPreview = false;
    std::vector<IssueStep> planned;
    IssueOutcome outcome; ///< empty for a preview
};

/// The options of `drift --issues`.
[[nodiscard]] QList<QCommandLineOption> findingIssueOptions();

/// `drift --issues`: shows which issues would be opened, updated and closed, and once that is confirmed does it.
/// Errors: those of planTracking() and trackMatters(); InvalidArgument where the profile does not ask for issues;
/// Refused where nothing may be changed, or nobody confirms it.
[[nodiscard]] Task<Result<FindingIssues>> runFindingIssues(Invocation invocation, Connection& connection,
                                                           DriftAnswer answer, std::stop_token stop);

/// For the document of `drift`, and for people.
[[nodiscard]] QJsonObject findingIssuesDocument(const FindingIssues& issues);
[[nodiscard]] QString findingIssuesText(const FindingIssues& issues);
/// Why it stopped before its end; empty where it did not.
[[nodiscard]] QString findingIssuesNotice(const FindingIssues& issues);
/// The command's, where drift itself ended with `code`.
[[nodiscard]] ExitCode codeWith(const FindingIssues& issues, ExitCode code);

} // namespace slipway
