#include "files/githistory.h"
#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Earlier texts of a file, from a checkout that git made.
class GitHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatChangedAFile();
    void givesItsTextAtACommit();
    void worksInAFolderOfACheckout();
    void runsNothingOfTheFolder();
    void saysWhatIsNotThere();
    void stops();

private:
    [[nodiscard]] bool git(const QStringList& arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto* name : {"GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"})
            environment.insert(QString::fromLatin1(name), u"someone@example.org"_s);
        environment.insert(u"GIT_COMMITTER_DATE"_s, u"2025-11-20T16:44:00+01:00"_s);
        environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
        process.setProcessEnvironment(environment);
        process.start(u"git"_s, QStringList{u"-C"_s, m_folder->path()} + arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    void write(const QString& path, const QByteArray& text) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(path).section(u'/', 0, -2)));
        QFile file(m_folder->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void commit(const QString& title) const
    {
        QVERIFY(git({u"add"_s, u"--all"_s}));
        QVERIFY(git({u"commit"_s, u"--quiet"_s, u"--allow-empty"_s, u"--message"_s, title}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void GitHistoryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(git({u"init"_s, u"--quiet"_s}));
}

void GitHistoryTest::tellsWhatChangedAFile()
{
    QVERIFY(isCheckout(m_folder->path()));
    QVERIFY(commitsOf(m_folder->path(), u"a.yml"_s, 9)->empty()); // before the first commit
    write(u"a.yml"_s, "one\n");
    commit(u"first: \"größer\""_s);
    write(u"b.yml"_s, "other\n");
    commit(u"of another file"_s);
    write(u"a.yml"_s, "two\n");
    commit(u"second"_s);
    const auto commits = commitsOf(m_folder->path(), u"a.yml"_s, 9);
    QVERIFY(commits);
    QCOMPARE(commits->size(), 2U);
    QCOMPARE(commits->at(0).title, u"second"_s);
    QCOMPARE(commits->at(1).title, u"first: \"größer\""_s);
    QCOMPARE(commits->at(1).at, QDateTime::fromString(u"2025-11-20T15:44:00Z"_s, Qt::ISODate));
    QCOMPARE(commitsOf(m_folder->path(), u"a.yml"_s, 1)->size(), 1U);
    QVERIFY(commitsOf(m_folder->path(), u"never.yml"_s, 9)->empty());
    // A name is no pattern, and no option.
    QVERIFY(commitsOf(m_folder->path(), u"*.yml"_s, 9)->empty());
    QVERIFY(commitsOf(m_folder->path(), u"--all"_s, 9)->empty());
}

void GitHistoryTest::givesItsTextAtACommit()
{
    write(u"-x y.yml"_s, "one\r\n");
    commit(u"first"_s);
    write(u"-x y.yml"_s, "two\n");
    commit(u"second"_s);
    const auto commits = commitsOf(m_folder->path(), u"-x y.yml"_s, 9);
    QVERIFY(commits);
    QCOMPARE(textAtCommit(m_folder->path(), u"-x y.yml"_s, commits->at(1).id).value_or(FileText()).text, u"one\n"_s);
    QCOMPARE(textAtCommit(m_folder->path(), u"-x y.yml"_s, commits->at(0).id).value_or(FileText()).text, u"two\n"_s);
}

void GitHistoryTest::worksInAFolderOfACheckout()
{
    write(u"deep/a.yml"_s, "one\n");
    commit(u"first"_s);
    const QString folder = m_folder->filePath(u"deep"_s);
    QVERIFY(isCheckout(folder));
    const auto commits = commitsOf(folder, u"a.yml"_s, 9);
    QVERIFY(commits);
    QCOMPARE(commits->size(), 1U);
    QCOMPARE(textAtCommit(folder, u"a.yml"_s, commits->at(0).id).value_or(FileText()).text, u"one\n"_s);
}

/// A checkout may come from anybody: whatever it is set up to start stays unstarted.
void GitHistoryTest::runsNothingOfTheFolder()
{
    write(u"a.yml"_s, "one\n");
    commit(u"first"_s);
    const QString mark = m_folder->filePath(u"started"_s);
    write(u"run"_s, "#!/bin/sh\ntouch \"" + mark.toUtf8() + "\"\ncat\n");
    const QString script = m_folder->filePath(u"run"_s);
    QVERIFY(QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    write(u".gitattributes"_s, "* diff=x filter=x\n");
    for (const auto& name : {u"core.fsmonitor"_s, u"core.pager"_s, u"diff.external"_s, u"diff.x.textconv"_s,
                             u"filter.x.smudge"_s, u"gpg.program"_s})
        QVERIFY(git({u"config"_s, name, script}));
    QVERIFY(git({u"config"_s, u"log.showSignature"_s, u"true"_s}));
    QVERIFY(QFile::remove(mark) || !QFile::exists(mark));
    const auto commits = commitsOf(m_folder->path(), u"a.yml"_s, 9);
    QVERIFY(commits);
    QVERIFY(textAtCommit(m_folder->path(), u"a.yml"_s, commits->at(0).id));
    QVERIFY(!QFile::exists(mark));
}

void GitHistoryTest::saysWhatIsNotThere()
{
    const QTemporaryDir plain;
    QVERIFY(!isCheckout(plain.path()) && !isCheckout(QString()) && !isCheckout(u"/no/such"_s));
    QCOMPARE(commitsOf(plain.path(), u"a.yml"_s, 9).error().kind, ErrorKind::NotFound);
    write(u"a.yml"_s, "one\n");
    commit(u"first"_s);
    const QString id = commitsOf(m_folder->path(), u"a.yml"_s, 9)->front().id;
    QCOMPARE(textAtCommit(m_folder->path(), u"b.yml"_s, id).error().kind, ErrorKind::NotFound);
    QCOMPARE(textAtCommit(m_folder->path(), u"a.yml"_s, u"HEAD"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(textAtCommit(m_folder->path(), u"a.yml"_s, QString(40, u'0')).error().kind, ErrorKind::NotFound);
}

void GitHistoryTest::stops()
{
    std::stop_source stop;
    stop.request_stop();
    const auto commits = commitsOf(m_folder->path(), u"a.yml"_s, 9, stop.get_token());
    // Quicker than the first look at the token is right as well.
    QVERIFY(commits || commits.error().kind == ErrorKind::Cancelled);
}

SLIPWAY_TEST_SUITE(GitHistoryTest);

#include "test_githistory.moc"
