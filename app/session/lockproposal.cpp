#include "app/session/lockproposal.h"

#include "app/session/cleanupplanning.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "proposals/proposalsteps.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kUsualFile{"build-lock.json"};
/// GitHub takes 65,536 characters of a text.
constexpr int kMostRows = 200;

QString tr(const char* text)
{
    return QCoreApplication::translate("Proposals", text);
}

QString given(const QString& wish, const QString& otherwise)
{
    return wish.isEmpty() ? otherwise : wish;
}

/// The branch of a lock file: of two in one repository each has its own. Only what git takes in a branch's name.
QString branchOf(const QString& path)
{
    const auto slash = path.lastIndexOf(u'/') + 1;
    QString name = path.first(slash) + path.sliced(slash).section(u'.', 0, 0);
    static const QRegularExpression kOther(u"[^\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kEdges(u"^-+|-+$"_s);
    name.replace(kOther, u"-"_s).remove(kEdges);
    return u"slipway/"_s + given(name, u"lock"_s);
}

QString shortly(const Digest& digest)
{
    return digest.isNull() ? QString() : u'`' + digest.shortForm() + u'`';
}

QString wordOf(LockChangeKind kind)
{
    switch (kind) {
    case LockChangeKind::Added:
        return u"added"_s;
    case LockChangeKind::Moved:
        return u"moved"_s;
    case LockChangeKind::Updated:
        return u"updated"_s;
    case LockChangeKind::Removed:
        return u"removed"_s;
    case LockChangeKind::Kept:
        return u"kept, could not be read"_s;
    }
    return {};
}

/// The branch may have this very lock already, made a moment earlier: then its text is taken, or each press would push
/// another time.
void takeOverTime(LockDraft& draft, const std::optional<RepositoryFile>& atBranch)
{
    if (!atBranch)
        return;
    const auto proposed = parseBuildLock(atBranch->bytes, draft.path);
    if (!proposed)
        return;
    BuildLock same = draft.merged.lock;
    same.generatedAt = proposed->lock.generatedAt;
    if (writeBuildLock(same) == atBranch->bytes) {
        draft.merged.lock = std::move(same);
        draft.text = atBranch->bytes;
    }
}

Auditor auditorOf(const Connection& connection, const QString& who)
{
    const Target& target = connection.target();
    return {auditFileOf(target), who, target.apiHost(), target.owner, target.clock};
}

GithubAccess accessOf(const Connection& connection)
{
    const Target& target = connection.target();
    return {target.apiUrl, target.token, target.apiVersion};
}

} // namespace

Result<LockHome> lockHome(const Profile& profile, const QString& owner, const LockHomeWish& wish)
{
    const ProfileRepository& stated = profile.repository;
    const QString named = given(wish.repository, stated.name);
    if (named.isEmpty()) {
        return failure(ErrorKind::InvalidArgument, tr("Nothing says in which repository the lock file lives"),
                       tr("the profile: repository: { name: OWNER/NAME }"));
    }
    auto repository = parseRepositoryName(named, owner);
    if (!repository)
        return std::unexpected(repository.error());
    LockHome home;
    home.repository = *std::move(repository);
    home.base = given(wish.base, stated.base);
    home.path = given(wish.path, given(stated.lock, kUsualFile));
    home.branch = given(wish.branch, branchOf(home.path));
    return home;
}

QString lockProposalText(const LockDraft& draft)
{
    QString text =
        u"`%1` pins what the registry has now.\n\n| tag | | from | to |\n|---|---|---|---|\n"_s.arg(draft.path);
    int rows = 0;
    for (const LockChange& change : draft.merged.changes) {
        if (rows++ == kMostRows)
            break;
        text += u"| `%1:%2` | %3 | %4 | %5 |\n"_s.arg(change.package.value, change.tag.value, wordOf(change.kind),
                                                      shortly(change.before), shortly(change.after));
    }
    if (const auto more = static_cast<int>(draft.merged.changes.size()) - kMostRows; more > 0)
        text += u"\nand %1 more."_s.arg(more);
    if (draft.isIncomplete)
        text += u"\nNot everything could be read; what was pinned of it stays."_s;
    return text.trimmed();
}

ProposalTools proposalToolsOf(Connection& connection, const QString& who)
{
    return proposalTools(connection.requests(), accessOf(connection), auditorOf(connection, who));
}

IssueTools issueToolsOf(Connection& connection, const QString& who)
{
    return issueTools(connection.requests(), accessOf(connection), auditorOf(connection, who));
}

Task<Result<LockProposal>> draftLockProposal(ProposalTools tools, LockHome home, MadeLock made, SnapshotPtr snapshot,
                                             bool isIncomplete, std::stop_token stop)
{
    LockProposal proposed;
    proposed.proposal = {home.repository, home.base, home.branch, {{home.path, {}}}, {}, {}};
    auto ground = co_await lookAtProposal(std::move(tools), proposed.proposal, stop);
    if (!ground)
        co_return std::unexpected(ground.error());
    const SeenFile& file = ground->files.front();
    LockBefore before;
    if (file.atBase) {
        auto read = lockBefore(file.atBase->bytes, home.path);
        if (!read)
            co_return std::unexpected(read.error());
        before = *std::move(read);
    }
    auto draft = draftLock(home.path, std::move(before), std::move(made), *snapshot);
    if (!draft)
        co_return std::unexpected(draft.error());
    draft->isIncomplete = draft->isIncomplete || isIncomplete;
    if (!draft->isSame()) {
        if (auto may = mayPropose(proposed.proposal, *ground); !may)
            co_return std::unexpected(may.error());
        takeOverTime(*draft, file.atBranch);
    }
    proposed.proposal.base = ground->base;
    proposed.proposal.files.front().bytes = draft->text;
    proposed.proposal.title = u"build: update %1"_s.arg(home.path.section(u'/', -1));
    proposed.proposal.body = lockProposalText(*draft);
    proposed.ground = *std::move(ground);
    proposed.draft = *std::move(draft);
    co_return Result<LockProposal>(std::move(proposed));
}

} // namespace slipway
