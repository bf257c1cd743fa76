#pragma once

#include "proposals/proposalsteps.h"
#include "proposals/servedrepository.h"
#include "support/waiting.h"

namespace slipway::test
{

inline const QString kBranch = QStringLiteral("slipway/build-lock");
inline const QString kLock = QStringLiteral("build-lock.json");
inline const SimFiles kBefore{{kLock, "old\n"}, {QStringLiteral("README.md"), "# Platform\n"}};

[[nodiscard]] inline Proposal proposalOf(const QByteArray& lock = "new\n")
{
    Proposal proposal;
    proposal.repository = {QStringLiteral("acme"), QStringLiteral("platform")};
    proposal.branch = kBranch;
    proposal.files = {{kLock, lock}};
    proposal.title = QStringLiteral("build: update build-lock.json");
    proposal.body = QStringLiteral("One tag moves.");
    return proposal;
}

[[nodiscard]] inline Proposal twoFiles()
{
    Proposal proposal = proposalOf();
    proposal.files.push_back({QStringLiteral("policies/cleanup.yaml"), "version: 1\n"});
    return proposal;
}

/// A press: looked at, agreed to, done.
[[nodiscard]] inline Result<ProposalOutcome> press(const ProposalTools& tools, const Proposal& proposal)
{
    const auto shown = resultOf(lookAtProposal(tools, proposal, {}));
    if (!shown)
        return std::unexpected(shown.error());
    return resultOf(proposeChange(tools, proposal, *shown, {}, {}));
}

/// What anybody sees of the repository: the branches with their files, and the pull requests.
[[nodiscard]] inline QStringList stateOf(const SimRepository& repository)
{
    QStringList lines;
    for (const auto& [branch, hash] : repository.branches().asKeyValueRange()) {
        for (const auto& [path, bytes] : repository.commit(hash)->files.asKeyValueRange())
            lines.append(QStringLiteral("%1 %2 %3").arg(branch, path, QString::fromUtf8(bytes).trimmed()));
    }
    for (const SimPull& pull : repository.pulls)
        lines.append(QStringLiteral("#%1 %2 %3 -> %4")
                         .arg(pull.number)
                         .arg(pull.isOpen() ? QStringLiteral("open") : QStringLiteral("closed"), pull.head, pull.base));
    return lines;
}

[[nodiscard]] inline int commitsOn(const SimRepository& repository, const QString& branch)
{
    int commits = 0;
    for (const auto* at = repository.commit(repository.commitOf(branch)); at; at = repository.commit(at->parent))
        ++commits;
    return commits;
}

inline const QStringList kProposed{
    QStringLiteral("main README.md # Platform"), QStringLiteral("main build-lock.json old"),
    QStringLiteral("slipway/build-lock README.md # Platform"), QStringLiteral("slipway/build-lock build-lock.json new"),
    QStringLiteral("#1 open slipway/build-lock -> main")};

} // namespace slipway::test
