#include "core/durablefile.h"
#include "core/filelock.h"
#include "support/disksyncs.h"
#include "support/suite.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

auto writing(const QByteArray& bytes)
{
    return [bytes](const std::optional<QByteArray>&) -> Result<QByteArray> { return bytes; };
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A name without contents; what has another name keeps them.
void emptyByPowerCut(const QString& path)
{
    QVERIFY(QFile::remove(path));
    put(path, {});
}

class TestDurableFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsRead()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"new/settings.json"_s));
        QCOMPARE(file.read().value(), std::nullopt);
        QVERIFY(file.update(writing("one")));
        QCOMPARE(file.read().value(), "one"_ba);
        QVERIFY(file.update([](const std::optional<QByteArray>& before) -> Result<QByteArray> {
            return before.value_or("none"_ba) + " two";
        }));
        QCOMPARE(file.read().value(), "one two"_ba);
        QCOMPARE(QFileInfo(file.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void changeThatFailsChangesNothing()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(file.update(writing("one")));
        const auto failed = file.update([](const std::optional<QByteArray>&) -> Result<QByteArray> {
            return failure(ErrorKind::InvalidArgument, u"x"_s);
        });
        QCOMPARE(failed.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(file.read().value(), "one"_ba);
    }

    void anotherWriterIsWaitedForAndThenTold()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(file.update(writing("one")));
        const FileLock other(file.path() + u".lock"_s, std::chrono::seconds(1));
        QVERIFY(other.isHeld());
        const auto updated = file.update(writing("two"));
        QCOMPARE(updated.error().kind, ErrorKind::FileAccess);
        QCOMPARE(updated.error().subject, file.path());
        QCOMPARE(file.read().value(), "one"_ba);
    }

    /// Nobody is to look for another program where the lock cannot be made.
    void lockThatCannotBeMadeIsToldAsSuch()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(QDir().mkdir(file.path() + u".lock"_s));
        const auto updated = file.update(writing("two"));
        QCOMPARE(updated.error().kind, ErrorKind::FileAccess);
        QCOMPARE(updated.error().subject, file.path());
        QCOMPARE(updated.error().detail, qt_error_string(EISDIR));
    }

    /// A file system may have brought the name to the disk when the power went, and not the bytes.
    void whatWasOnTheDiskOutlivesAnEmptyFile()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        const auto soon = [&](const QByteArray& bytes) {
            return file.update(writing(bytes), DurableFile::Survives::ProcessEnd).has_value();
        };
        QVERIFY(file.update(writing("on the disk")));
        QVERIFY(soon("soon"));
        QVERIFY(soon("later"));
        QCOMPARE(file.read().value(), "later"_ba);
        emptyByPowerCut(file.path());
        QCOMPARE(file.read().value(), "on the disk"_ba);
        QVERIFY(soon("again"));
        emptyByPowerCut(file.path());
        QCOMPARE(file.read().value(), "on the disk"_ba);
        QVERIFY(file.update(writing("on the disk as well")));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{u"a"_s, u"a.lock"_s}));
        QVERIFY(soon("soon"));
        QVERIFY(QFile::remove(file.path())); // by somebody who wants to begin anew
        QCOMPARE(file.read().value(), std::nullopt);
        QVERIFY(soon("new"));
        emptyByPowerCut(file.path());
        QCOMPARE(file.read().value(), QByteArray());
    }

    void whatWasOnTheDiskIsFoundBehindALink()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"kept"_s));
        QVERIFY(QFile::link(folder.filePath(u"kept/b"_s), folder.filePath(u"a"_s)));
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(file.update(writing("on the disk")));
        QVERIFY(file.update(writing("soon"), DurableFile::Survives::ProcessEnd));
        emptyByPowerCut(folder.filePath(u"kept/b"_s));
        QCOMPARE(file.read().value(), "on the disk"_ba);
    }

    /// What has stood for minutes was brought there by the system.
    void anOldFileIsOnTheDisk()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(file.update(writing("first")));
        QVERIFY(file.update(writing("as the window was closed"), DurableFile::Survives::ProcessEnd));
        QFile old(file.path());
        QVERIFY(old.open(QIODevice::ReadWrite));
        QVERIFY(old.setFileTime(QDateTime::currentDateTime().addSecs(-600), QFileDevice::FileModificationTime));
        old.close();
        QVERIFY(file.update(writing("soon"), DurableFile::Survives::ProcessEnd));
        emptyByPowerCut(file.path());
        QCOMPARE(file.read().value(), "as the window was closed"_ba);
    }

    /// Its contents were brought to the disk, its name was not waited for any more.
    void closingBetweenTheFileAndItsFolder()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(file.update(writing("first")));
        QVERIFY(file.update(writing("second"), DurableFile::Survives::ProcessEnd));
        std::stop_source closing;
        const int before = diskSyncs();
        onNextDiskSync([&] { closing.request_stop(); });
        QVERIFY(file.update(writing("third"), DurableFile::Survives::PowerCut, closing.get_token()));
        QCOMPARE(diskSyncs(), before + 1);
        emptyByPowerCut(file.path());
        QCOMPARE(file.read().value(), "third"_ba);
    }

    void setAsideTakesWhatIsBesideAlong()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(file.update(writing("on the disk")));
        QVERIFY(file.update(writing("soon"), DurableFile::Survives::ProcessEnd));
        put(file.path(), "damaged");
        const auto aside = file.setAside("damaged");
        QVERIFY(aside);
        QCOMPARE(DurableFile(*aside).read().value(), "damaged"_ba);
        QCOMPARE(DurableFile(*aside + u".before"_s).read().value(), "on the disk"_ba);
        QCOMPARE(file.read().value(), std::nullopt);
        // What counted stood beside an empty file: that is what is kept.
        QVERIFY(file.update(writing("nonsense")));
        QVERIFY(file.update(writing("soon"), DurableFile::Survives::ProcessEnd));
        emptyByPowerCut(file.path());
        const auto second = file.setAside("nonsense");
        QVERIFY(second);
        QCOMPARE(DurableFile(*second).read().value(), "nonsense"_ba);
        QCOMPARE(file.read().value(), QByteArray());
    }

    void onceClosingNothingWaitsForTheDisk()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        std::stop_source closing;
        const int before = diskSyncs();
        QVERIFY(file.update(writing("one"), DurableFile::Survives::PowerCut, closing.get_token()));
        QCOMPARE(diskSyncs(), before + 2); // the file and its folder
        closing.request_stop();
        QVERIFY(file.update(writing("two"), DurableFile::Survives::PowerCut, closing.get_token()));
        QCOMPARE(diskSyncs(), before + 2);
        QCOMPARE(file.read().value(), "two"_ba);
    }

    void linksStay()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"kept/elsewhere.json"_s);
        QVERIFY(QDir(folder.path()).mkdir(u"kept"_s));
        QVERIFY(QFile::link(u"kept/second"_s, folder.filePath(u"first"_s)));
        QVERIFY(QFile::link(u"elsewhere.json"_s, folder.filePath(u"kept/second"_s)));
        const DurableFile file(folder.filePath(u"first"_s));
        for (const auto& bytes : {"new"_ba, "newer"_ba}) {
            const auto updated = file.update(writing(bytes));
            QVERIFY2(updated, qPrintable(updated ? QString() : updated.error().detail));
            QCOMPARE(DurableFile(path).read().value(), bytes);
            QVERIFY(QFileInfo(folder.filePath(u"first"_s)).isSymbolicLink());
            QVERIFY(QFileInfo(folder.filePath(u"kept/second"_s)).isSymbolicLink());
        }
    }

    void circleOfLinksIsTold()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::link(u"b"_s, folder.filePath(u"a"_s)));
        QVERIFY(QFile::link(u"a"_s, folder.filePath(u"b"_s)));
        const DurableFile file(folder.filePath(u"a"_s));
        const auto updated = file.update(writing("x"));
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, ErrorKind::FileAccess);
        QVERIFY(QFileInfo(folder.filePath(u"a"_s)).isSymbolicLink());
    }

    void placeThatCannotBe()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"file"_s), "x");
        const DurableFile below(folder.filePath(u"file/below"_s));
        QCOMPARE(below.update(writing("y")).error().kind, ErrorKind::FileAccess);
        QVERIFY(QDir().mkdir(folder.filePath(u"folder"_s)));
        const DurableFile isFolder(folder.filePath(u"folder"_s));
        QCOMPARE(isFolder.read().error().kind, ErrorKind::FileAccess);
        QCOMPARE(isFolder.update(writing("y")).error().subject, isFolder.path());
    }

    void leftoversGoAndFilesOfPeopleStay()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a[1].json"_s));
        for (const auto& name : {u"a[1].json.slipway-new"_s, u"a[1].json.backup"_s, u"a[1].json.BACKUP"_s})
            put(folder.filePath(name), "what was to be written before, and is longer");
        QVERIFY(file.update(writing("y")));
        QCOMPARE(file.read().value(), "y"_ba);
        QStringList names = QDir(folder.path()).entryList(QDir::Files);
        names.sort(Qt::CaseSensitive);
        QCOMPARE(names,
                 (QStringList{u"a[1].json"_s, u"a[1].json.BACKUP"_s, u"a[1].json.backup"_s, u"a[1].json.lock"_s}));
    }

    /// Who keeps the file elsewhere keeps it there.
    void aLinkStaysOne()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"kept"_s), "one");
        const DurableFile file(folder.filePath(u"a"_s));
        QVERIFY(QFile::link(folder.filePath(u"kept"_s), file.path()));
        QVERIFY(file.update(writing("two")));
        QVERIFY(QFileInfo(file.path()).isSymbolicLink());
        QCOMPARE(DurableFile(folder.filePath(u"kept"_s)).read().value(), "two"_ba);
    }

    void setAsideIsWhatWasSeen()
    {
        const QTemporaryDir folder;
        const DurableFile file(folder.filePath(u"a"_s));
        put(file.path(), "damaged");
        QCOMPARE(file.setAside("something else"), std::nullopt); // it has been mended meanwhile
        QCOMPARE(file.read().value(), "damaged"_ba);
        {
            const FileLock other(file.path() + u".lock"_s, std::chrono::seconds(1));
            QCOMPARE(file.setAside("damaged"), std::nullopt); // somebody is writing it
        }
        const auto first = file.setAside("damaged");
        QVERIFY(first && first->startsWith(file.path() + u".corrupt-"_s));
        QCOMPARE(DurableFile(*first).read().value(), "damaged"_ba);
        put(file.path(), "damaged");
        const auto second = file.setAside("damaged"); // within the same second
        QVERIFY(second && second != first);
        QCOMPARE(file.setAside("damaged"), std::nullopt); // gone
    }
};

SLIPWAY_TEST_SUITE(TestDurableFile);

} // namespace

#include "test_durablefile.moc"
