#include "cleanup/tagproof.h"

#include "domain/versiontrees.h"

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Requests under way: as many as the governor lets go.
constexpr size_t kAtOnce = 32;

/// What a registry says of a digest or tag.
struct Question {
    PackageName package;
    QString reference;
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

Task<void> lookAt(CleanupTools tools, LookedAt version, std::shared_ptr<RowAnswers> rows, std::stop_token stop)
{
    const auto row = co_await tools.github.version({tools.owner, version.package, version.id}, CallContext(stop));
    if (row)
        rows->insert(version.id, std::optional<ListedVersion>(*row));
    else if (row.error().kind == ErrorKind::NotFound)
        rows->insert(version.id, std::optional<ListedVersion>());
    else
        rows->insert(version.id, std::unexpected(row.error()));
}

/// A tagged version, and what it takes.
struct Tagged {
    RowIndex row = kNoRow;
    QStringList tags;
    std::vector<Digest> needed;      ///< itself, what it lists, and what of that no list has
    std::vector<RowIndex> referring; ///< what hangs on these
};

Tagged taggedOf(const Snapshot& snapshot, const ReferenceGraph& graph, const VersionRow& version,
                const QSet<VersionId>& away)
{
    Tagged tagged{snapshot.rowOf(version), {}, {}, {}};
    for (const TagText tag : snapshot.tagsOf(version))
        tagged.tags.append(tag.toString());
    const std::vector<RowIndex> one{tagged.row};
    const auto entries = withEntries(graph, one);
    for (const RowIndex row : entries.rows())
        tagged.needed.push_back(snapshot.digestOf(row));
    for (const Digest& digest : graph.missing(tagged.row)) {
        if (!std::ranges::contains(tagged.needed, digest))
            tagged.needed.push_back(digest);
    }
    const auto whole = withEntriesAndReferrers(graph, one);
    for (const RowIndex row : whole.rows()) {
        if (!entries.holds(row) && !away.contains(snapshot.versions[row].id))
            tagged.referring.push_back(row);
    }
    return tagged;
}

/// What a registry was asked, each once.
std::vector<Question> questionsOf(const Snapshot& snapshot, const std::vector<Tagged>& all)
{
    std::vector<Question> questions;
    QSet<QString> known;
    const auto add = [&](const PackageName& package, const QString& reference) {
        const QString key = keyOf(package, reference);
        if (known.contains(key))
            return;
        known.insert(key);
        questions.push_back({package, reference});
    };
    for (const auto& tagged : all) {
        const auto& package = snapshot.packages[snapshot.versions[tagged.row].package].name;
        for (const QString& tag : tagged.tags)
            add(package, tag);
        for (const Digest& digest : tagged.needed)
            add(package, digest.toString());
        for (const RowIndex row : tagged.referring)
            add(package, snapshot.digestOf(row).toString());
    }
    return questions;
}

/// What a registry has answered that it does not have.
class Lacks final
{
public:
    explicit Lacks(const Answers& answers)
        : m_answers(answers)
    {
    }

    [[nodiscard]] bool has(const PackageName& package, const QString& reference) const
    {
        const auto answer = m_answers.constFind(keyOf(package, reference));
        return answer != m_answers.cend() && *answer && !**answer;
    }
    [[nodiscard]] bool has(const PackageName& package, const Digest& digest) const
    {
        return has(package, digest.toString());
    }

private:
    const Answers& m_answers;
};

/// Tags that lead somewhere else than the list says, to what is not proven with them: a list that lags behind.
std::vector<Error> unlistedTargets(const Snapshot& snapshot, const std::vector<Tagged>& all, const TagScope& scope,
                                   const Answers& answers)
{
    QSet<QString> proven;
    const auto packageOf = [&](const Tagged& tagged) {
        return snapshot.packages[snapshot.versions[tagged.row].package].name;
    };
    for (const auto& tagged : all)
        proven.insert(keyOf(packageOf(tagged), snapshot.digestOf(tagged.row).toString()));
    std::vector<Error> problems;
    for (const auto& tagged : all) {
        const auto package = packageOf(tagged);
        for (const QString& tag : tagged.tags) {
            const auto answer = answers.constFind(keyOf(package, tag));
            if (answer == answers.cend() || !*answer || !**answer)
                continue;
            const Digest& at = ***answer;
            if (!proven.contains(keyOf(package, at.toString())) && !std::ranges::binary_search(scope.ignored, at))
                problems.push_back(leadsElsewhere(package, tag, at));
        }
    }
    return problems;
}

/// Rows that may tell that nothing is broken: of tags that lead to nothing, and of what hangs on others and is missing.
std::vector<LookedAt> doubted(const Snapshot& snapshot, const std::vector<Tagged>& all, const Lacks& lacks)
{
    std::vector<LookedAt> versions;
    VersionSet known(snapshot.versions.size());
    const auto add = [&](const PackageName& package, RowIndex row) {
        if (!known.holds(row))
            versions.push_back({package, snapshot.versions[row].id});
        known.add(row);
    };
    for (const auto& tagged : all) {
        const auto& package = snapshot.packages[snapshot.versions[tagged.row].package].name;
        bool isDoubted =
            std::ranges::any_of(tagged.tags, [&](const QString& tag) { return lacks.has(package, tag); })
            || std::ranges::any_of(tagged.needed, [&](const Digest& digest) { return lacks.has(package, digest); });
        for (const RowIndex row : tagged.referring) {
            if (!lacks.has(package, snapshot.digestOf(row)))
                continue;
            isDoubted = true;
            add(package, row);
        }
        if (isDoubted)
            add(package, tagged.row);
    }
    return versions;
}

/// What a tagged version lacks that is still there, with the tags that it still has.
BrokenVersion brokenOf(const Snapshot& snapshot, const Tagged& tagged, const ListedVersion& now, const Lacks& lacks,
                       const RowAnswers& rows)
{
    const auto& package = snapshot.packages[snapshot.versions[tagged.row].package].name;
    BrokenVersion broken{package, now.digest, {}, {}};
    bool isTagLost = false;
    for (const Tag& tag : now.tags) {
        broken.tags.append(tag.value);
        isTagLost = isTagLost || lacks.has(package, tag.value);
    }
    for (const Digest& digest : tagged.needed) {
        if (lacks.has(package, digest))
            broken.missing.push_back(digest);
    }
    for (const RowIndex row : tagged.referring) {
        const auto look = rows.constFind(snapshot.versions[row].id);
        const bool isThere = look != rows.cend() && look->has_value() && look->value().has_value();
        if (isThere && lacks.has(package, snapshot.digestOf(row)))
            broken.missing.push_back(snapshot.digestOf(row));
    }
    if (isTagLost && !std::ranges::contains(broken.missing, now.digest))
        broken.missing.push_back(now.digest);
    return broken;
}

} // namespace

Error leadsElsewhere(const PackageName& package, const QString& tag, const Digest& at)
{
    return {ErrorKind::Malformed,
            package.value,
            u"%1 leads to %2, which its list does not show with a tag"_s.arg(tag, at.shortForm()),
            {}};
}

Task<RowAnswers> rowsNow(CleanupTools tools, std::vector<LookedAt> versions, std::stop_token stop)
{
    const auto rows = std::make_shared<RowAnswers>();
    for (size_t first = 0; first < versions.size() && !stop.stop_requested(); first += kAtOnce) {
        std::vector<Task<void>> looks;
        for (size_t i = first; i < std::min(first + kAtOnce, versions.size()); ++i)
            looks.push_back(lookAt(tools, versions[i], rows, stop));
        for (auto& one : looks)
            co_await one;
    }
    // The same answer is given for a version that is gone and to a token that may not see it.
    QHash<PackageName, Result<void>> visible;
    for (const auto& version : versions) {
        const auto row = rows->find(version.id);
        if (row == rows->end() || !row->has_value() || row->value().has_value())
            continue;
        if (!visible.contains(version.package)) {
            const auto seen = co_await tools.github.tryPackage(tools.owner, version.package, CallContext(stop));
            visible.insert(version.package, seen);
        }
        const auto& seen = visible[version.package];
        if (!seen)
            rows->insert(version.id, std::unexpected(seen.error()));
    }
    co_return *rows;
}

Task<TagProof> proveTags(CleanupTools tools, SnapshotPtr snapshot, TagScope scope, std::stop_token stop)
{
    TagProof proof;
    const ReferenceGraph graph(*snapshot);
    std::vector<Tagged> all;
    for (const auto& package : snapshot->packages) {
        if (!scope.packages.isEmpty() && !scope.packages.contains(package.name))
            continue;
        for (const auto& version : snapshot->versionsOf(package)) {
            if (version.isTagged() && !scope.away.contains(version.id)
                && !std::ranges::binary_search(scope.ignored, snapshot->digestOf(version)))
                all.push_back(taggedOf(*snapshot, graph, version, scope.away));
        }
    }
    const auto questions = questionsOf(*snapshot, all);
    const auto answers = std::make_shared<Answers>();
    co_await askAll(tools, questions, answers, stop);
    for (const Question& question : questions) {
        const auto answer = answers->constFind(keyOf(question.package, question.reference));
        if (answer == answers->cend())
            proof.problems.push_back({ErrorKind::Cancelled, question.package.value, {}, {}});
        else if (!*answer)
            proof.problems.push_back(answer->error());
    }
    const auto unlisted = unlistedTargets(*snapshot, all, scope, *answers);
    proof.problems.insert(proof.problems.end(), unlisted.begin(), unlisted.end());
    const Lacks lacks(*answers);
    const auto looked = doubted(*snapshot, all, lacks);
    const RowAnswers rows = co_await rowsNow(tools, looked, stop);
    for (const auto& version : looked) {
        const auto row = rows.constFind(version.id);
        if (row == rows.cend()) {
            proof.problems.push_back({ErrorKind::Cancelled, version.package.value, {}, {}});
        } else if (!*row) {
            if (!std::ranges::contains(proof.problems, row->error()))
                proof.problems.push_back(row->error());
        } else if (!**row) {
            proof.gone.insert(version.id);
        }
    }
    for (const auto& tagged : all) {
        const auto row = rows.constFind(snapshot->versions[tagged.row].id);
        if (row == rows.cend() || !*row || !**row)
            continue;
        auto broken = brokenOf(*snapshot, tagged, ***row, lacks, rows);
        if (!broken.tags.isEmpty() && !broken.missing.empty())
            proof.broken.push_back(std::move(broken));
    }
    co_return proof;
}

} // namespace slipway
