#include "drift/lockdraft.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "drift/printdrift.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kImages = uR"(
package app repo=hub
  a image days=1 tags=latest layers=os:100
)"_s;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace

class LockDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Nothing is written before somebody wants it, and then what they saw.
    void aDraftIsWrittenAsItWasShown()
    {
        const auto made = draft();
        QVERIFY(made);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(!made->isSame());
        QVERIFY(writeLockDraft(*made));
        QCOMPARE(contentOf(path()), made->text);
        QVERIFY(draft()->isSame());
    }

    void whatChangedMeanwhileIsNotWrittenOver()
    {
        QVERIFY(writeLockDraft(*draft()));
        const QByteArray first = contentOf(path());
        write(first + "\n");
        const auto stale = draft();
        QVERIFY(stale);
        write(first);
        const auto written = writeLockDraft(*stale);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::InvalidFile);
        QCOMPARE(contentOf(path()), first);
    }

    void theLockOfAnotherOwnerIsRefused()
    {
        auto before = lockBefore(writeBuildLock({fixtureTime(), u"others"_s, {}, {}}), path());
        QVERIFY(before);
        const DriftCase drift(kImages);
        const auto made = draftLock(path(), *std::move(before), {}, *drift.snapshot);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::InvalidFile);
    }

    void whatIsNoLockIsRefused()
    {
        write("{");
        const auto made = draft();
        QVERIFY(!made);
        QVERIFY2(made.error().subject.contains(u":1:"_s), qPrintable(made.error().subject));
        QCOMPARE(contentOf(path()), QByteArray("{"));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"build-lock.json"_s); }
    void write(const QByteArray& text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] Result<LockDraft> draft() const
    {
        const DriftCase drift(kImages);
        auto before = readLockBefore(path());
        if (!before)
            return std::unexpected(before.error());
        return draftLock(path(), *std::move(before),
                         makeLock(*drift.snapshot, *drift.graph, drift.classes, drift.policy), *drift.snapshot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

SLIPWAY_TEST_SUITE(LockDraftTest);

#include "test_lockdraft.moc"
