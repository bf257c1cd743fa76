#include "proposals/proposalsteps.h"

#include "proposals/markedtext.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

const QString kPart = u"proposal"_s;
/// The branches Slipway names itself.
constexpr QLatin1StringView kOwnBranches{"slipway/"};

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

bool isSame(const ProposedFile& wanted, const std::optional<RepositoryFile>& there)
{
    return there && there->bytes == wanted.bytes;
}

QString blobOf(const std::optional<RepositoryFile>& file)
{
    return file ? file->blob : QString();
}

/// Git's hash of a file, which GitHub wants to know at the next change.
QString blobHash(const QByteArray& bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData("blob " + QByteArray::number(bytes.size()));
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

bool isOurs(const Proposal& proposal, const std::optional<PullRequest>& pull)
{
    const auto part = pull ? markedPart(pull->body, kPart) : std::nullopt;
    return part && part->key == proposal.branch;
}

/// Whether all the branch has is what a closed pull request of ours keeps.
bool isLeftOver(const Proposal& proposal, const ProposalGround& ground)
{
    return !ground.pull && !ground.elsewhere && isOurs(proposal, ground.past)
           && ground.past->headCommit == *ground.branchCommit;
}

/// Whether the branch is one that Slipway made.
bool isOwnBranch(const Proposal& proposal, const ProposalGround& ground)
{
    return proposal.branch.startsWith(kOwnBranches) || isOurs(proposal, ground.pull) || isOurs(proposal, ground.past);
}

} // namespace

bool isInBase(const Proposal& proposal, const ProposalGround& ground)
{
    for (size_t i = 0; i < proposal.files.size(); ++i) {
        if (!isSame(proposal.files[i], ground.files[i].atBase))
            return false;
    }
    return true;
}

QString pullText(const QString& before, const Proposal& proposal)
{
    return withMarkedPart(before, kPart, {proposal.branch, proposal.body});
}

ProposalStep nextStep(const Proposal& proposal, const ProposalGround& ground)
{
    if (isInBase(proposal, ground))
        return {};
    if (!ground.branchCommit)
        return {ProposalAct::CreateBranch};
    if (!ground.pull && !ground.elsewhere && *ground.branchCommit != ground.baseCommit) {
        if (isLeftOver(proposal, ground))
            return {ProposalAct::ResetBranch};
        if (!ground.hasOwnCommits && isOwnBranch(proposal, ground))
            return {ProposalAct::Forward};
    }
    for (size_t i = 0; i < proposal.files.size(); ++i) {
        if (!isSame(proposal.files[i], ground.files[i].atBranch))
            return {ProposalAct::WriteFile, i};
    }
    if (!ground.pull)
        return {ProposalAct::OpenPull};
    const auto part = markedPart(ground.pull->body, kPart);
    if (!part || *part != MarkedPart{proposal.branch, proposal.body})
        return {ProposalAct::UpdatePull};
    return {};
}

ProposalGround groundAfter(ProposalGround ground, const Proposal& proposal, const ProposalStep& step,
                           const std::optional<PullRequest>& pull, const QString& commit)
{
    switch (step.act) {
    case ProposalAct::Nothing:
        break;
    case ProposalAct::CreateBranch:
    case ProposalAct::ResetBranch:
    case ProposalAct::Forward:
        ground.branchCommit = ground.baseCommit;
        for (SeenFile& file : ground.files)
            file.atBranch = file.atBase;
        break;
    case ProposalAct::WriteFile: {
        const QByteArray& bytes = proposal.files[step.file].bytes;
        ground.branchCommit = commit;
        ground.hasOwnCommits = true;
        ground.files[step.file].atBranch = RepositoryFile{blobHash(bytes), bytes};
        break;
    }
    case ProposalAct::OpenPull:
    case ProposalAct::UpdatePull:
        ground.pull = pull;
        break;
    }
    return ground;
}

Result<void> mayPropose(const Proposal& proposal, const ProposalGround& ground)
{
    const QString repository = proposal.repository.toText();
    if (proposal.branch == ground.base) {
        return failure(ErrorKind::InvalidArgument,
                       tr("The branch of a pull request is another one than %1").arg(ground.base), proposal.branch);
    }
    if (proposal.branch == ground.facts.defaultBranch) {
        return failure(
            ErrorKind::InvalidArgument,
            tr("%1 is the default branch of %2: a pull request has one of its own").arg(proposal.branch, repository));
    }
    if (const auto& other = ground.elsewhere; other && !ground.pull) {
        return failure(ErrorKind::Refused,
                       tr("pull request %1 of the branch %2 is to be merged into %3, not into %4")
                           .arg(QString::number(other->number), proposal.branch, other->base, ground.base),
                       tr("name another branch, or close it"));
    }
    if (ground.branchCommit && !isOwnBranch(proposal, ground)) {
        return failure(ErrorKind::Refused,
                       tr("the branch %1 of %2 is there already and is not Slipway's").arg(proposal.branch, repository),
                       tr("name another one, or delete it"));
    }
    if (ground.facts.isArchived)
        return failure(ErrorKind::Refused, tr("%1 is archived and takes no changes").arg(repository));
    if (ground.facts.mayPush == false) {
        return failure(ErrorKind::Refused, tr("the token's owner may not push to %1").arg(repository),
                       tr("ask for the role Write"));
    }
    return {};
}

BranchBrings branchBrings(const Proposal& proposal, const ProposalGround& ground)
{
    BranchBrings brings;
    if (!ground.branchCommit || *ground.branchCommit == ground.baseCommit || isLeftOver(proposal, ground))
        return brings;
    brings.hasCommits = !ground.pull;
    for (size_t i = 0; i < ground.files.size(); ++i) {
        const SeenFile& file = ground.files[i];
        if (blobOf(file.atBranch) != blobOf(file.atBase) && !isSame(proposal.files[i], file.atBranch))
            brings.hasOtherFile = true;
    }
    return brings;
}

Result<void> isBaseAsShown(const ProposalGround& shown, const ProposalGround& now)
{
    for (size_t i = 0; i < now.files.size(); ++i) {
        const SeenFile& file = now.files[i];
        if (i >= shown.files.size() || file.path != shown.files[i].path
            || blobOf(file.atBase) != blobOf(shown.files[i].atBase))
            return failure(ErrorKind::Refused, tr("%1 was changed in %2 since it was shown").arg(file.path, now.base),
                           tr("look at the change again"));
    }
    return {};
}

Result<void> isAsShown(const Proposal& proposal, const ProposalGround& shown, const ProposalGround& now)
{
    if (auto base = isBaseAsShown(shown, now); !base)
        return base;
    if (now.branchCommit == shown.branchCommit || !now.branchCommit || *now.branchCommit == now.baseCommit
        || *now.branchCommit == shown.baseCommit)
        return {};
    // It moved. A press that was stopped wrote the proposal's files: then it is gone on with.
    bool isOurWork = false;
    bool isOthers = false;
    for (size_t i = 0; i < now.files.size(); ++i) {
        const SeenFile& file = now.files[i];
        const bool isWritten = isSame(proposal.files[i], file.atBranch);
        const bool isNew = isWritten && !isSame(proposal.files[i], shown.files[i].atBranch);
        const bool isUntouched =
            blobOf(file.atBranch) == blobOf(file.atBase) || blobOf(file.atBranch) == blobOf(shown.files[i].atBranch);
        isOurWork = isOurWork || isNew;
        isOthers = isOthers || (!isWritten && !isUntouched);
    }
    if (isOurWork && !isOthers)
        return {};
    return failure(ErrorKind::Refused, tr("the branch %1 was changed since it was shown").arg(proposal.branch),
                   tr("look at the change again"));
}

} // namespace slipway
