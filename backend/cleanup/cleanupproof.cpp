#include "cleanup/cleanupproof.h"

#include "domain/versiontrees.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Requests under way: as many as the governor lets go.
constexpr size_t kAtOnce = 32;

QStringList tagsOf(const Snapshot& snapshot, const VersionRow& version)
{
    QStringList tags;
    for (const TagText tag : snapshot.tagsOf(version))
        tags.append(tag.toString());
    return tags;
}

/// What a registry says of a digest or tag.
struct Question {
    PackageName package;
    QString reference;
    Digest expected;
};
using Answers = QHash<QString, Result<std::optional<Digest>>>;

QString keyOf(const PackageName& package, const QString& reference)
{
    return package.value + u' ' + reference;
}

Task<void> ask(CleanupTools tools, Question question, std::shared_ptr<Answers> answers, std::stop_token stop)
{
    const auto answer = co_await tools.registry.resolve({tools.owner.login, question.package}, question.reference,
                                                        CallContext(std::move(stop)));
    answers->insert(keyOf(question.package, question.reference), answer);
}

Task<void> askAll(CleanupTools tools, std::vector<Question> questions, std::shared_ptr<Answers> answers,
                  std::stop_token stop)
{
    for (size_t first = 0; first < questions.size() && !stop.stop_requested(); first += kAtOnce) {
        std::vector<Task<void>> asked;
        for (size_t i = first; i < std::min(first + kAtOnce, questions.size()); ++i)
            asked.push_back(ask(tools, questions[i], answers, stop));
        for (auto& one : asked)
            co_await one;
    }
}

} // namespace

CleanupProof keptOf(const PlanFile& plan, const Snapshot& after, const ReferenceGraph& graph)
{
    CleanupProof proof;
    QSet<PackageName> touched;
    for (const auto& planned : plan.deletions)
        touched.insert(planned.package);
    QSet<VersionId> there;
    for (const auto& package : after.packages) {
        if (!touched.contains(package.name))
            continue;
        if (!package.complete)
            proof.problems.push_back({ErrorKind::Malformed, package.name.value, u"its list was not read whole"_s, {}});
        for (const auto& version : after.versionsOf(package)) {
            there.insert(version.id);
            if (!version.isTagged() || std::ranges::binary_search(plan.brokenBefore, after.digestOf(version)))
                continue;
            if (auto missing = graph.missing(after.rowOf(version)); !missing.empty())
                proof.broken.push_back(
                    {package.name, after.digestOf(version), tagsOf(after, version), std::move(missing)});
        }
    }
    for (const auto& kept : plan.keep) {
        if (touched.contains(kept.package) && !there.contains(kept.id))
            proof.broken.push_back({kept.package, kept.digest, kept.tags, {kept.digest}});
    }
    for (const auto& blocked : plan.blocked) {
        if (touched.contains(blocked.package) && !there.contains(blocked.id))
            proof.broken.push_back({blocked.package, blocked.digest, {}, {blocked.digest}});
    }
    return proof;
}

Task<CleanupProof> resolveAll(CleanupTools tools, SnapshotPtr snapshot, QSet<PackageName> packages,
                              std::vector<Digest> ignored, std::stop_token stop)
{
    CleanupProof proof;
    const ReferenceGraph graph(*snapshot);
    std::ranges::sort(ignored);
    std::vector<Question> questions;
    QSet<QString> known;
    const auto add = [&](Question question) {
        if (!known.contains(keyOf(question.package, question.reference))) {
            known.insert(keyOf(question.package, question.reference));
            questions.push_back(std::move(question));
        }
    };
    std::vector<RowIndex> tagged;
    for (const auto& package : snapshot->packages) {
        if (!packages.isEmpty() && !packages.contains(package.name))
            continue;
        for (const auto& version : snapshot->versionsOf(package)) {
            if (!version.isTagged() || std::ranges::binary_search(ignored, snapshot->digestOf(version)))
                continue;
            const RowIndex row = snapshot->rowOf(version);
            tagged.push_back(row);
            const QStringList tags = tagsOf(*snapshot, version);
            for (const QString& tag : tags)
                add({package.name, tag, snapshot->digestOf(version)});
            const std::vector<RowIndex> one{row};
            const auto whole = withEntriesAndReferrers(graph, one);
            for (const RowIndex below : whole.rows())
                add({package.name, snapshot->digestOf(below).toString(), snapshot->digestOf(below)});
        }
    }
    const auto answers = std::make_shared<Answers>();
    co_await askAll(tools, questions, answers, stop);
    QHash<QString, Digest> missing;
    for (const Question& question : questions) {
        const auto answer = answers->constFind(keyOf(question.package, question.reference));
        if (answer == answers->cend())
            proof.problems.push_back({ErrorKind::Cancelled, question.package.value, {}, {}});
        else if (!*answer)
            proof.problems.push_back(answer->error());
        else if (!**answer)
            missing.insert(keyOf(question.package, question.reference), question.expected);
    }
    for (const RowIndex row : tagged) {
        const auto& version = snapshot->versions[row];
        const auto& package = snapshot->packages[version.package].name;
        BrokenVersion broken{package, snapshot->digestOf(row), tagsOf(*snapshot, version), graph.missing(row)};
        const std::vector<RowIndex> one{row};
        const auto whole = withEntriesAndReferrers(graph, one);
        for (const RowIndex below : whole.rows()) {
            const Digest digest = snapshot->digestOf(below);
            if (missing.contains(keyOf(package, digest.toString())) && !std::ranges::contains(broken.missing, digest))
                broken.missing.push_back(digest);
        }
        for (const QString& tag : std::as_const(broken.tags)) {
            if (missing.contains(keyOf(package, tag)) && !std::ranges::contains(broken.missing, broken.digest))
                broken.missing.push_back(broken.digest);
        }
        if (!broken.missing.empty())
            proof.broken.push_back(std::move(broken));
    }
    co_return proof;
}

} // namespace slipway
