#pragma once

#include "cleanup/ownerpolicies.h"
#include "files/templates.h"
#include "models/proposalpreview.h"

namespace slipway
{

/// A policy and the workflow that cleans up by it (templateText() of TemplateKind::Cleanup) as files of the profile's
/// repository, beside its profile. `file` is where the policy lies here, empty: nowhere yet. Errors: InvalidArgument
/// where nothing names the repository, or no name of one.
[[nodiscard]] Result<Proposal> policyProposal(const Profile& profile, const Snapshot& snapshot, const QString& registry,
                                              const QString& file, const QByteArray& text);

/// How both files would change; of nothing to propose LockDraft::isSame() tells. Pure.
[[nodiscard]] ProposalPreviewPtr policyPreview(const Proposal& proposal, const ProposalGround& ground);

} // namespace slipway
