#include "app/dashboard/fileearlier.h"
#include "app/dashboard/filesdesk.h"
#include "core/errortext.h"
#include "integration/organisation.h"
#include "integration/watchedsession.h"
#include "simulator/simulatorserver.h"
#include "simulator/statefile.h"

#include <QFile>

#include <memory>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const FilePlace kLock{FilesFrom::Repository, u"build-lock.json"_s};

QDateTime day(int number)
{
    return {QDate(2025, 11, number), QTime(12, 0), QTimeZone::UTC};
}

std::unique_ptr<SimulatorServer> served(const QStringList& lockTexts)
{
    Organisation acme;
    acme.package(u"asr-cpu"_s).image(u"cpu"_s, {u"latest"_s}, {u"base"_s});
    for (const auto& name : {u"first"_s, u"second"_s})
        acme.package(name).image(name, {u"latest"_s}, {u"base"_s});
    auto state = parseState(acme.json(), u"the test's state"_s);
    if (!state)
        qFatal("no state");
    // More packages are linked to another than to the profile's.
    for (const auto& name : {u"first"_s, u"second"_s})
        state->findPackage(name)->facts().repository = u"tools"_s;
    SimRepository platform;
    platform.name = u"platform"_s;
    platform.begin({{u"compose.yaml"_s, "services: {}\n"}}, day(1));
    for (qsizetype i = 0; i < lockTexts.size(); ++i) {
        SimFiles files = *platform.filesAt(u"main"_s);
        files.insert(kLock.path, lockTexts[i].toUtf8());
        platform.add(u"main"_s, files, u"Lock %1\n\nAs it was."_s.arg(i + 1), day(2 + static_cast<int>(i)));
    }
    state->repositories.push_back(std::move(platform));
    SimulatorOptions options;
    options.now = state->anchor;
    options.scopes = QStringList{u"read:packages"_s, u"repo"_s};
    return std::make_unique<SimulatorServer>(*std::move(state), options);
}

/// The desk of a session with this repository, whose profile names it, and what it tells.
struct WatchedFiles {
    explicit WatchedFiles(const QStringList& lockTexts)
        : server(served(lockTexts))
        , desk(watched.session)
    {
        QObject::connect(&watched.session, &DashboardSession::opened, &desk, &FilesDesk::open);
        QObject::connect(&watched.session, &DashboardSession::inventoryRead, &desk, &FilesDesk::setInventory);
        QFile profile(folder.filePath(u"slipway.yaml"_s));
        if (!server->start() || !profile.open(QIODevice::WriteOnly))
            qFatal("no server, or no profile");
        profile.write("version: 1\nrepository: { name: platform }\n");
        profile.close(); // it is read by another thread
        Target target;
        target.owner = u"acme"_s;
        target.token = u"ghp_testtesttest"_s;
        target.apiUrl = server->apiUrl();
        target.registryUrl = server->registryUrl();
        target.apiVersion = apiVersion();
        target.profilePath = profile.fileName();
        target.dataFolder = folder.path();
        watched.session.open(target);
    }
    /// The repository's files are listed.
    [[nodiscard]] bool isListed()
    {
        if (!QTest::qWaitFor([&] { return !known.isEmpty(); }, kPatience))
            return false;
        desk.readRoots(u"/nowhere"_s, known.last()[0].toStringList().value(0));
        return QTest::qWaitFor([&] { return root() && !root()->isLoading; }, kPatience);
    }
    [[nodiscard]] std::optional<FileRoot> root() const
    {
        for (auto told = roots.crbegin(); told != roots.crend(); ++told)
            if (const auto each = told->at(0).value<FileRoot>(); each.from == FilesFrom::Repository)
                return each;
        return std::nullopt;
    }
    [[nodiscard]] Result<FileComparison> earlier(const QString& commit = {})
    {
        compared.clear();
        desk.compare(kLock, Against::Earlier, commit);
        if (!QTest::qWaitFor([&] { return !compared.isEmpty(); }, kPatience))
            return failure(ErrorKind::Timeout, kLock.path);
        return compared[0][2].value<Result<FileComparison>>();
    }

    const QTemporaryDir folder;
    const std::unique_ptr<SimulatorServer> server;
    WatchedSession watched;
    FilesDesk desk;
    QSignalSpy known{&desk, &FilesDesk::repositoriesKnown};
    QSignalSpy roots{&desk, &FilesDesk::rootRead};
    QSignalSpy compared{&desk, &FilesDesk::compared};
};

std::vector<FileCommit> twoCommits()
{
    return {{u"b"_s, day(2), u"Later"_s}, {u"a"_s, day(1), u"First"_s}};
}

} // namespace

/// What the Files page reads of a repository, over the API alone.
class FilesDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProfilesRepositoryComesFirst();
    void earlierVersionsNeedNoCheckout();
    void whatWasNeverChangedIsTheSame();
    void aCommitThatIsNoneIsTold();
    void whatCannotBeReadIsNoEarlierText();
    void lineEndsAloneAreNoEarlierText();
};

/// Nobody knows then which is the newest that differs; a commit in which the file was deleted is passed over.
void FilesDeskTest::whatCannotBeReadIsNoEarlierText()
{
    EarlierSearch cut(twoCommits(), {}, madeText(u"now\n"_s));
    cut.add(Result<FileText>(madeText(u"now\n"_s)));
    QCOMPARE(cut.next(), std::optional(u"a"_s));
    cut.add(failure(ErrorKind::Timeout, u"api.github.com"_s));
    QVERIFY(!cut.next());
    const auto found = cut.finish(u"f"_s);
    QVERIFY(!found && found.error().kind == ErrorKind::Timeout);

    EarlierSearch deleted(twoCommits(), {}, madeText(u"now\n"_s));
    deleted.add(Result<FileText>(madeText(u"now\n"_s)));
    deleted.add(failure(ErrorKind::NotFound, u"f"_s));
    const auto same = deleted.finish(u"f"_s);
    QVERIFY(same.has_value());
    QCOMPARE(same->commit, u"b"_s);
}

/// A checkout may convert them.
void FilesDeskTest::lineEndsAloneAreNoEarlierText()
{
    const auto now = parseText("now\r\n", u"f"_s);
    QVERIFY(now.has_value());
    EarlierSearch search(twoCommits(), {}, *now);
    search.add(Result<FileText>(madeText(u"now\n"_s)));
    QCOMPARE(search.next(), std::optional(u"a"_s));
    search.add(Result<FileText>(madeText(u"then\n"_s)));
    QCOMPARE(search.finish(u"f"_s)->commit, u"a"_s);
    // Where nothing else differs, that is what is shown.
    EarlierSearch alike(twoCommits(), {}, *now);
    alike.add(Result<FileText>(madeText(u"now\n"_s)));
    alike.add(Result<FileText>(madeText(u"now\n"_s)));
    QCOMPARE(alike.finish(u"f"_s)->commit, u"b"_s);
}

void FilesDeskTest::theProfilesRepositoryComesFirst()
{
    WatchedFiles files({u"{}\n"_s});
    QVERIFY(files.isListed());
    QCOMPARE(files.known.last()[0].toStringList(), (QStringList{u"platform"_s, u"tools"_s}));
    QCOMPARE(files.root()->name, u"acme/platform"_s);
    QVERIFY(files.root()->hasHistory);
    end(files.watched);
}

void FilesDeskTest::earlierVersionsNeedNoCheckout()
{
    const QStringList texts{u"{\"a\": 1}\n"_s, u"{\"a\": 2}\n"_s, u"{\"a\": 3}\n"_s};
    WatchedFiles files(texts);
    QVERIFY(files.isListed());
    const auto newest = files.earlier();
    QVERIFY2(newest.has_value(), newest ? "" : qPrintable(errorLine(newest.error())));
    // The commit that began the repository did not touch this file; the newest made it what it is.
    QCOMPARE(newest->commits.size(), 3U);
    QCOMPARE(newest->commits[0].title, u"Lock 3"_s);
    QCOMPARE(newest->commits[0].at, day(4));
    QCOMPARE(newest->commit, newest->commits[1].id);
    QCOMPARE(newest->diff->left->text, texts[2]);
    QCOMPARE(newest->diff->right->text, texts[1]);
    const auto first = files.earlier(newest->commits[2].id);
    QVERIFY(first.has_value());
    QCOMPARE(first->diff->right->text, texts[0]);
    QCOMPARE(first->commit, newest->commits[2].id);
    end(files.watched);
}

void FilesDeskTest::whatWasNeverChangedIsTheSame()
{
    WatchedFiles files({u"{}\n"_s});
    QVERIFY(files.isListed());
    const auto only = files.earlier();
    QVERIFY(only.has_value());
    QCOMPARE(only->commits.size(), 1U);
    QVERIFY(only->diff->isSame());
    end(files.watched);
}

void FilesDeskTest::aCommitThatIsNoneIsTold()
{
    WatchedFiles files({u"{}\n"_s});
    QVERIFY(files.isListed());
    const auto none = files.earlier(QString(40, u'0'));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    QCOMPARE(none.error().subject, u"build-lock.json in commit 0000000"_s);
    end(files.watched);
}

QTEST_GUILESS_MAIN(FilesDeskTest)

#include "tst_filesdesk.moc"
