#include "log/rotatingfile.h"
#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestRotatingFile final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void makesFolderAndFileForTheUserAlone();
    void turnsOverWhenFull();
    void goesOnWhereItEnded();
    void findsTheFileAnotherOneStarted();
    void oneFileIsEnough();
    void saysWhyItCannotWrite_data();
    void saysWhyItCannotWrite();
    void writesAgainWhenItCan();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRotatingFile::makesFolderAndFileForTheUserAlone()
{
    RotatingFile file(path(u"a/b/log"_s), 100, 3);
    QVERIFY(!QDir(path(u"a"_s)).exists());
    QVERIFY(file.append("one\n").has_value());
    QCOMPARE(contentOf(path(u"a/b/log"_s)), QByteArray("one\n"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path(u"a/b/log"_s)) & others));
}

void TestRotatingFile::turnsOverWhenFull()
{
    RotatingFile file(path(u"log"_s), 8, 3);
    for (const char* line : {"1111\n", "22\n", "33\n", "44444444444\n", "55\n"})
        QVERIFY(file.append(line).has_value());
    QCOMPARE(contentOf(path(u"log"_s)), QByteArray("55\n"));
    QCOMPARE(contentOf(path(u"log.1"_s)), QByteArray("44444444444\n")); // longer than a file: alone in one
    QCOMPARE(contentOf(path(u"log.2"_s)), QByteArray("33\n"));
    QVERIFY(!QFile::exists(path(u"log.3"_s)));
}

void TestRotatingFile::goesOnWhereItEnded()
{
    for (const char* line : {"1\n", "2\n"})
        QVERIFY(RotatingFile(path(u"log"_s), 100, 2).append(line).has_value());
    QCOMPARE(contentOf(path(u"log"_s)), QByteArray("1\n2\n"));
}

void TestRotatingFile::findsTheFileAnotherOneStarted()
{
    RotatingFile first(path(u"log"_s), 8, 5);
    RotatingFile second(path(u"log"_s), 8, 5);
    QVERIFY(first.append("a1\n").has_value());
    QVERIFY(second.append("b1\n").has_value());
    QVERIFY(first.append("a22\n").has_value()); // turns over
    QVERIFY(second.append("b22\n").has_value());
    QCOMPARE(contentOf(path(u"log.1"_s)), QByteArray("a1\nb1\n"));
    QCOMPARE(contentOf(path(u"log"_s)), QByteArray("a22\nb22\n"));
    // Thrown away by a person: a new one is begun.
    QVERIFY(QFile::remove(path(u"log"_s)));
    QVERIFY(second.append("b3\n").has_value());
    QCOMPARE(contentOf(path(u"log"_s)), QByteArray("b3\n"));
}

void TestRotatingFile::oneFileIsEnough()
{
    RotatingFile file(path(u"log"_s), 4, 1);
    for (const char* line : {"11\n", "22\n"})
        QVERIFY(file.append(line).has_value());
    QCOMPARE(contentOf(path(u"log"_s)), QByteArray("22\n"));
    QVERIFY(!QFile::exists(path(u"log.1"_s)));
}

void TestRotatingFile::saysWhyItCannotWrite_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("disk full") << u"/dev/full"_s << u"No space left on device"_s;
    QTest::newRow("a folder") << QDir::tempPath() << u"Is a directory"_s;
    QTest::newRow("below a file") << u"/proc/version/log"_s << u"Not a directory"_s;
    QTest::newRow("no place for files") << u"/proc/slipway/log"_s << u"No such file or directory"_s;
}

void TestRotatingFile::saysWhyItCannotWrite()
{
    QFETCH(const QString, path);
    QFETCH(const QString, reason);
    RotatingFile file(path, 100, 3);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto written = file.append("x\n");
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, ErrorKind::FileAccess);
        QCOMPARE(written.error().subject, path);
        QCOMPARE(written.error().detail, reason);
    }
}

void TestRotatingFile::writesAgainWhenItCan()
{
    const QString folder = path(u"later"_s);
    QFile blocker(folder);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    RotatingFile file(folder + u"/log"_s, 100, 3);
    QVERIFY(!file.append("lost\n").has_value());
    QVERIFY(blocker.remove());
    QVERIFY(file.append("kept\n").has_value());
    QCOMPARE(contentOf(folder + u"/log"_s), QByteArray("kept\n"));
}

SLIPWAY_TEST_SUITE(TestRotatingFile);

} // namespace slipway::test

#include "test_rotatingfile.moc"
