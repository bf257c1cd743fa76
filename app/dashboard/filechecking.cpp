#include "app/dashboard/filechecking.h"

#include "cleanup/policyreader.h"
#include "drift/jsonschema.h"
#include "files/yamlcheck.h"
#include "settings/profile.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// So many commits are offered.
constexpr int kMostCommits = 50;
/// One of the first few has another text, unless the file was changed back and forth.
constexpr std::size_t kTried = 5;

bool isYaml(const QString& path)
{
    return path.endsWith(".yml"_L1) || path.endsWith(".yaml"_L1);
}

template<typename T>
std::vector<TextFault> faultsOf(const Result<T>& read)
{
    return read ? std::vector<TextFault>() : std::vector{faultOf(read.error())};
}

std::vector<TextFault> faultsIn(FileKind kind, const QString& path, const QByteArray& text)
{
    switch (kind) {
    case FileKind::Lock:
        return checkLockText(text);
    case FileKind::Profile:
        return faultsOf(parseProfile(text, path));
    case FileKind::Policy:
        return faultsOf(parseCleanupPolicy(text, path));
    case FileKind::Workflow:
        return checkWorkflow(text);
    case FileKind::Compose:
        return checkCompose(text);
    case FileKind::Updates:
        return isYaml(path) ? checkYaml(text) : JsonSchema({}).check(text);
    case FileKind::Dockerfile:
        break;
    }
    return {};
}

} // namespace

bool isChecked(FileKind kind, const QString& path)
{
    return kind != FileKind::Dockerfile && !path.endsWith(".json5"_L1);
}

FileVerdict checkedFile(FileKind kind, const QString& path, const QString& text)
{
    FileVerdict verdict;
    verdict.kind = kind;
    if (!isChecked(kind, path))
        return verdict;
    verdict.faults = faultsIn(kind, path, text.toUtf8());
    verdict.state = verdict.faults.empty() ? FileState::Right : FileState::Faulty;
    return verdict;
}

Result<EarlierText> earlierText(const QString& folder, const QString& path, const QString& commit, const FileText& now,
                                std::stop_token stop)
{
    auto commits = commitsOf(folder, path, kMostCommits, stop);
    if (!commits)
        return std::unexpected(commits.error());
    if (commits->empty())
        return failure(ErrorKind::NotFound, QCoreApplication::translate("slipway", "the commits of %1").arg(path));
    EarlierText earlier;
    earlier.commit = commit.isEmpty() ? commits->front().id : commit;
    auto text = textAtCommit(folder, path, earlier.commit, stop);
    for (std::size_t i = 1; text && commit.isEmpty() && *text == now && i < std::min(commits->size(), kTried); ++i) {
        auto older = textAtCommit(folder, path, commits->at(i).id, stop);
        if (!older || *older == now)
            continue;
        earlier.commit = commits->at(i).id;
        text = std::move(older);
    }
    if (!text)
        return std::unexpected(text.error());
    earlier.text = *std::move(text);
    earlier.commits = *std::move(commits);
    return earlier;
}

} // namespace slipway
