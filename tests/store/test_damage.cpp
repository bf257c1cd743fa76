#include "scratchstore.h"
#include "store/database.h"
#include "support/printsnapshot.h"
#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Some hundred rows and documents, so that the file has pages of every kind.
Fixture manyVersions()
{
    QString text;
    for (int p = 0; p < 4; ++p) {
        text += u"package p%1\n"_s.arg(p);
        for (int v = 0; v < 100; ++v)
            text += u" i%1-%2 image tags=v%2 layers=l%2:5\n"_s.arg(p).arg(v);
    }
    return Fixture::parse(text);
}

/// A closed store file with content, and the bytes it had.
struct ClosedStore {
    ScratchStore scratch;
    Fixture fixture = manyVersions();
    QByteArray before;

    ClosedStore()
    {
        if (!scratch.save(fixture))
            qFatal("not saved");
        scratch.close();
        before = contents(scratch.path());
    }
    [[nodiscard]] QStringList filesSetAside() const
    {
        return QFileInfo(scratch.path()).dir().entryList({u"slipway.db.corrupt-*"_s}, QDir::Files);
    }
};

constexpr auto kOthers = QFile::ReadGroup | QFile::ReadOther;

class TestDamage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSetAsideWhenOpened_data()
    {
        QTest::addColumn<int>("cutAt"); // bytes, -1: not cut
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("cut in the middle") << 40'000 << QByteArray();
        QTest::newRow("cut within the first page") << 700 << QByteArray();
        QTest::newRow("garbage for a header") << -1 << QByteArray(100, 'x');
        QTest::newRow("no schema") << -1 << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\xff');
        QTest::newRow("a text") << 0 << QByteArray("this is not a database\n").repeated(500);
    }

    void isSetAsideWhenOpened()
    {
        QFETCH(const int, cutAt);
        QFETCH(const QByteArray, header);
        ClosedStore closed;
        QByteArray damaged = cutAt < 0 ? closed.before : closed.before.first(cutAt);
        damaged.replace(0, std::min(header.size(), damaged.size()), header);
        QVERIFY(damaged != closed.before);
        write(closed.scratch.path(), damaged);
        // An earlier version let others read it.
        QVERIFY(QFile::setPermissions(closed.scratch.path(), QFile::permissions(closed.scratch.path()) | kOthers));
        const auto store = Store::open(closed.scratch.path());
        QVERIFY(store);
        QVERIFY((*store)->setAside());
        QVERIFY(!(*store)->setAside()->reason.isEmpty());
        QVERIFY((*store)->setAside()->path.contains("slipway.db.corrupt-2"_L1));
        QVERIFY(contents((*store)->setAside()->path) == damaged);
        QCOMPARE(QFile::permissions((*store)->setAside()->path) & kOthers, QFile::Permissions());
        QVERIFY(!*(*store)->latestSnapshot(u"api.github.com"_s, u"northquay"_s));
        QVERIFY((*store)->saveSnapshot(scratchScope(), *closed.fixture.build()));
        const auto again = Store::open(closed.scratch.path());
        QVERIFY(again && !(*again)->setAside());
    }

    /// Pages in the middle say nonsense: nothing is read wrongly, whatever is met.
    void flippedPagesAreFound()
    {
        int found = 0;
        for (int page = 1; page < 40; page += 3) {
            ClosedStore closed;
            QByteArray damaged = closed.before;
            if (damaged.size() < (page + 1) * 4096)
                break;
            damaged.replace(page * 4096, 64, QByteArray(64, '\x5a'));
            write(closed.scratch.path(), damaged);
            const auto checked = checkStoreFile(closed.scratch.path(), {});
            if (checked)
                continue; // an overflow page: its bytes are the content's own
            ++found;
            QCOMPARE(checked.error().kind, ErrorKind::StoreDamaged);
            const auto store = Store::open(closed.scratch.path());
            QVERIFY(store);
            QVERIFY2((*store)->setAside(), qPrintable(u"page %1"_s.arg(page)));
            QCOMPARE(closed.filesSetAside().size(), 1);
        }
        QVERIFY2(found >= 5, qPrintable(QString::number(found)));
    }

    void flippedContentIsNotBelieved()
    {
        const auto fixture = manyVersions();
        const auto whole = printSnapshot(*fixture.build(), fixture);
        int refused = 0;
        for (int at = 4'096; at < 200'000; at += 701) {
            ClosedStore closed;
            if (at + 16 > closed.before.size())
                break;
            QByteArray damaged = closed.before;
            damaged.replace(at, 16, QByteArray(16, '\x5a'));
            write(closed.scratch.path(), damaged);
            auto store = Store::open(closed.scratch.path());
            QVERIFY(store);
            // Whole, or an error, or gone: never something else without a word from the hash of its part.
            const auto snapshot = (*store)->latestSnapshot(u"api.github.com"_s, u"northquay"_s);
            if (snapshot && *snapshot)
                QCOMPARE(printSnapshot(**snapshot, closed.fixture), whole);
            else if (!snapshot)
                QCOMPARE(snapshot.error().kind, ErrorKind::StoreDamaged);
            refused += snapshot ? 0 : 1;
        }
        QVERIFY(refused > 0);
    }

    void aNotedFileInUseIsLeft()
    {
        ClosedStore closed;
        auto first = Store::open(closed.scratch.path()).value();
        noteDamage(closed.scratch.path()); // as any statement does that meets it
        const auto second = Store::open(closed.scratch.path());
        QVERIFY(second && !(*second)->setAside()); // in use: it stays where it is
        QVERIFY(closed.filesSetAside().isEmpty());
    }

    void aNoteWithoutDamageIsForgotten()
    {
        ClosedStore closed;
        noteDamage(closed.scratch.path());
        const auto store = Store::open(closed.scratch.path());
        QVERIFY(store && !(*store)->setAside());
        QVERIFY(!isDamageNoted(closed.scratch.path()));
        QVERIFY(*(*store)->latestSnapshot(u"api.github.com"_s, u"northquay"_s));
    }

    void inUseItIsNotMoved()
    {
        ClosedStore closed;
        const auto lock = StoreLock::take(closed.scratch.path()).value();
        lock->share();
        write(closed.scratch.path(), "this is no database, and somebody has it open");
        const auto store = Store::open(closed.scratch.path());
        QVERIFY(!store);
        QCOMPARE(store.error().kind, ErrorKind::StoreDamaged);
        QVERIFY(closed.filesSetAside().isEmpty());
    }

    void leftOpenIsTold()
    {
        ClosedStore closed;
        const QString copy = closed.scratch.path() + u".copy"_s;
        {
            const auto store = Store::open(closed.scratch.path()).value();
            QVERIFY(!store->wasLeftOpen());
            QVERIFY(store->saveSnapshot(scratchScope(), *closed.fixture.build()));
            const auto another = Store::open(closed.scratch.path()).value();
            QVERIFY(!another->wasLeftOpen()); // open elsewhere is not left open
            for (const auto& suffix : {u""_s, u"-wal"_s, u".open"_s})
                QVERIFY(QFile::copy(closed.scratch.path() + suffix, copy + suffix)); // as after a power cut
        }
        const auto store = Store::open(copy).value();
        QVERIFY(store->wasLeftOpen());
        QVERIFY(!Store::open(closed.scratch.path()).value()->wasLeftOpen());
    }

    /// Only the last one closes the file.
    void whoClosesFirstLeavesTheMark()
    {
        const ClosedStore closed;
        const QString mark = closed.scratch.path() + u".open"_s;
        auto one = Store::open(closed.scratch.path()).value();
        auto other = Store::open(closed.scratch.path()).value();
        one.reset();
        QVERIFY(QFileInfo::exists(mark));
        other.reset();
        QVERIFY(!QFileInfo::exists(mark));
    }

    /// Who waited for somebody that was alone with the file is alone with it when that one is gone.
    void whoWaitedIsAlone()
    {
        const ClosedStore closed;
        auto alone = StoreLock::take(closed.scratch.path()).value();
        QVERIFY(alone->isAlone());
        std::unique_ptr<StoreLock> waited;
        std::jthread waiting([&] { waited = StoreLock::take(closed.scratch.path()).value(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // long enough to have been refused, as a rule
        alone.reset();
        waiting.join();
        QVERIFY(waited->isAlone());
    }

    /// Whoever closes it in good order without a check does not make it a file that is known to be well.
    void leftOpenIsRememberedUntilItIsChecked()
    {
        ClosedStore closed;
        noteOpen(closed.scratch.path()); // by somebody who was killed
        QVERIFY(Store::open(closed.scratch.path()).value()->wasLeftOpen());
        QVERIFY(Store::open(closed.scratch.path()).value()->wasLeftOpen());
        QVERIFY(checkStoreFile(closed.scratch.path(), {}));
        QVERIFY(!Store::open(closed.scratch.path()).value()->wasLeftOpen());
    }

    void checkCanBeStopped()
    {
        const ClosedStore closed;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(checkStoreFile(closed.scratch.path(), stop.get_token()).error().kind, ErrorKind::Cancelled);
        QVERIFY(checkStoreFile(closed.scratch.path(), {}));
    }
};

SLIPWAY_TEST_SUITE(TestDamage);

} // namespace

#include "test_damage.moc"
