#include "app/dashboard/policyproposing.h"

#include <QFileInfo>

namespace slipway
{

using namespace Qt::StringLiterals;

Result<Proposal> policyProposal(const Profile& profile, const Snapshot& snapshot, const QString& registry,
                                const QString& file, const QByteArray& text)
{
    auto repository = parseRepositoryName(profile.repository.name, snapshot.owner.login);
    if (!repository)
        return std::unexpected(repository.error());
    Profile named = profile;
    named.policies.clear();
    if (!file.isEmpty())
        named.policies.push_back({*Glob::parse(u"*"_s), file});
    TemplateFacts facts = templateFacts(snapshot, {}, named, registry);
    const QString branch = u"slipway/policy-"_s + facts.policyFile.section(u'.', 0, 0);
    if (const QString& folder = profile.repository.folder; !folder.isEmpty()) {
        facts.policyFile.prepend(folder + u'/');
        facts.profileFile.prepend(folder + u'/');
    }
    return Proposal{*std::move(repository),
                    profile.repository.base,
                    branch,
                    {{facts.policyFile, text},
                     {templatePath(TemplateKind::Cleanup), templateText(TemplateKind::Cleanup, facts).toUtf8()}},
                    u"build: update %1"_s.arg(facts.policyFile.section(u'/', -1)),
                    u"What may be deleted of the packages of %1 is in `%2`. The workflow `%3` plans by it once a week, "
                    u"keeps the plan, and carries it out."_s.arg(snapshot.owner.login, facts.policyFile,
                                                                 templatePath(TemplateKind::Cleanup))};
}

ProposalPreviewPtr policyPreview(const Proposal& proposal, const ProposalGround& ground)
{
    auto preview = std::make_shared<ProposalPreview>();
    preview->proposal = proposal;
    preview->proposal.base = ground.base;
    preview->ground = ground;
    for (std::size_t i = 0; i < proposal.files.size() && i < ground.files.size(); ++i) {
        const auto& file = proposal.files[i];
        const auto& there = ground.files[i].atBase;
        const QByteArray before = there ? there->bytes : QByteArray();
        preview->draft.before.text += before;
        preview->draft.text += file.bytes;
        if (there && before == file.bytes)
            continue;
        auto diff = lockDiff(before, file.bytes);
        auto& all = preview->diff;
        all.lines.push_back({LockDiffKind::Context, 0, 0, file.path});
        all.lines.insert(all.lines.end(), diff.lines.begin(), diff.lines.end());
        all.removed += diff.removed;
        all.added += diff.added;
        all.isCut = all.isCut || diff.isCut;
    }
    return preview;
}

} // namespace slipway
