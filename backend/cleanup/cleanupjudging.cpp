// Whether CleanupWork may delete a tree just now.
#include "cleanup/cleanupwork.h"
#include "core/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Clocks of two machines, and what was pushed while the plan's lists were read.
constexpr std::chrono::hours kBeforePlan{1};

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

QString staleBy(const QString& name)
{
    return tr("the plan is stale: %1, which it points at, is there now").arg(name);
}

} // namespace

/// Everything a restoration takes, before the first of them goes.
Task<Result<void>> CleanupWork::readDocuments(Self self, std::shared_ptr<OpenTree> tree)
{
    for (const auto& planned : tree->versions) {
        auto document = co_await manifestDocument(self->m_tools, planned.package, planned.digest, self->m_stop);
        if (!document)
            co_return std::unexpected(document.error());
        const auto manifest = parseManifest(planned.digest, document->bytes, document->mediaType);
        if (!manifest)
            co_return std::unexpected(manifest.error());
        tree->pointed.add(pointedAtBy(planned.tags, *manifest));
        tree->documents.push_back(*std::move(document));
    }
    co_return Result<void>();
}

Task<CleanupWork::Judgement> CleanupWork::judge(Self self, std::shared_ptr<Place> place,
                                                std::shared_ptr<const OpenTree> tree)
{
    Judgement judged;
    if (co_await readLists(self, place, &judged.reason) == Lists::Unread) {
        judged.verdict = Verdict::Unknown;
        co_return judged;
    }
    if (const auto stale = place->watch.staleness(tree->planned, tree->pointed, place->rows)) {
        judged = {Verdict::Stays, *stale};
        co_return judged;
    }
    co_return co_await judgeAbsent(self, place, tree);
}

/// Waits for its turn. What was read before a pause does not count any more, and the plan may have grown too old.
Task<CleanupWork::Verdict> CleanupWork::turn(Self self, std::shared_ptr<Place> place)
{
    if (self->m_control.isPaused())
        place->forget();
    co_await self->m_control.turn(self->m_stop);
    const auto& tools = self->m_tools;
    if (auto good = checkPlan(self->m_request.plan, tools.server, tools.owner.login, tools.clock.now());
        !good && !self->isStopped())
        self->m_outcome.stopped = good.error();
    co_return self->isStopped() ? Verdict::Unknown : Verdict::Goes;
}

/// A tree may go because what it points at is gone: a ghost, an orphan, a damaged index. A list that is read from its
/// newest row on does not show what was restored, so the registry is asked; a subject may have come back elsewhere.
Task<CleanupWork::Judgement> CleanupWork::judgeAbsent(Self self, std::shared_ptr<Place> place,
                                                      std::shared_ptr<const OpenTree> tree)
{
    struct Question {
        PackageName package;
        Digest digest;
    };
    Judgement judged;
    std::vector<Question> questions;
    const auto ask = [&questions](const PackageName& package, const std::vector<Digest>& digests) {
        for (const Digest& digest : digests)
            questions.push_back({package, digest});
    };
    ask(place->package, place->watch.notHere(tree->pointed.lists));
    const auto subjects = place->watch.notHere(tree->pointed.subjects);
    ask(place->package, subjects);
    if (!subjects.empty()) {
        const auto packages = co_await changedSince(self, place->package);
        if (!packages) {
            judged = {Verdict::Unknown,
                      tr("the packages of its owner could not be read: %1").arg(errorText(packages.error()).what)};
            co_return judged;
        }
        for (const auto& package : *packages)
            ask(package, subjects);
    }
    for (const Question& question : questions) {
        const auto at = co_await self->m_tools.registry.resolve({self->m_tools.owner.login, question.package},
                                                                question.digest.toString(), CallContext(self->m_stop));
        if (!at) {
            judged = {Verdict::Unknown, tr("the registry could not be asked for %1: %2")
                                            .arg(question.digest.shortForm(), errorText(at.error()).what)};
            co_return judged;
        }
        if (*at) {
            judged = {Verdict::Stays, staleBy(question.package.value + u'@' + question.digest.shortForm())};
            co_return judged;
        }
    }
    co_return judged;
}

/// The owner's other packages in which something may have appeared since what the plan was made of was read.
Task<Result<std::vector<PackageName>>> CleanupWork::changedSince(Self self, PackageName except)
{
    const auto listed =
        co_await self->m_tools.github.packages(self->m_tools.owner, self->m_tools.pages, CallContext(self->m_stop));
    if (!listed)
        co_return std::unexpected(listed.error());
    if (!listed->isComplete())
        co_return std::unexpected(listed->problems.front());
    const auto& plan = self->m_request.plan;
    // It knows nothing of what came after what it was made of was read.
    const QDateTime known = plan.readAt.isValid() ? std::min(plan.readAt, plan.createdAt) : plan.createdAt;
    const QDateTime since = known.addDuration(-kBeforePlan);
    std::vector<PackageName> changed;
    for (const auto& package : listed->rows) {
        if (package.name != except && (!package.updatedAt.isValid() || package.updatedAt >= since))
            changed.push_back(package.name);
    }
    co_return Result<std::vector<PackageName>>(std::move(changed));
}

} // namespace slipway
