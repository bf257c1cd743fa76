#pragma once

#include "core/async.h"
#include "github/repositorychanges.h"
#include "proposals/proposal.h"
#include "store/auditor.h"

#include <functional>
#include <stop_token>

namespace slipway
{

/// Who reads and changes repositories, and what writes it down. Their transport outlives the work.
struct ProposalTools final {
    RepositoryClient repositories;
    RepositoryChanges changes;
    PullRequests pulls;
    Auditor auditor;
};

/// The tools of a server that is asked with this access.
[[nodiscard]] ProposalTools proposalTools(HttpTransport& transport, const GithubAccess& access, Auditor auditor);

/// How far it is: requests that changed something, of about as many.
struct ProposalProgress final {
    int done = 0;
    int total = 0;
};
using ProposalProgressSink = std::function<void(ProposalProgress)>;

/// What a repository has of a proposal, whose files need no bytes yet: nothing is changed. Errors: those of
/// RepositoryClient and PullRequests; NotFound for a base that is not there.
[[nodiscard]] Task<Result<ProposalGround>> lookAtProposal(ProposalTools tools, Proposal proposal, std::stop_token stop);

/// Brings the files into the proposal's branch and opens a pull request, or brings the one there is up to date. `shown`
/// is what a person agreed to. Each change is in the audit before it is asked for and after. Every press ends in the
/// same state: nothing is done twice, what a killed one left is gone on with, and where an answer is missing, or
/// somebody was quicker, it is looked at again. An Error: nothing was changed. Errors: those of lookAtProposal(),
/// mayPropose(), isAsShown().
[[nodiscard]] Task<Result<ProposalOutcome>> proposeChange(ProposalTools tools, Proposal proposal, ProposalGround shown,
                                                          ProposalProgressSink progress, std::stop_token stop);

} // namespace slipway
