#include "drift/lockhands.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString hexOf(const QString& name)
{
    return named(name).hex();
}

/// A lock file around these images.
QByteArray fileOf(const QString& images)
{
    return u"{\n  \"version\": 1,\n  \"generatedAt\": \"2026-11-21T12:00:00Z\",\n  \"owner\": \"northquay\",\n"
           "  \"images\": [%1]\n}\n"_s.arg(images)
               .toUtf8();
}

QString imageText(const QString& package, const QString& more = {})
{
    return u"{\"package\": \"%1\", \"tag\": \"latest\", \"digest\": \"sha256:%2\"%3}"_s.arg(package, hexOf(package),
                                                                                            more);
}

} // namespace

class BuildLockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheContractSays();
    void readsWhatItWrote();
    void sameBytesWhateverTheOrder();
    void refuses_data();
    void refuses();
    void refusesEveryBeginning();
    void keepsWhatItDoesNotKnow();
    void namesTheFirstItDoesNotKnow();
    void everyDigestIsNamed();
    void ordersWhatAPersonWrote();
    void tooLargeIsLeftAlone();
    void replacesWhole();
    void randomLocksComeBack();
};

void BuildLockTest::writesWhatTheContractSays()
{
    auto lock = lockOf({locked(u"app"_s, u"v1"_s, u"app"_s)});
    lock.images[0].layers = {named(u"l1"_s)};
    lock.images[0].platforms = {{u"linux/amd64"_s, named(u"amd"_s), {}}};
    const QString expected = uR"({
  "generatedAt": "2026-11-21T12:00:00Z",
  "images": [
    {
      "digest": "sha256:%1",
      "family": "",
      "hub": "",
      "layers": [
        "sha256:%2"
      ],
      "package": "app",
      "platforms": [
        {
          "digest": "sha256:%3",
          "platform": "linux/amd64"
        }
      ],
      "tag": "v1",
      "variant": "cpu"
    }
  ],
  "owner": "northquay",
  "version": 1
}
)"_s.arg(hexOf(u"app"_s), hexOf(u"l1"_s), hexOf(u"amd"_s));
    QCOMPARE(QString::fromUtf8(writeBuildLock(lock)), expected);
}

void BuildLockTest::readsWhatItWrote()
{
    const auto lock = wholeLock();
    const QByteArray text = writeBuildLock(lock);
    QVERIFY(!QJsonDocument::fromJson(text).isNull());
    const auto read = parseBuildLock(text, u"build-lock.json"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().subject + u' ' + read.error().detail));
    QVERIFY(read->lock == lock);
    QVERIFY(read->unknown.isEmpty());
    QCOMPARE(read->lock.find({u"app-gpu"_s}, {u"latest"_s})->digest, named(u"gpu"_s));
    QVERIFY(!read->lock.find({u"app-gpu"_s}, {u"v1"_s}));
}

void BuildLockTest::sameBytesWhateverTheOrder()
{
    const QByteArray one = fileOf(imageText(u"a"_s) + u',' + imageText(u"b"_s));
    const QByteArray other = fileOf(imageText(u"b"_s) + u',' + imageText(u"a"_s));
    const auto first = parseBuildLock(one, u"one"_s);
    const auto second = parseBuildLock(other, u"other"_s);
    QVERIFY(first && second);
    QCOMPARE(writeBuildLock(first->lock), writeBuildLock(second->lock));
}

void BuildLockTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("why");

    QTest::newRow("empty") << QByteArray() << u"f:1:1"_s << u"expected an object, and the file ends here"_s;
    QTest::newRow("no JSON") << QByteArray("hello") << u"f:1:1"_s << u"expected an object, found \"h\""_s;
    QTest::newRow("truncated in a text") << QByteArray("{\n \"owner\": \"north") << u"f:2:11"_s << u"not closed"_s;
    QTest::newRow("truncated after a member")
        << QByteArray("{\n \"version\": 1,\n") << u"f:3:1"_s << u"the file ends"_s;
    QTest::newRow("wrong version") << QByteArray("{\"version\": 2}") << u"f:1:13"_s << u"version 2"_s;
    QTest::newRow("version is a text") << QByteArray("{\"version\": \"1\"}") << u"f:1:13"_s << u"a whole number"_s;
    QTest::newRow("without images") << QByteArray(
        "{\"version\": 1, \"owner\": \"a\", \"generatedAt\": \"2026-11-21T12:00:00Z\"}")
                                    << u"f:1:1"_s << u"\"images\" is missing"_s;
    QTest::newRow("a member twice") << QByteArray("{\"version\": 1, \"version\": 1}") << u"f:1:16"_s
                                    << u"is there twice"_s;
    QTest::newRow("comma at the end") << QByteArray("{\"version\": 1,}") << u"f:1:15"_s << u"nothing follows"_s;
    QTest::newRow("more after the end") << fileOf({}) + "{}" << u"f:7:1"_s << u"the end of the file"_s;
    QTest::newRow("bad time") << QByteArray("{\"generatedAt\": \"soon\"}") << u"f:1:17"_s << u"expected a time"_s;
    QTest::newRow("an image twice") << fileOf(u"\n"_s + imageText(u"a"_s) + u",\n"_s + imageText(u"b"_s) + u",\n"_s
                                              + imageText(u"a"_s))
                                    << u"f:8:1"_s << u"a:latest is there twice; the first is at f:6:1"_s;
    QTest::newRow("short digest") << fileOf(u"{\"package\": \"a\",\n\"tag\": \"t\", \"digest\": \"sha256:12\"}"_s)
                                  << u"f:6:23"_s << u"this one has 2"_s;
    QTest::newRow("long digest") << fileOf(u"{\"digest\": \"sha256:%1\"}"_s.arg(QString(65, u'a'))) << u"f:5:25"_s
                                 << u"this one has 65"_s;
    QTest::newRow("very long digest") << fileOf(u"{\"digest\": \"sha256:%1\"}"_s.arg(QString(5000, u'a')))
                                      << u"f:5:25"_s << u"this one has 5000"_s;
    QTest::newRow("capital digits") << fileOf(u"{\"digest\": \"sha256:%1\"}"_s.arg(QString(64, u'A'))) << u"f:5:25"_s
                                    << u"lower-case"_s;
    QTest::newRow("sha512") << fileOf(u"{\"digest\": \"sha512:12\"}"_s) << u"f:5:25"_s << u"a digest is \"sha256:\""_s;
    QTest::newRow("no digest") << fileOf(u"{\"package\": \"a\", \"tag\": \"t\"}"_s) << u"f:5:14"_s
                               << u"\"digest\" is missing"_s;
    QTest::newRow("empty package") << fileOf(u"{\"package\": \"\"}"_s) << u"f:5:26"_s << u"\"package\" is empty"_s;
    QTest::newRow("unknown variant") << fileOf(u"{\"variant\": \"tpu\"}"_s) << u"f:5:26"_s << u"no variant \"tpu\""_s;
    QTest::newRow("a platform twice") << fileOf(
        imageText(u"a"_s, u", \"platforms\": [{\"platform\": \"p\", \"digest\": \"sha256:%1\"},\n"
                          "{\"platform\": \"p\", \"digest\": \"sha256:%1\"}]"_s.arg(hexOf(u"x"_s))))
                                      << u"f:6:1"_s << u"the platform \"p\" is there twice"_s;
    QTest::newRow("unknown value broken")
        << QByteArray("{\"version\": 1, \"more\": nope}") << u"f:1:24"_s << u"expected a value, found \"n\""_s;
    QTest::newRow("too deep") << QByteArray("{\"more\": ") + QByteArray(500, '[') << u"f:1:75"_s << u"deeper"_s;
    QTest::newRow("columns are characters")
        << QByteArray("{\"öäü\": 1, \"version\": 3}") << u"f:1:23"_s << u"version 3"_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"owner\": \"a\xff\"}") << u"f:1:11"_s << u"not UTF-8"_s;
    QTest::newRow("bad escape") << QByteArray("{\"owner\": \"a\\q\"}") << u"f:1:11"_s << u"escape"_s;
    for (const char* number : {"01", "1.", ".5", "-", "1e", "+1", "0x1", "NaN", "1.2.3"}) {
        QTest::addRow("number %s", number)
            << QByteArray("{\"more\": ") + number + "}" << u"f:1:10"_s << u"expected a value"_s;
    }
    QTest::newRow("half a code") << QByteArray("{\"owner\": \"\\u00g1\"}") << u"f:1:11"_s << u"escape"_s;
    QTest::newRow("a merge unresolved") << QByteArray("{\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}") << u"f:2:1"_s
                                        << u"a merge left both sides"_s;
}

void BuildLockTest::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    QFETCH(const QString, why);
    const auto read = parseBuildLock(text, u"f"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidFile);
    QCOMPARE(read.error().subject, place);
    QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
}

/// Cut off anywhere, a lock file is refused, and nothing is read beyond its end.
void BuildLockTest::refusesEveryBeginning()
{
    const QByteArray text = writeBuildLock(wholeLock()).trimmed();
    for (qsizetype length = 0; length < text.size(); ++length) {
        const auto read = parseBuildLock(QByteArray(text.constData(), length), u"f"_s);
        QVERIFY2(!read, qPrintable(QString::number(length)));
        QCOMPARE(read.error().kind, ErrorKind::InvalidFile);
    }
    QVERIFY(parseBuildLock(text, u"f"_s));
}

void BuildLockTest::keepsWhatItDoesNotKnow()
{
    const QByteArray text =
        fileOf(imageText(u"a"_s, u",\n \"zone\": {\"b\": [1.50, 1e400], \"a\": null}, \"cosign\": \"x\""_s))
            .replace("\"owner\"", "\"note\": \"keep\",\n  \"owner\"");
    const auto read = parseBuildLock(text, u"f"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->unknown, (QStringList{u"f:4:3: \"note\""_s, u"f:7:2: \"zone\""_s, u"f:7:43: \"cosign\""_s}));
    const QByteArray written = writeBuildLock(read->lock);
    QVERIFY(written.contains("  \"note\": \"keep\",\n  \"owner\""));
    QVERIFY(written.contains("\n      \"cosign\": \"x\",\n      \"digest\""));
    QVERIFY(written.contains("\"zone\": {\"b\": [1.50, 1e400], \"a\": null}\n"));
    const auto again = parseBuildLock(written, u"f"_s);
    QVERIFY(again);
    QVERIFY(again->lock == read->lock);
    QCOMPARE(writeBuildLock(again->lock), written);
}

/// Twenty with their places, whatever stands between them, and the number of the others.
void BuildLockTest::namesTheFirstItDoesNotKnow()
{
    QString more;
    for (int i = 0; i < 1000; ++i)
        more += (i % 2 == 0 ? u",\n \"ü%1\": 1"_s : u", \"ü%1\": [2]"_s).arg(i);
    const auto read = parseBuildLock(fileOf(imageText(u"a"_s, more)), u"f"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->lock.images[0].unknown.size(), 1000);
    QCOMPARE(read->unknown.size(), 21);
    QCOMPARE(read->unknown[0], u"f:6:2: \"ü0\""_s);
    QCOMPARE(read->unknown[1], u"f:6:11: \"ü1\""_s);
    QCOMPARE(read->unknown[18], u"f:15:2: \"ü18\""_s);
    QCOMPARE(read->unknown[20], u"and 980 more"_s);
    const auto doubled = parseBuildLock(fileOf(imageText(u"a"_s, more + u", \"ü700\": 3"_s)), u"f"_s);
    QVERIFY(!doubled);
    QVERIFY2(doubled.error().detail.contains(u"\"ü700\" is there twice"_s), qPrintable(doubled.error().detail));
}

void BuildLockTest::everyDigestIsNamed()
{
    auto image = locked(u"a"_s, u"v1"_s, u"index"_s);
    image.platforms = {{u"linux/amd64"_s, named(u"amd"_s), {}}, {u"linux/arm64"_s, named(u"arm"_s), {}}};
    image.base = LockedBase{u"ghcr.io/o/base:1"_s, named(u"base"_s), {}};
    BuildLock lock;
    lock.images = {image, locked(u"b"_s, u"v1"_s, u"plain"_s)};
    QCOMPARE(lockedDigests(lock), (std::vector<Digest>{named(u"index"_s), named(u"amd"_s), named(u"arm"_s),
                                                       named(u"base"_s), named(u"plain"_s)}));
}

void BuildLockTest::ordersWhatAPersonWrote()
{
    const auto read =
        parseBuildLock(fileOf(imageText(u"z"_s) + u',' + imageText(u"m/x"_s) + u',' + imageText(u"a"_s)), u"f"_s);
    QVERIFY(read);
    QVERIFY(std::ranges::is_sorted(read->lock.images, isBefore));
    QCOMPARE(read->lock.images[1].digest, named(u"m/x"_s));
}

void BuildLockTest::tooLargeIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"build-lock.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(100LL * 1024 * 1024)); // a hole: no disk is filled
    file.close();
    const auto read = loadBuildLock(path);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidFile);
    QCOMPARE(read.error().subject, path + u":1:1"_s);
    QVERIFY2(read.error().detail.contains(u"100 MiB"_s), qPrintable(read.error().detail));
    QCOMPARE(QFile(path).size(), 100LL * 1024 * 1024);
}

void BuildLockTest::replacesWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"build-lock.json"_s);
    QVERIFY(saveBuildLock(path, "before"));
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFileDevice::ReadOther));
    QVERIFY(saveBuildLock(path, writeBuildLock(wholeLock())));
    const auto read = loadBuildLock(path);
    QVERIFY(read);
    QVERIFY(read->lock == wholeLock());
    QVERIFY(QFile::permissions(path) & QFileDevice::ReadOther);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"build-lock.json"_s});
    const auto refused = saveBuildLock(folder.filePath(u"no/such/folder/x.json"_s), "x");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::FileAccess);
}

/// What is written comes back, with any characters in any text.
void BuildLockTest::randomLocksComeBack()
{
    std::mt19937 random(6);
    const auto below = [&random](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    const auto text = [&] {
        QString made(u'x');
        for (unsigned i = below(8); i > 0; --i)
            made += QChar(static_cast<char16_t>(below(5) == 0 ? below(0xD800) : 1 + below(0x7E)));
        return made;
    };
    for (int round = 0; round < 300; ++round) {
        auto lock = lockOf({});
        for (unsigned images = below(6); images > 0; --images) {
            auto image = locked(text(), text(), text());
            image.hub = text();
            image.variant = static_cast<Variant>(below(6));
            for (unsigned layers = below(4); layers > 0; --layers)
                image.layers.push_back(named(text()));
            if (below(2) == 0)
                image.base = LockedBase{text(), named(text()), {}};
            if (below(2) == 0)
                image.builtBy = {text(), static_cast<qint64>(random()), text(), {}};
            if (below(3) == 0)
                image.unknown.insert(u"~"_s + text(), "[1, {\"a\": \"\\u00e4\"}]");
            if (!lock.find(image.package, image.tag))
                lock.images.push_back(std::move(image));
            std::ranges::sort(lock.images, isBefore);
        }
        const auto read = parseBuildLock(writeBuildLock(lock), u"f"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().subject + u' ' + read.error().detail));
        QVERIFY(read->lock == lock);
    }
}

SLIPWAY_TEST_SUITE(BuildLockTest);

#include "test_buildlock.moc"
