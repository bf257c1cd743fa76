#include "models/codesearch.h"
#include "support/suite.h"

#include <QTest>

#include <random>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// A search that is made in parts.
class CodeSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsFindWhatTheWholeFinds();
    void endsWhereNothingIsLeft();
    void stopsAtTenThousand();
    void marksOnlyWhatIsShown();
};

/// However the parts are cut, also within what is looked for.
void CodeSearchTest::partsFindWhatTheWholeFinds()
{
    std::mt19937 random(9);
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (unsigned i = 0; i < random() % 400; ++i)
            text += QStringLiteral("aabA\nxX").at(static_cast<qsizetype>(random() % 7));
        const CodeContent content(std::make_shared<const TextLines>(text));
        for (const QString& wanted : {u"a"_s, u"aa"_s, u"ab"_s, u"xXx"_s, u"A"_s}) {
            const CodeMatches whole = findInCode(content, wanted);
            CodeSearch search(content, wanted);
            while (!search.isDone())
                search.advance(1 + static_cast<qsizetype>(random() % 9));
            QCOMPARE(search.matches().found, whole.found);
            qsizetype expected = 0;
            for (const auto& line : text.split(u'\n'))
                expected += line.count(wanted, wanted.isLower() ? Qt::CaseInsensitive : Qt::CaseSensitive) > 0 ? 1 : 0;
            QCOMPARE(whole.found.empty(), expected == 0);
        }
    }
}

void CodeSearchTest::endsWhereNothingIsLeft()
{
    QVERIFY(CodeSearch().isDone());
    QVERIFY(CodeSearch(CodeContent(), u"a"_s).isDone());
    const CodeContent content(std::make_shared<const TextLines>(u"abc\n\nabc\n"_s));
    QVERIFY(CodeSearch(content, QString()).isDone());
    CodeSearch search(content, u"c"_s);
    search.advance(2);
    QVERIFY(!search.isDone() && search.matches().found.empty());
    search.advance(2);
    QCOMPARE(search.matches().found.size(), 1U);
    search.advance(100);
    QVERIFY(search.isDone());
    QCOMPARE(search.matches().found.size(), 2U);
    QVERIFY(!search.matches().isCut);
}

void CodeSearchTest::stopsAtTenThousand()
{
    const CodeContent content(std::make_shared<const TextLines>(QString(20'000, u'x')));
    const auto matches = findInCode(content, u"x"_s);
    QCOMPARE(matches.found.size(), kMostMatches);
    QVERIFY(matches.isCut);
}

/// Two lines of megabytes are told apart in what is seen of them.
void CodeSearchTest::marksOnlyWhatIsShown()
{
    const QString line(1'000'000, u'x');
    const auto left = std::make_shared<const TextLines>(u"old "_s + line + u" old"_s);
    const auto right = std::make_shared<const TextLines>(u"new "_s + line + u" new"_s);
    const auto diff = makeTextDiff(left, right);
    const CodeContent content(diff, rowsOf(*diff, DiffLayout::SideBySide, {}), CodeSide::Left);
    QCOMPARE(content.changedWords(0), (std::vector<TextRange>{{0, 3}}));
}

SLIPWAY_TEST_SUITE(CodeSearchTest);

#include "test_codesearch.moc"
