#include "core/errortext.h"
#include "github/repositoryclient.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const RepositoryName kPlatform{u"northquay"_s, u"platform"_s};
constexpr qint64 kLargest = 4096;

QByteArray entry(const QByteArray& path, const QByteArray& type = "blob", const QByteArray& mode = "100644")
{
    return R"({"path":")" + path + R"(","mode":")" + mode + R"(","type":")" + type + R"(","sha":"5f3c"})";
}

QByteArray treeOf(const QByteArrayList& entries, const QByteArray& truncated = "false")
{
    return R"({"sha":"aa","url":"x","tree":[)" + entries.join(',') + R"(],"truncated":)" + truncated + '}';
}

QByteArray contentOf(const QByteArray& encoding, const QByteArray& content, int size)
{
    return R"({"type":"file","encoding":")" + encoding + R"(","size":)" + QByteArray::number(size)
           + R"(,"name":"a","path":"a","content":")" + content + R"(","sha":"5f3c"})";
}

QByteArray commitOf(const QByteArray& sha, const QByteArray& committer)
{
    return R"({"sha":")" + sha + R"(","commit":{"message":"Pin it\n\nAs built.","author":null,"committer":)" + committer
           + "}}";
}

RepositoryClient clientFor(FakeTransport& transport)
{
    return {transport, {QUrl(u"https://api.github.com"_s), u"secret"_s, "2022-11-28"}, Clock()};
}

} // namespace

class TestRepositoryClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// https://docs.github.com/en/rest/repos/repos#get-a-repository: of a GitHub App's token all of them are false.
    void whatATokenMayDo_data()
    {
        QTest::addColumn<QByteArray>("permissions");
        QTest::addColumn<std::optional<bool>>("mayPush");
        QTest::addColumn<std::optional<bool>>("mayLabel");
        using Maybe = std::optional<bool>;
        QTest::newRow("untold") << QByteArray() << Maybe() << Maybe();
        QTest::newRow("told nothing") << QByteArray(R"(,"permissions":{})") << Maybe() << Maybe();
        QTest::newRow("an App's token") << QByteArray(
            R"(,"permissions":{"admin":false,"push":false,"triage":false,"pull":false})")
                                        << Maybe() << Maybe();
        QTest::newRow("a reader") << QByteArray(R"(,"permissions":{"admin":false,"push":false,"pull":true})")
                                  << Maybe(false) << Maybe(false);
        QTest::newRow("triage") << QByteArray(R"(,"permissions":{"push":false,"triage":true,"pull":true})")
                                << Maybe(false) << Maybe(true);
        QTest::newRow("a writer") << QByteArray(R"(,"permissions":{"push":true,"pull":true})") << Maybe(true)
                                  << Maybe(true);
    }
    void whatATokenMayDo()
    {
        QFETCH(QByteArray, permissions);
        QFETCH(std::optional<bool>, mayPush);
        QFETCH(std::optional<bool>, mayLabel);
        const auto facts = parseRepositoryFacts(
            R"({"full_name":"acme/platform","default_branch":"main","archived":false,"has_issues":true)" + permissions
                + '}',
            u"the repository"_s);
        QVERIFY(facts);
        QCOMPARE(facts->mayPush, mayPush);
        QCOMPARE(facts->mayLabel, mayLabel);
    }

    void listsFilesInOneRequest()
    {
        FakeTransport transport([](const HttpRequest&) {
            return jsonAnswer(treeOf({entry(".github", "tree", "040000"), entry(".github/workflows/a.yml"),
                                      entry("linked.yml", "blob", "120000"), entry("module", "commit", "160000"),
                                      entry("build-lock.json")}));
        });
        const auto tree = resultOf(clientFor(transport).tree(kPlatform, {}));
        QVERIFY(tree);
        QCOMPARE(tree->paths, (QStringList{u".github/workflows/a.yml"_s, u"build-lock.json"_s}));
        QVERIFY(!tree->isPartial);
        QCOMPARE(transport.lines(), QStringList{u"GET /repos/northquay/platform/git/trees/HEAD?recursive=1"_s});
    }

    void saysThatThereIsMore()
    {
        const auto tree = parseRepositoryTree(treeOf({}, "true"), u"x"_s);
        QVERIFY(tree && tree->isPartial);
    }

    void anEmptyRepositoryHasNoFiles()
    {
        FakeTransport transport(
            [](const HttpRequest&) { return answerWith(409, R"({"message":"Git Repository is empty."})"); });
        const auto tree = resultOf(clientFor(transport).tree(kPlatform, {}));
        QVERIFY(tree && tree->paths.isEmpty());
    }

    void readsAFile()
    {
        FakeTransport transport(
            [](const HttpRequest&) { return jsonAnswer(contentOf("base64", "bmFt\\nZTogeA==\\n", 7)); });
        const auto bytes = resultOf(clientFor(transport).file(kPlatform, u"a b/#1.yml"_s, kLargest, {}));
        QVERIFY(bytes);
        QCOMPARE(*bytes, QByteArray("name: x"));
        QCOMPARE(transport.lines(), QStringList{u"GET /repos/northquay/platform/contents/a%20b/%231.yml"_s});
    }

    /// GitHub gives no content of what is larger than 1 MB.
    void readsALargeFileByItsBlob()
    {
        FakeTransport transport([](const HttpRequest& request) {
            return request.url.path().contains(u"/git/blobs/"_s)
                       ? jsonAnswer(R"({"content":"eHl6","encoding":"base64","sha":"5f3c","size":3})")
                       : jsonAnswer(contentOf("none", "", 3));
        });
        const auto bytes = resultOf(clientFor(transport).file(kPlatform, u"a"_s, kLargest, {}));
        QVERIFY(bytes);
        QCOMPARE(*bytes, QByteArray("xyz"));
        QCOMPARE(transport.lines().last(), u"GET /repos/northquay/platform/git/blobs/5f3c"_s);
    }

    void listsTheCommitsOfAFile()
    {
        FakeTransport transport([](const HttpRequest&) {
            return jsonAnswer('[' + commitOf("b1", R"({"name":"x","date":"2025-11-20T12:00:00Z"})") + ','
                              + commitOf("a1", "null") + ']');
        });
        const auto commits = resultOf(clientFor(transport).commits(kPlatform, u"a b/#1.yml"_s, 50, {}));
        QVERIFY(commits);
        const QDateTime noon(QDate(2025, 11, 20), QTime(12, 0), QTimeZone::UTC);
        QCOMPARE(*commits, (std::vector<FileCommit>{{u"b1"_s, noon, u"Pin it"_s}, {u"a1"_s, {}, u"Pin it"_s}}));
        QCOMPARE(transport.lines(),
                 QStringList{u"GET /repos/northquay/platform/commits?path=a%20b%2F%231.yml&per_page=50"_s});
    }

    void anEmptyRepositoryHasNoCommits()
    {
        FakeTransport transport(
            [](const HttpRequest&) { return answerWith(409, R"({"message":"Git Repository is empty."})"); });
        const auto commits = resultOf(clientFor(transport).commits(kPlatform, u"a.yml"_s, 50, {}));
        QVERIFY(commits && commits->empty());
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("gone") << 404 << QByteArray(R"({"message":"Not Found"})")
                              << u"a in northquay/platform was not found (404 Not Found)."_s;
        QTest::newRow("a folder") << 200 << QByteArray("[]")
                                  << u"a in northquay/platform could not be understood (it is no file)."_s;
        QTest::newRow("a link") << 200 << QByteArray(R"({"type":"symlink"})")
                                << u"a in northquay/platform could not be understood (it is no file)."_s;
        QTest::newRow("too large") << 200 << contentOf("none", "", 5000)
                                   << u"a in northquay/platform could not be understood (it has 4.9 KiB; files of up "
                                      "to 4.0 KiB are shown)."_s;
        QTest::newRow("no base64") << 200 << contentOf("base64", "*", 1)
                                   << u"The answer for a in northquay/platform is not as specified ($.content: "
                                      "expected base64)."_s;
    }
    void refusesWhatIsNoFile()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        FakeTransport transport(
            [&](const HttpRequest&) { return answerWith(status, body, {{"Content-Type", "application/json"}}); });
        const auto bytes = resultOf(clientFor(transport).file(kPlatform, u"a"_s, kLargest, {}));
        QVERIFY(!bytes);
        QCOMPARE(errorText(bytes.error()).what, expected);
        QCOMPARE(transport.requests().size(), 1);
    }

    void refusesTreesOfAWrongShape()
    {
        const auto tree =
            parseRepositoryTree(R"({"tree":[{"path":7,"type":"blob","mode":"x"}],"truncated":false})", u"x"_s);
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, ErrorKind::Malformed);
        QVERIFY(tree.error().detail.startsWith(u"$.tree[0].path"_s));
    }
};

SLIPWAY_TEST_SUITE(TestRepositoryClient);
#include "test_repositoryclient.moc"
