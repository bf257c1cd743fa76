#include "github/githubclient.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>
#include <QUrlQuery>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Serves a list page by page as GitHub does: numeric-id links, `last` on every page but the last.
struct PagedServer {
    int pages = 1;
    QHash<int, HttpResponse> instead; ///< answers of certain pages
    bool tellsLast = true;

    Result<HttpResponse> operator()(const HttpRequest& request) const
    {
        const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
        if (instead.contains(page))
            return instead.value(page);
        QByteArray link;
        const auto target = [](int n) {
            return "<https://api.github.com/organizations/7/packages?package_type=container&per_page=100&page="
                   + QByteArray::number(n) + ">";
        };
        if (page < pages)
            link = target(page + 1) + "; rel=\"next\""
                   + (tellsLast ? ", " + target(pages) + "; rel=\"last\"" : QByteArray());
        return jsonAnswer(R"([{"id":1,"name":"p)" + QByteArray::number(page) + R"(","visibility":"public"}])",
                          {{"Link"_ba, link}});
    }
};

HttpResponse onePage(const QByteArray& name, const QByteArray& link)
{
    return jsonAnswer(R"([{"id":1,"name":")" + name + R"(","visibility":"public"}])", {{"Link"_ba, link}});
}

struct Outcome {
    Result<PagedList<ListedPackage>> list;
    QStringList names;
};

Outcome readAll(FakeTransport& transport, std::stop_token stop = {})
{
    const GithubClient client(transport, {}, {});
    Outcome outcome{resultOf(client.packages({u"northquay"_s, 7, OwnerKind::Organization}, nullptr, std::move(stop))),
                    {}};
    if (outcome.list) {
        for (const auto& row : outcome.list->rows)
            outcome.names.append(row.name.value);
        outcome.names.sort();
    }
    return outcome;
}

QStringList pagesAsked(const FakeTransport& transport)
{
    QStringList pages;
    for (const auto& request : transport.requests())
        pages.append(QUrlQuery(request.url).queryItemValue(u"page"_s));
    return pages;
}

class TestGithubPaging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterPagesSideBySide()
    {
        FakeTransport transport(PagedServer{5, {}});
        transport.setHolds([](const HttpRequest& request) { return QUrlQuery(request.url).hasQueryItem(u"page"_s); });
        const GithubClient client(transport, {}, {});
        auto task = client.packages({u"northquay"_s, 7, OwnerKind::Organization}, nullptr, {});
        // None of the later pages is answered, yet all are asked for.
        QVERIFY(eventually([&] { return transport.requests().size() == 5; }));
        transport.release();
        const auto list = resultOf(std::move(task));
        QVERIFY(list->isComplete());
        QCOMPARE(list->rows.size(), 5U);
        QStringList lines = transport.lines();
        QVERIFY2(lines[1].startsWith("GET /organizations/7/packages?"_L1), qPrintable(lines[1])); // the link as given
        QVERIFY(lines[4].contains("per_page=100"_L1) && lines[4].contains("package_type=container"_L1));
        QStringList pages = pagesAsked(transport);
        pages.sort();
        QCOMPARE(pages, (QStringList{u""_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    }

    void linkByLinkWithoutLast()
    {
        FakeTransport transport(PagedServer{4, {}, false});
        const auto outcome = readAll(transport);
        QCOMPARE(outcome.names, (QStringList{u"p1"_s, u"p2"_s, u"p3"_s, u"p4"_s}));
        QVERIFY(outcome.list->isComplete());
        QCOMPARE(pagesAsked(transport), (QStringList{u""_s, u"2"_s, u"3"_s, u"4"_s}));
    }

    void failedPageIsAProblem_data()
    {
        QTest::addColumn<HttpResponse>("answer");
        QTest::addColumn<int>("kind");
        QTest::newRow("server error") << answerWith(502) << int(ErrorKind::Server);
        QTest::newRow("rate limit") << answerWith(429) << int(ErrorKind::RateLimited);
        QTest::newRow("no JSON") << jsonAnswer("<html>") << int(ErrorKind::NotJson);
        QTest::newRow("wrong shape") << jsonAnswer(R"([{"id":1}])") << int(ErrorKind::Malformed);
    }

    void failedPageIsAProblem()
    {
        QFETCH(HttpResponse, answer);
        FakeTransport transport(PagedServer{4, {{3, answer}}});
        const auto outcome = readAll(transport);
        QCOMPARE(outcome.names, (QStringList{u"p1"_s, u"p2"_s, u"p4"_s}));
        QVERIFY(!outcome.list->isComplete());
        QCOMPARE(outcome.list->problems.size(), 1U);
        QTEST(int(outcome.list->problems[0].kind), "kind");
        QVERIFY(outcome.list->problems[0].subject.contains("northquay"_L1));
    }

    void firstPageFailing()
    {
        FakeTransport transport(PagedServer{4, {{1, answerWith(502)}}});
        const auto outcome = readAll(transport);
        QVERIFY(!outcome.list);
        QCOMPARE(outcome.list.error().kind, ErrorKind::Server);
        QCOMPARE(transport.requests().size(), 1);
    }

    void foreignLinkIsRefused_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::newRow("next") << "<https://evil.example/x?page=2>; rel=\"next\""_ba;
        QTest::newRow("last")
            << "<https://api.github.com/x?page=2>; rel=\"next\", <https://evil.example/x?page=9>; rel=\"last\""_ba;
        QTest::newRow("plain http") << "<http://api.github.com/x?page=2>; rel=\"next\""_ba;
        QTest::newRow("other port") << "<https://api.github.com:8443/x?page=2>; rel=\"next\""_ba;
        QTest::newRow("user in the address") << "<https://api.github.com@evil.example/x?page=2>; rel=\"next\""_ba;
    }

    void foreignLinkIsRefused()
    {
        QFETCH(QByteArray, link);
        FakeTransport transport([&](const HttpRequest&) { return onePage("p1", link); });
        const auto outcome = readAll(transport);
        QCOMPARE(transport.requests().size(), 1);
        QCOMPARE(outcome.names, QStringList{u"p1"_s});
        QVERIFY(!outcome.list->isComplete());
        QCOMPARE(outcome.list->problems[0].kind, ErrorKind::ForeignHost);
    }

    void foreignLinkOnALaterPage()
    {
        FakeTransport transport(PagedServer{2, {{2, onePage("p2", "<https://evil.example/?page=3>; rel=\"next\"")}}});
        const auto outcome = readAll(transport);
        QCOMPARE(transport.requests().size(), 2);
        QCOMPARE(outcome.names, (QStringList{u"p1"_s, u"p2"_s}));
        QCOMPARE(outcome.list->problems[0].kind, ErrorKind::ForeignHost);
    }

    void listThatGrowsMeanwhile()
    {
        // Page 1 promised two pages; when the second is read there are four.
        const auto next = [](const char* page) {
            return "<https://api.github.com/organizations/7/packages?per_page=100&page=" + QByteArray(page)
                   + ">; rel=\"next\"";
        };
        FakeTransport transport(
            PagedServer{2, {{2, onePage("p2", next("3"))}, {3, onePage("p3", next("4"))}, {4, onePage("p4", {})}}});
        const auto outcome = readAll(transport);
        QCOMPARE(outcome.names, (QStringList{u"p1"_s, u"p2"_s, u"p3"_s, u"p4"_s}));
        QVERIFY(outcome.list->isComplete());
    }

    void linkToItselfEnds()
    {
        const QByteArray self = "<https://api.github.com/organizations/7/packages?per_page=100&page=2>; rel=\"next\"";
        FakeTransport transport([&](const HttpRequest&) { return onePage("p", self); });
        const auto outcome = readAll(transport);
        QVERIFY(transport.requests().size() <= 3);
        QVERIFY(!outcome.list->isComplete());
    }

    void stoppedWhileReading()
    {
        FakeTransport transport(PagedServer{3, {}});
        transport.setHolds([](const HttpRequest& request) { return QUrlQuery(request.url).hasQueryItem(u"page"_s); });
        const GithubClient client(transport, {}, {});
        std::stop_source stop;
        auto task = client.packages({u"northquay"_s, 7, OwnerKind::Organization}, nullptr, stop.get_token());
        QVERIFY(eventually([&] { return transport.requests().size() == 3; }));
        stop.request_stop();
        const auto list = resultOf(std::move(task));
        QVERIFY(!list || !list->isComplete()); // never taken for a whole list
    }
};

SLIPWAY_TEST_SUITE(TestGithubPaging);

} // namespace

#include "test_githubpaging.moc"
