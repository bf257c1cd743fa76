#include "core/errortext.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"

#include <QTcpServer>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray organisation()
{
    return Organisation()
        .package(u"good"_s)
        .image(u"g"_s, {u"v1"_s}, {u"base"_s})
        .package(u"other/deep"_s)
        .image(u"o"_s, {u"v1"_s}, {u"base"_s, u"o"_s})
        .json();
}

QByteArray withTokens(const QByteArray& state, const QByteArray& tokens)
{
    return QByteArray(state).replace("\"version\": 1", "\"version\": 1, \"tokens\": " + tokens);
}

/// A port of this machine nobody listens on.
QUrl deadAddress()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

} // namespace

/// What servers and registries send that is wrong: each has its own sentence that says what happened, to what, and what
/// to do. Connections that are not secure are in tests/net, files that cannot be read in tst_ctl.
class BadInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToShow_data();
    void nothingToShow();
    void restIsShown_data();
    void restIsShown();
    void shortTroubleIsOutlived_data();
    void shortTroubleIsOutlived();
    void cyclicIndex();
    void unreachableRegistryIsNotAskedForEver();
    void sentencesDiffer();
};

void BadInputTest::nothingToShow_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("tokens");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("sentence");
    const QByteArray any;
    QTest::addRow("unknown owner") << QString() << any << u"nobody"_s << u"the owner \"nobody\" was not found"_s;
    QTest::addRow("bad token") << QString() << QByteArray("{\"ghp_other\":{\"scopes\":[\"read:packages\"]}}")
                               << u"acme"_s << u"The server refused the token for the owner \"acme\""_s;
    QTest::addRow("missing scope") << QString() << QByteArray("{\"ghp_testtesttest\":{\"scopes\":[\"repo\"]}}")
                                   << u"acme"_s << u"The token may not read the packages of acme"_s;
    QTest::addRow("server down") << u"status=503,route=/users/*"_s << any << u"acme"_s
                                 << u"the owner \"acme\" has a problem of its own"_s;
    QTest::addRow("connection reset") << u"reset,route=/org*"_s << any << u"acme"_s << u"No connection to 127.0.0.1"_s;
    QTest::addRow("web page") << u"html,route=/org*"_s << any << u"acme"_s
                              << u"The answer for the packages of acme is not JSON"_s;
    QTest::addRow("wrong JSON") << u"badjson,route=/org*"_s << any << u"acme"_s
                                << u"The answer for the packages of acme is not as specified ($"_s;
    QTest::addRow("rate limit") << u"status=429,route=/org*,retry-after=7"_s << any << u"acme"_s
                                << u"The rate limit for the packages of acme is used up"_s;
}

void BadInputTest::nothingToShow()
{
    QFETCH(const QString, fault);
    QFETCH(const QByteArray, tokens);
    QFETCH(const QString, login);
    QFETCH(const QString, sentence);
    ServedOwner owner(tokens.isEmpty() ? organisation() : withTokens(organisation(), tokens));
    if (!fault.isEmpty()) {
        const auto parsed = parseFault(fault);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
        owner.server().addFault(*parsed);
    }
    owner.setLogin(login);
    const auto result = owner.scan();
    QVERIFY(!result);
    const ErrorText text = errorText(result.error());
    QVERIFY2(text.what.startsWith(sentence), qPrintable(text.what));
    QVERIFY(!text.advice.isEmpty());
    QVERIFY(!text.what.contains("ghp_"_L1));
}

void BadInputTest::restIsShown_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::addRow("versions hidden") << u"status=404,route=*/good/versions*"_s
                                     << u"the versions of good was not found"_s;
    QTest::addRow("versions cut off") << u"truncated,route=*/good/versions*,bytes=40"_s
                                      << u"No connection to 127.0.0.1"_s;
    QTest::addRow("versions as web page")
        << u"html,route=*/good/versions*"_s << u"The answer for the versions of good is not JSON"_s;
    QTest::addRow("manifest 500") << u"status=500,route=/v2/acme/good/manifests/*"_s << u"good@sha256:"_s;
    QTest::addRow("manifest as web page")
        << u"html,route=/v2/acme/good/manifests/*"_s << u"The answer for good@sha256:"_s;
    QTest::addRow("manifest of other bytes")
        << u"badjson,route=/v2/acme/good/manifests/*"_s << u"The content of good@sha256:"_s;
    QTest::addRow("slash in the name") << u"status=500,route=*/other%2Fdeep/versions*"_s
                                       << u"the versions of other/deep has a problem"_s;
}

void BadInputTest::restIsShown()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, sentence);
    ServedOwner owner(organisation());
    const auto parsed = parseFault(fault);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    owner.server().addFault(*parsed);
    const auto snapshot = owner.scan();
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(errorLine(snapshot.error())));
    QVERIFY(!(*snapshot)->complete);
    QCOMPARE((*snapshot)->packages.size(), 2U);
    QCOMPARE((*snapshot)->problems.size(), 1U);
    const QString line = errorLine((*snapshot)->problems.front());
    QVERIFY2(line.startsWith(sentence), qPrintable(line));
    // The other package is there, whole.
    const auto images = linesOf(**snapshot).filter(u" image v1"_s);
    QCOMPARE(images.size(), 1);
}

void BadInputTest::shortTroubleIsOutlived_data()
{
    QTest::addColumn<QString>("fault");
    for (const auto& fault :
         {u"throttle,route=/v2/*/manifests/*,count=2"_s, u"status=503,route=*/versions*,count=1"_s,
          u"status=429,retry-after=1,route=*/versions*,count=1"_s, u"reset,route=/v2/*/manifests/*,count=1"_s,
          u"truncated,route=*/good/versions*,count=2"_s})
        QTest::addRow("%s", qPrintable(fault)) << fault;
}

void BadInputTest::shortTroubleIsOutlived()
{
    QFETCH(const QString, fault);
    ServedOwner owner(organisation());
    const auto parsed = parseFault(fault);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    owner.server().addFault(*parsed);
    const auto snapshot = owner.scan();
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(errorLine(snapshot.error())));
    QVERIFY2((*snapshot)->complete, qPrintable(linesOf(**snapshot).join(u'\n')));
}

void BadInputTest::cyclicIndex()
{
    // A registry that serves, under the digest of one index, an index that lists that digest.
    const QString digest = u"sha256:"_s + QString(64, u'c');
    QTcpServer liar;
    QVERIFY(liar.listen(QHostAddress::LocalHost));
    connect(&liar, &QTcpServer::newConnection, &liar, [&] {
        auto* socket = liar.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, digest] {
            const QByteArray request = socket->readAll();
            QByteArray body = "{}";
            if (request.contains("/manifests/")) {
                body = "{\"schemaVersion\":2,\"mediaType\":\"application/"
                       "vnd.oci.image.index.v1+json\",\"manifests\":[{\"digest\":\""
                       + digest.toLatin1()
                       + "\",\"size\":5,\"mediaType\":\"application/vnd.oci.image.index.v1+json\"}]}";
            }
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.oci.image.index.v1+json\r\nContent-Length: "
                          + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
    ServedOwner owner(Organisation().package(u"loop"_s).listedOnly({u"v1"_s}, digest).json());
    owner.setRegistryUrl(QUrl(u"http://127.0.0.1:%1"_s.arg(liar.serverPort())));
    const auto snapshot = owner.scan();
    QVERIFY(snapshot);
    QCOMPARE(linesOf(**snapshot), (QStringList{u"loop unreadable v1"_s, u"! cycle loop"_s}));
    QCOMPARE(errorText((*snapshot)->problems.front()).what, u"The index loop@%1 contains itself."_s.arg(digest));
    const auto again = owner.scan();
    QVERIFY(again);
    QCOMPARE(linesOf(**again), linesOf(**snapshot));
}

void BadInputTest::unreachableRegistryIsNotAskedForEver()
{
    ServedOwner owner(Organisation().package(u"big"_s).many(200, u"m"_s).json());
    owner.setRegistryUrl(deadAddress());
    const auto snapshot = owner.scan();
    QVERIFY(snapshot);
    QVERIFY(!(*snapshot)->complete);
    QCOMPARE((*snapshot)->versions.size(), 200U);
    QVERIFY((*snapshot)->problems.size() <= 200U);
    QVERIFY2(owner.transport().tally().token + owner.transport().tally().registry <= 60,
             "went on asking a dead registry");
}

void BadInputTest::sentencesDiffer()
{
    QSet<QString> advices;
    int kinds = 0;
    for (int i = 0; i <= static_cast<int>(ErrorKind::Offline); ++i) {
        const auto text = errorText({static_cast<ErrorKind>(i), u"this"_s, {}, std::nullopt});
        QVERIFY2(!text.what.isEmpty(), qPrintable(QString::number(i)));
        advices.insert(text.what);
        ++kinds;
    }
    QCOMPARE(advices.size(), kinds);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
