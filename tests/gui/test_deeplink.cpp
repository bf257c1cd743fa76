#include "app/mainwindow.h"
#include "app/session/openrequest.h"
#include "core/errortext.h"
#include "gui/windowfixture.h"
#include "support/suite.h"

#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{
const QString kHex(64, u'a');
} // namespace

/// Links as text and as values.
class TestDeepLink final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksAreRead_data();
    void linksAreRead();
    void filesAreLedTo();
    void whatIsNoLinkIsRefused_data();
    void whatIsNoLinkIsRefused();
    void requestsTravel_data();
    void requestsTravel();
    void wrongLinksTravelToo();
    void pagesAreTheWindows();
};

void TestDeepLink::linksAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts"); // owner, page, package, tag, digest
    const auto row = [](const char* name, const QString& text, const QStringList& parts) {
        QTest::newRow(name) << text << parts;
    };
    const QString digest = u"sha256:"_s + kHex;
    row("owner", u"slipway://northquay"_s, {u"northquay"_s, {}, {}, {}, {}});
    row("owner and slash", u"slipway://northquay/"_s, {u"northquay"_s, {}, {}, {}, {}});
    row("page", u"slipway://northquay/inventory"_s, {u"northquay"_s, u"inventory"_s, {}, {}, {}});
    row("package", u"slipway://northquay/inventory/apc-emotion-gpu"_s,
        {u"northquay"_s, u"inventory"_s, u"apc-emotion-gpu"_s, {}, {}});
    row("tag", u"slipway://northquay/inventory/api:v1.2"_s, {u"northquay"_s, u"inventory"_s, u"api"_s, u"v1.2"_s, {}});
    row("digest", u"slipway://northquay/inventory/api@"_s + digest,
        {u"northquay"_s, u"inventory"_s, u"api"_s, {}, digest});
    row("both", u"slipway://northquay/inventory/api:v1@"_s + digest,
        {u"northquay"_s, u"inventory"_s, u"api"_s, u"v1"_s, digest});
    row("a page of another version", u"slipway://northquay/tomorrow/apc-emotion-gpu"_s,
        {u"northquay"_s, u"tomorrow"_s, u"apc-emotion-gpu"_s, {}, {}});
    row("name with a slash", u"slipway://kas/inventory/kas/kas:latest"_s,
        {u"kas"_s, u"inventory"_s, u"kas/kas"_s, u"latest"_s, {}});
    row("encoded", u"SLIPWAY://northquay/inventory/team%2Fapi%3Av1"_s,
        {u"northquay"_s, u"inventory"_s, u"team/api"_s, u"v1"_s, {}});
}

void TestDeepLink::linksAreRead()
{
    QFETCH(const QString, text);
    const auto link = parseDeepLink(text);
    QVERIFY2(link.has_value(), link ? "" : qPrintable(errorLine(link.error())));
    QTEST((QStringList{link->owner, link->page, link->package.value, link->tag.value,
                       link->digest ? link->digest->toString() : QString()}),
          "parts");
    QCOMPARE(parseDeepLink(toText(*link)), link);
}

void TestDeepLink::filesAreLedTo()
{
    const QString text = u"slipway://northquay/files/.github/workflows/build-gpu.yml"_s;
    const auto link = parseDeepLink(text);
    QVERIFY(link);
    QCOMPARE(link->page, u"files"_s);
    QCOMPARE(link->file, u".github/workflows/build-gpu.yml"_s);
    QVERIFY(link->package.isEmpty());
    QCOMPARE(toText(*link), text);
    QVERIFY(parseDeepLink(u"slipway://northquay/files"_s)->file.isEmpty());
}

void TestDeepLink::whatIsNoLinkIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QString& text, const QString& says) {
        QTest::newRow(name) << text << says;
    };
    row("nothing", {}, u"begins with slipway://"_s);
    row("web address", u"https://ghcr.io/northquay/api"_s, u"begins with slipway://"_s);
    row("a file", u"team.yaml"_s, u"begins with slipway://"_s);
    row("no owner", u"slipway:///inventory/api"_s, u"login"_s);
    row("no login", u"slipway://-north--quay/inventory"_s, u"login"_s);
    row("user and password", u"slipway://me:secret@northquay/inventory"_s, u"login"_s);
    row("no page", u"slipway://northquay//api"_s, u"has a page"_s);
    row("no name of a page", u"slipway://northquay/..%41/api"_s, u"has a page"_s);
    row("no name", u"slipway://northquay/inventory/:v1"_s, u"name of a package"_s);
    row("up the tree", u"slipway://northquay/inventory/../../etc"_s, u"name of a package"_s);
    row("a file up the tree", u"slipway://northquay/files/../../etc/passwd"_s, u"path of a file"_s);
    row("a file of no name", u"slipway://northquay/files/a//b.yml"_s, u"path of a file"_s);
    row("empty part", u"slipway://northquay/inventory/a//b"_s, u"name of a package"_s);
    row("no tag", u"slipway://northquay/inventory/api:"_s, u"has a tag"_s);
    row("no such tag", u"slipway://northquay/inventory/api:a b"_s, u"has a tag"_s);
    row("short digest", u"slipway://northquay/inventory/api@sha256:abc"_s, u"64 hexadecimal digits"_s);
    row("another algorithm", u"slipway://northquay/inventory/api@sha512:"_s + kHex, u"64 hexadecimal digits"_s);
    row("query", u"slipway://northquay/inventory/api?token=1"_s, u"neither ? nor #"_s);
    row("line break", u"slipway://northquay/inventory/api%0Aevil"_s, u"letters, digits"_s);
    row("no UTF-8", u"slipway://northquay/inventory/api%ff"_s, u"letters, digits"_s);
    row("endless", u"slipway://northquay/inventory/"_s + QString(5000, u'a'), u"1024 characters"_s);
}

void TestDeepLink::whatIsNoLinkIsRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const auto link = parseDeepLink(text);
    QVERIFY(!link);
    QCOMPARE(link.error().kind, ErrorKind::InvalidArgument);
    const QString line = errorLine(link.error());
    QVERIFY2(line.contains(says), qPrintable(line));
    QVERIFY(line.size() < 300 && !line.contains(u'\n'));
}

void TestDeepLink::requestsTravel_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("page");
    QTest::newRow("nothing but the front") << QString() << QString();
    QTest::newRow("page") << QString() << u"inventory"_s;
    QTest::newRow("link") << u"slipway://northquay/inventory/api:v1"_s << QString();
    QTest::newRow("file") << u"slipway://northquay/files/build-lock.json"_s << QString();
    QTest::newRow("link of another version") << u"slipway://northquay/tomorrow/api:v1"_s << QString();
}

void TestDeepLink::requestsTravel()
{
    QFETCH(const QString, link);
    QFETCH(const QString, page);
    OpenRequest request{{}, u"token-1"_s};
    if (!link.isEmpty())
        request.place = *parseDeepLink(link);
    if (!page.isEmpty())
        request.place.page = page;
    const QByteArray bytes = toBytes(request);
    QCOMPARE(bytes.count('\n'), 1);
    QCOMPARE(parseOpenRequest(bytes), Result<OpenRequest>(request));
    QVERIFY(!parseOpenRequest(bytes.chopped(3)));
    QVERIFY(!parseOpenRequest(R"({"form":2})"));
}

/// What cannot be read is told where it arrives, whichever version sent it.
void TestDeepLink::wrongLinksTravelToo()
{
    const QString link = u"slipway:northquay"_s;
    const auto request = parseOpenRequest(toBytes({{}, u"token-1"_s, link}));
    QVERIFY(request.has_value());
    QCOMPARE(request->wrongLink, link);
    QCOMPARE(request->activationToken, u"token-1"_s);
    QVERIFY(request->place.isEmpty());
    QVERIFY(toBytes({{}, {}, QString(100'000, QChar(1))}).size() < 8'192);
}

void TestDeepLink::pagesAreTheWindows()
{
    WindowFixture fixture(*qApp);
    QStringList ids;
    for (const auto& page : fixture.window.pages())
        ids.append(page.id);
    QCOMPARE(pageIds(), ids);
}

SLIPWAY_TEST_SUITE(TestDeepLink);

} // namespace slipway::test

#include "test_deeplink.moc"
