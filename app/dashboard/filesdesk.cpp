#include "app/dashboard/filesdesk.h"

#include "app/dashboard/dashboardsession.h"
#include "core/poolrun.h"
#include "core/threadrun.h"
#include "github/repositoryclient.h"

#include <QMap>

#include <algorithm>

namespace slipway
{

namespace
{

TextLinesPtr linesFrom(const FileText& text)
{
    return std::make_shared<const TextLines>(text);
}

TextDiffPtr diffFrom(const FileText& left, const FileText& right)
{
    return makeTextDiff(linesFrom(left), linesFrom(right));
}

TemplateFacts factsFrom(const SnapshotPtr& snapshot, const Profile& profile, const QString& registry)
{
    return templateFacts(*snapshot, classify(*snapshot, profile.rules), profile, registry);
}

/// Those packages are linked to, by how many are; before them the one that the profile names.
QStringList repositoriesOf(const Snapshot& snapshot, const Profile& profile)
{
    QMap<QString, int> packages;
    for (const auto& package : snapshot.packages)
        if (!package.repository.isEmpty())
            ++packages[package.repository];
    QStringList names = packages.keys();
    std::ranges::stable_sort(names, std::greater(), [&](const QString& name) { return packages.value(name); });
    const QString& owner = snapshot.owner.login;
    const auto home = parseRepositoryName(profile.repository.name, owner);
    if (home && home->owner.compare(owner, Qt::CaseInsensitive) == 0) {
        names.removeIf([&](const QString& name) { return name.compare(home->name, Qt::CaseInsensitive) == 0; });
        names.prepend(home->name);
    }
    return names;
}

FilesFrom rootOf(Against against)
{
    switch (against) {
    case Against::Repository:
        return FilesFrom::Repository;
    case Against::Template:
        return FilesFrom::Templates;
    case Against::Nothing:
    case Against::Registry:
    case Against::Checkout:
    case Against::Earlier:
        break;
    }
    return FilesFrom::Checkout;
}

} // namespace

FilesDesk::FilesDesk(DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

bool FilesDesk::isOpen() const
{
    return m_session.connection() && !m_session.stopToken().stop_requested();
}

void FilesDesk::open()
{
    close();
}

void FilesDesk::close()
{
    m_rootsStop.request_stop();
    m_fileStop.request_stop();
    m_checkStop.request_stop();
    m_inventory.reset();
    m_sources = {};
    m_roots.clear();
    m_hasFacts = false;
}

void FilesDesk::tellRoot(const FileRoot& root)
{
    std::erase_if(m_roots, [&](const FileRoot& each) { return each.from == root.from; });
    m_roots.push_back(root);
    Q_EMIT rootRead(root);
}

/// As it is listed: the profile may give files another part than their names do.
FileKind FilesDesk::kindOf(const FilePlace& place) const
{
    return kindIn(m_roots, place).value_or(FileKind::Dockerfile);
}

/// Ends what was asked for last.
std::stop_source FilesDesk::renewed(std::stop_source& last) const
{
    last.request_stop();
    last = std::stop_source();
    return last;
}

void FilesDesk::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    if (!inventory || !isOpen())
        return;
    runTemplates();
    Q_EMIT repositoriesKnown(repositoriesOf(*inventory->snapshot, m_session.connection()->profile()));
}

Task<void> FilesDesk::runTemplates()
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto& connection = *m_session.connection();
    const InventoryPtr inventory = m_inventory;
    const auto facts = co_await runInPool(
        factsFrom, inventory->snapshot, connection.profile(),
        connection.target().demo.isEmpty() ? connection.target().registryUrl.authority() : QStringLiteral("ghcr.io"));
    if (stop.stop_requested() || inventory != m_inventory)
        co_return;
    m_sources.facts = facts;
    m_hasFacts = true;
    tellRoot(templatesRoot(facts));
}

void FilesDesk::readRoots(const QString& folder, const QString& repository)
{
    if (!isOpen())
        return;
    const std::stop_source stop = renewed(m_rootsStop);
    m_sources.folder = folder.isEmpty() ? profileFolder(m_session.connection()->target()) : folder;
    m_sources.repository = repository;
    FileRoot checkout;
    checkout.name = m_sources.folder;
    checkout.isLoading = !checkout.name.isEmpty();
    FileRoot remote;
    remote.from = FilesFrom::Repository;
    if (!repository.isEmpty())
        remote.name = RepositoryName{m_session.connection()->target().owner, repository}.toText();
    remote.isLoading = !remote.name.isEmpty();
    tellRoot(checkout);
    tellRoot(remote);
    if (m_hasFacts)
        tellRoot(templatesRoot(m_sources.facts));
    if (checkout.isLoading)
        runFolder(checkout.name, stop);
    if (remote.isLoading)
        runRepository(repository, stop);
}

Task<void> FilesDesk::runFolder(QString folder, std::stop_source stop)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [stop]() mutable { stop.request_stop(); });
    const auto& connection = *m_session.connection();
    const auto root =
        co_await runInPool(folderRoot, folder, connection.target(), connection.profile(), stop.get_token());
    if (!stop.stop_requested())
        tellRoot(root);
}

Task<void> FilesDesk::runRepository(QString repository, std::stop_source stop)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [stop]() mutable { stop.request_stop(); });
    const auto root = co_await runOn(m_session.readingContext(),
                                     [connection = m_session.connection(), repository, token = stop.get_token()] {
                                         return repositoryRoot(connection, repository, token);
                                     });
    if (!stop.stop_requested())
        tellRoot(root);
}

Task<Result<FileText>> FilesDesk::textOf(FilePlace place, std::stop_token stop)
{
    co_return co_await runOn(m_session.readingContext(),
                             [connection = m_session.connection(), sources = m_sources, place, stop] {
                                 return readFileText(connection, sources, place, stop);
                             });
}

void FilesDesk::readFile(const FilePlace& place)
{
    const std::stop_source stop = renewed(m_fileStop);
    if (isOpen())
        runFile(place, stop);
}

Task<void> FilesDesk::runFile(FilePlace place, std::stop_source stop)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [stop]() mutable { stop.request_stop(); });
    const auto text = co_await textOf(place, stop.get_token());
    if (stop.stop_requested())
        co_return;
    if (!text) {
        Q_EMIT fileRead(place, std::unexpected(text.error()));
        co_return;
    }
    const auto lines = co_await runInPool(linesFrom, *text);
    if (stop.stop_requested())
        co_return;
    Q_EMIT fileRead(place, Result<TextLinesPtr>(lines));
    const auto verdict = co_await runInPool(checkedFile, kindOf(place), place.path, text->text);
    if (!stop.stop_requested())
        Q_EMIT fileChecked(place, verdict);
}

void FilesDesk::compare(const FilePlace& place, Against against, const QString& commit)
{
    const std::stop_source stop = renewed(m_fileStop);
    if (isOpen())
        runComparison(place, against, commit, stop);
}

/// By git where there is a checkout, else over the API.
Task<Result<EarlierText>> FilesDesk::earlierOf(FilePlace place, QString commit, FileText now, std::stop_token stop)
{
    if (place.from != FilesFrom::Repository)
        co_return co_await runInPool(earlierText, m_sources.folder, place.path, commit, now, stop);
    co_return co_await runOn(m_session.readingContext(),
                             [connection = m_session.connection(), repository = m_sources.repository, path = place.path,
                              commit, now,
                              stop] { return earlierInRepository(connection, repository, path, commit, now, stop); });
}

Task<Result<FilesDesk::OtherSide>> FilesDesk::otherText(FilePlace place, Against against, QString commit, FileText left,
                                                        std::stop_token stop)
{
    if (against == Against::Earlier) {
        auto earlier = co_await earlierOf(place, commit, left, stop);
        if (!earlier)
            co_return std::unexpected(earlier.error());
        co_return Result<OtherSide>(
            OtherSide{std::move(earlier->text), {}, std::move(earlier->commits), std::move(earlier->commit)});
    }
    if (against == Against::Registry) {
        if (!m_inventory)
            co_return failure(ErrorKind::Offline, place.path);
        const auto lock = co_await runOn(m_session.readingContext(),
                                         [connection = m_session.connection(), snapshot = m_inventory->snapshot,
                                          before = left.text, path = place.path,
                                          stop] { return lockOfRegistry(connection, snapshot, before, path, stop); });
        if (!lock)
            co_return std::unexpected(lock.error());
        co_return Result<OtherSide>(OtherSide{madeText(lock->text), lock->note});
    }
    const auto text = co_await textOf({rootOf(against), place.path}, stop);
    if (!text)
        co_return std::unexpected(text.error());
    co_return Result<OtherSide>(OtherSide{*text});
}

Task<void> FilesDesk::runComparison(FilePlace place, Against against, QString commit, std::stop_source stop)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [stop]() mutable { stop.request_stop(); });
    const auto left = co_await textOf(place, stop.get_token());
    if (stop.stop_requested())
        co_return;
    if (!left) {
        Q_EMIT compared(place, against, std::unexpected(left.error()));
        co_return;
    }
    const auto right = co_await otherText(place, against, commit, *left, stop.get_token());
    if (stop.stop_requested())
        co_return;
    if (right) {
        const auto diff = co_await runInPool(diffFrom, *left, right->text);
        if (stop.stop_requested())
            co_return;
        Q_EMIT compared(place, against,
                        Result<FileComparison>(FileComparison{diff, right->note, right->commits, right->commit}));
    } else {
        Q_EMIT compared(place, against, std::unexpected(right.error()));
    }
    // Also where there is nothing to compare with: that may be because of what is wrong in it.
    const auto verdict = co_await runInPool(checkedFile, kindOf(place), place.path, left->text);
    if (!stop.stop_requested())
        Q_EMIT fileChecked(place, verdict);
}

void FilesDesk::checkAll()
{
    const std::stop_source stop = renewed(m_checkStop);
    if (!isOpen())
        return;
    std::vector<ListedPlace> files;
    for (const FilesFrom from : {FilesFrom::Checkout, FilesFrom::Repository})
        for (const auto& root : m_roots)
            for (const auto& file : root.files)
                if (root.from == from)
                    files.push_back({{from, file.path}, file.kind});
    runChecks(std::move(files), stop);
}

/// One after the other: a repository is asked for one file at a time.
Task<void> FilesDesk::runChecks(std::vector<ListedPlace> files, std::stop_source stop)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [stop]() mutable { stop.request_stop(); });
    for (const auto& file : files) {
        FileVerdict verdict;
        verdict.kind = file.kind;
        if (isChecked(file.kind, file.place.path)) {
            const auto text = co_await textOf(file.place, stop.get_token());
            if (text)
                verdict = co_await runInPool(checkedFile, file.kind, file.place.path, text->text);
            else
                verdict = {FileState::Unread, file.kind, {}, text.error()};
        }
        if (stop.stop_requested())
            co_return;
        Q_EMIT fileChecked(file.place, verdict);
    }
    Q_EMIT allChecked();
}

} // namespace slipway
