#include "app/dashboard/filereading.h"

#include "core/poolrun.h"
#include "drift/driftreading.h"
#include "drift/lockmerge.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "files/folderfiles.h"
#include "files/githistory.h"
#include "github/repositoryclient.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

/// A file that the profile names, if it lies in the folder.
void addNamed(std::vector<ListedFile>& files, const QString& folder, const QString& named, FileKind kind)
{
    if (named.isEmpty())
        return;
    const QString root = QFileInfo(folder).canonicalFilePath() + u'/';
    const QString path = QFileInfo(named).canonicalFilePath();
    const bool isListed =
        std::ranges::contains(files, path.sliced(std::min(root.size(), path.size())), &ListedFile::path);
    if (path.startsWith(root) && !isListed)
        files.push_back({path.sliced(root.size()), kind});
}

Result<RegistryLock> writtenLock(const SnapshotPtr& snapshot, const Profile& profile, const QString& before,
                                 const QString& name)
{
    const auto read = parseBuildLock(before.toUtf8(), name);
    if (!read)
        return std::unexpected(read.error());
    if (read->lock.owner.compare(snapshot->owner.login, Qt::CaseInsensitive) != 0) {
        return failure(ErrorKind::InvalidFile, name,
                       tr("this lock file is of %1, not of %2").arg(read->lock.owner, snapshot->owner.login));
    }
    const auto classes = classify(*snapshot, profile.rules);
    auto made = makeLock(*snapshot, ReferenceGraph(*snapshot), classes, profile.drift);
    const bool isIncomplete = !made.unread.empty() || made.listed || !snapshot->complete;
    const auto merged = mergeLock(std::move(made), read->lock);
    return RegistryLock{QString::fromUtf8(writeBuildLock(merged.lock)),
                        isIncomplete ? tr("Not everything could be read; what was pinned of it stays.") : QString()};
}

/// Within the limits of the API's host; what fails is not repeated by itself, for a person looks on and may.
RepositoryClient repositoriesOf(Connection& connection)
{
    const Target& target = connection.target();
    return {connection.governor(), {target.apiUrl, target.token, target.apiVersion}, target.clock};
}

Task<Result<FileText>> textInCommit(RepositoryClient repositories, RepositoryName name, QString path, QString commit,
                                    std::stop_token stop)
{
    const QString subject = tr("%1 in commit %2").arg(path, commit.left(7));
    const auto file = co_await repositories.fileAt(name, path, commit, kLargestText, {stop, Urgency::Person});
    if (!file)
        co_return std::unexpected(file.error());
    if (!*file)
        co_return failure(ErrorKind::NotFound, subject);
    co_return co_await runInPool(parseText, (*file)->bytes, subject);
}

Result<FileText> checkoutText(const QString& folder, const QString& path)
{
    return loadTextBelow(folder, path);
}

} // namespace

QString profileFolder(const Target& target)
{
    return target.profilePath.isEmpty() || target.profilePath.startsWith(u':')
               ? QString()
               : QFileInfo(target.profilePath).absolutePath();
}

FileRoot folderRoot(const QString& folder, const Target& target, const Profile& profile, std::stop_token stop)
{
    FileRoot root;
    root.from = FilesFrom::Checkout;
    root.name = folder;
    auto found = filesBelow(folder, std::move(stop));
    if (!found) {
        root.error = found.error();
        return root;
    }
    root.files = std::move(found->files);
    root.isPartial = found->isPartial;
    root.hasHistory = isCheckout(folder);
    addNamed(root.files, folder, target.profilePath, FileKind::Profile);
    addNamed(root.files, folder, profile.drift.lockPath, FileKind::Lock);
    for (const auto& policy : profile.policies)
        addNamed(root.files, folder, policy.path, FileKind::Policy);
    return root;
}

FileRoot templatesRoot(const TemplateFacts& facts)
{
    FileRoot root;
    root.from = FilesFrom::Templates;
    root.name = facts.owner;
    for (const TemplateKind kind : templatesFor(facts)) {
        const QString path = templatePath(kind);
        root.files.push_back({path, kind == TemplateKind::Renovate ? FileKind::Updates : FileKind::Workflow});
    }
    return root;
}

Task<FileRoot> repositoryRoot(Connection* connection, QString repository, std::stop_token stop)
{
    FileRoot root;
    root.from = FilesFrom::Repository;
    const RepositoryName name{connection->target().owner, repository};
    root.name = name.toText();
    if (connection->target().isOffline) {
        root.error = Error{ErrorKind::Offline, root.name, {}, std::nullopt};
        co_return root;
    }
    const RepositoryClient repositories = repositoriesOf(*connection);
    const auto tree = co_await repositories.tree(name, {stop, Urgency::Person});
    if (!tree) {
        root.error = tree.error();
        co_return root;
    }
    root.files = listedFiles(tree->paths);
    root.isPartial = tree->isPartial;
    root.hasHistory = !root.files.empty();
    co_return root;
}

Task<Result<FileText>> readFileText(Connection* connection, FileSources sources, FilePlace place, std::stop_token stop)
{
    switch (place.from) {
    case FilesFrom::Checkout:
        co_return co_await runInPool(checkoutText, sources.folder, place.path);
    case FilesFrom::Templates: {
        const auto kind = templateAt(place.path);
        if (!kind)
            co_return failure(ErrorKind::InvalidArgument, place.path);
        co_return Result<FileText>(madeText(templateText(*kind, sources.facts)));
    }
    case FilesFrom::Repository:
        break;
    }
    const RepositoryName name{connection->target().owner, sources.repository};
    if (connection->target().isOffline)
        co_return failure(ErrorKind::Offline, name.toText());
    const RepositoryClient repositories = repositoriesOf(*connection);
    const auto bytes = co_await repositories.file(name, place.path, kLargestText, {stop, Urgency::Person});
    if (!bytes)
        co_return std::unexpected(bytes.error());
    co_return co_await runInPool(parseText, *bytes, place.path);
}

Task<Result<EarlierText>> earlierInRepository(Connection* connection, QString repository, QString path, QString commit,
                                              FileText now, std::stop_token stop)
{
    const RepositoryName name{connection->target().owner, repository};
    if (connection->target().isOffline)
        co_return failure(ErrorKind::Offline, name.toText());
    const RepositoryClient repositories = repositoriesOf(*connection);
    auto commits = co_await repositories.commits(name, path, kMostCommits, {stop, Urgency::Person});
    if (!commits)
        co_return std::unexpected(commits.error());
    EarlierSearch search(*std::move(commits), commit, now);
    while (const auto id = search.next())
        search.add(co_await textInCommit(repositories, name, path, *id, stop));
    co_return search.finish(path);
}

Task<Result<RegistryLock>> lockOfRegistry(Connection* connection, SnapshotPtr snapshot, QString before, QString name,
                                          std::stop_token stop)
{
    const DriftTools tools{connection->registry(), connection->store(),
                           connection->target().isOffline ? DriftNetwork::StoreOnly : DriftNetwork::Ask};
    const auto whole = co_await withChosenConfigs(tools, snapshot, connection->profile().drift, stop);
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, name);
    co_return co_await runInPool(writtenLock, whole, connection->profile(), before, name);
}

} // namespace slipway
