#include "github/linkheader.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestLinkHeader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char* name, const QByteArray& header, const QStringList& links) {
            QTest::newRow(name) << header << links;
        };
        row("none", "", {});
        row("GitHub",
            "<https://api.github.com/organizations/9919/packages?per_page=100&page=2>; rel=\"next\", "
            "<https://api.github.com/organizations/9919/packages?per_page=100&page=34>; rel=\"last\"",
            {u"last https://api.github.com/organizations/9919/packages?per_page=100&page=34"_s,
             u"next https://api.github.com/organizations/9919/packages?per_page=100&page=2"_s});
        row("registry: relative", R"(</v2/o/p/tags/list?n=100&last=v1.0>; rel="next")",
            {u"next https://api.github.com/v2/o/p/tags/list?n=100&last=v1.0"_s});
        row("commas in the target",
            "<https://api.github.com/x?a=1,2,3>; rel=\"next\", <https://api.github.com/y?b=,>; rel=\"prev\"",
            {u"next https://api.github.com/x?a=1,2,3"_s, u"prev https://api.github.com/y?b=,"_s});
        row("percent-encoding stays",
            "<https://api.github.com/orgs/o/packages/container/kas%2Fkas/versions?page=2>; rel=\"next\"",
            {u"next https://api.github.com/orgs/o/packages/container/kas%2Fkas/versions?page=2"_s});
        row("without quotes", "<https://api.github.com/x>; rel=next", {u"next https://api.github.com/x"_s});
        row("other parameters", "<https://api.github.com/x>; title=\"a; b\"; rel=\"next\"; type=text",
            {u"next https://api.github.com/x"_s});
        row("no relation", "<https://api.github.com/x>", {});
        row("no spaces", "<https://api.github.com/x>;rel=\"next\",<https://api.github.com/y>;rel=\"last\"",
            {u"last https://api.github.com/y"_s, u"next https://api.github.com/x"_s});
        row("not closed", "<https://api.github.com/x; rel=\"next\"", {});
        row("rubbish", R"(>;<,,"rel=next")", {});
        row("another host is told as it is", "<https://evil.example/x>; rel=\"next\"",
            {u"next https://evil.example/x"_s});
    }

    void links()
    {
        QFETCH(QByteArray, header);
        const auto found =
            parseLinkHeader(header, QUrl(u"https://api.github.com/orgs/northquay/packages?per_page=100"_s));
        QStringList links;
        for (auto it = found.cbegin(); it != found.cend(); ++it)
            links.append(QString::fromLatin1(it.key()) + u' ' + it->toString(QUrl::FullyEncoded));
        links.sort();
        QTEST(links, "links");
    }

    void everyPrefixIsHarmless()
    {
        const QByteArray header = "<https://a/?x=1,2>; rel=\"next\", <https://b/>; rel=\"last\"";
        for (qsizetype length = 0; length < header.size(); ++length)
            QVERIFY(parseLinkHeader(header.first(length), QUrl(u"https://a/"_s)).size() <= 2);
    }
};

SLIPWAY_TEST_SUITE(TestLinkHeader);

} // namespace

#include "test_linkheader.moc"
