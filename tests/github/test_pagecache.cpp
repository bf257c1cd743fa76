#include "github/githubclient.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QHash>
#include <QTest>
#include <QUrlQuery>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const Owner kOwner{u"northquay"_s, 7, OwnerKind::Organization};

class KeptPages final : public PageCache
{
public:
    std::optional<KnownPage> find(const QUrl& url) override
    {
        const auto found = pages.constFind(url);
        return found == pages.cend() ? std::nullopt : std::optional(*found);
    }
    void keep(const QUrl& url, const KnownPage& page) override
    {
        ++written;
        pages.insert(url, page);
    }

    QHash<QUrl, KnownPage> pages;
    int written = 0;
};

QByteArray row(const QByteArray& name)
{
    return R"({"id":1,"name":")" + name
           + R"(","visibility":"private","version_count":1,"created_at":"2025-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z"})";
}

/// Two pages, each with its ETag: answers 304 to whoever has it.
class TaggedServer final
{
public:
    HttpResponse operator()(const HttpRequest& request)
    {
        const int page = request.url.query().contains("page=2"_L1) ? 2 : 1;
        const QByteArray etag = etags[page];
        QList<HttpHeader> headers{{"ETag"_ba, etag}};
        if (page == 1)
            headers.append({"Link"_ba, R"(<https://api.github.com/organizations/7/packages?page=2>; rel="next", )"
                                       R"(<https://api.github.com/organizations/7/packages?page=2>; rel="last")"});
        if (FakeTransport::header(request, "If-None-Match") == etag)
            return answerWith(304, {}, {});
        return jsonAnswer('[' + row("p" + QByteArray::number(page) + etag) + ']', headers);
    }

    QHash<int, QByteArray> etags{{1, "a"}, {2, "b"}};
};

class TestPageCache final : public QObject
{
    Q_OBJECT

private:
    static QString read(FakeTransport& transport, KeptPages& pages)
    {
        const GithubClient client(transport, {}, {});
        const auto list = resultOf(client.packages(kOwner, &pages, {}));
        if (!list || !list->isComplete())
            return u"failed"_s;
        QStringList names;
        for (const auto& package : list->rows)
            names.append(package.name.value);
        return names.join(u' ') + (list->isUnchanged() ? u" unchanged"_s : QString());
    }

private Q_SLOTS:
    void asksConditionally()
    {
        TaggedServer server;
        FakeTransport transport([&](const HttpRequest& request) { return server(request); });
        KeptPages pages;
        QCOMPARE(read(transport, pages), u"p1a p2b"_s);
        QCOMPARE(read(transport, pages), u"p1a p2b unchanged"_s);
        QCOMPARE(transport.requests().size(), 4);
        server.etags[2] = "c";
        QCOMPARE(read(transport, pages), u"p1a p2c"_s);
        QCOMPARE(read(transport, pages), u"p1a p2c unchanged"_s);
    }

    void aDamagedPageIsReadAgain()
    {
        TaggedServer server;
        FakeTransport transport([&](const HttpRequest& request) { return server(request); });
        KeptPages pages;
        QCOMPARE(read(transport, pages), u"p1a p2b"_s);
        for (auto& page : pages.pages)
            page.body = "[{";
        QCOMPARE(read(transport, pages), u"p1a p2b"_s);
        QCOMPARE(read(transport, pages), u"p1a p2b unchanged"_s);
    }

    /// What comes behind a full last page leaves its rows, and so its ETag, as they were.
    void aFullLastPageIsReadAgain()
    {
        bool hasGrown = false;
        QByteArrayList rows;
        for (int i = 0; i < 100; ++i)
            rows.append(row("p" + QByteArray::number(i)));
        FakeTransport transport([&](const HttpRequest& request) {
            const bool isSecond = QUrlQuery(request.url).queryItemValue(u"page"_s) == "2"_L1;
            if (FakeTransport::header(request, "If-None-Match") == (isSecond ? "b" : "a"))
                return answerWith(304, {}, {});
            if (isSecond)
                return jsonAnswer('[' + row("behind") + ']', {{"ETag"_ba, "b"_ba}});
            QList<HttpHeader> headers{{"ETag"_ba, "a"_ba}};
            if (hasGrown)
                headers.append({"Link"_ba, R"(<https://api.github.com/organizations/7/packages?per_page=100&page=2>; )"
                                           R"(rel="next")"_ba});
            return jsonAnswer('[' + rows.join(',') + ']', headers);
        });
        KeptPages pages;
        QCOMPARE(read(transport, pages).count(u' '), 99);
        const int written = pages.written;
        QVERIFY(read(transport, pages).endsWith(" unchanged"_L1));
        // What is kept already is not written again.
        QCOMPARE(pages.written, written);
        hasGrown = true;
        QVERIFY(read(transport, pages).endsWith(" behind"_L1));
        // Of a page with another behind it the ETag tells all.
        QVERIFY(read(transport, pages).endsWith(" behind unchanged"_L1));
        QCOMPARE(transport.requests().size(), 1 + 1 + 2 + 2);
    }

    void pagesThatCannotBeReadAreNotKept()
    {
        FakeTransport transport(
            [](const HttpRequest&) { return jsonAnswer(R"([{"id":"x"}])", {{"ETag"_ba, "a"_ba}}); });
        KeptPages pages;
        QCOMPARE(read(transport, pages), u"failed"_s);
        QVERIFY(pages.pages.isEmpty());
    }

    void withoutAnEtagNothingIsKept()
    {
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer('[' + row("p") + ']'); });
        KeptPages pages;
        QCOMPARE(read(transport, pages), u"p"_s);
        QVERIFY(pages.pages.isEmpty());
        QCOMPARE(read(transport, pages), u"p"_s);
    }
};

SLIPWAY_TEST_SUITE(TestPageCache);

} // namespace

#include "test_pagecache.moc"
