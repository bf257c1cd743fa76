#include "models/codesearch.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

TextLinesPtr lines(const QString& text)
{
    return std::make_shared<const TextLines>(text);
}

CodeContent sideOf(const QString& left, const QString& right, CodeSide side,
                   const std::optional<DiffFolding>& folding = std::nullopt)
{
    const auto diff = makeTextDiff(lines(left), lines(right));
    const auto layout = side == CodeSide::Inline ? DiffLayout::Inline : DiffLayout::SideBySide;
    return CodeContent(diff, rowsOf(*diff, layout, folding), side);
}

/// "1 1 a|2 . -b|. 2 +c": numbers of both texts, a sign, the text with changed words in brackets.
QString print(const CodeContent& content)
{
    const auto number = [](qsizetype n) { return n == 0 ? u"."_s : QString::number(n); };
    QStringList rows;
    for (qsizetype row = 0; row < content.rowCount(); ++row) {
        const CodeTone tone = content.tone(row);
        if (tone == CodeTone::Folded) {
            rows.append(u"fold %1"_s.arg(content.foldedLines(row)));
            continue;
        }
        QString text = content.text(row).toString();
        const auto words = content.changedWords(row);
        for (auto word = words.rbegin(); word != words.rend(); ++word)
            text.insert(word->start + word->length, u']').insert(word->start, u'[');
        const QString sign = tone == CodeTone::Gone      ? u"-"_s
                             : tone == CodeTone::Come    ? u"+"_s
                             : tone == CodeTone::Nothing ? u"~"_s
                                                         : QString();
        rows.append(number(content.leftNumber(row)) + u' ' + number(content.rightNumber(row)) + u' ' + sign + text);
    }
    return rows.join(u'|');
}

} // namespace

class TestCodeContent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsASource()
    {
        const CodeContent content(lines(u"a\nbb\n"_s));
        QCOMPARE(print(content), u"1 1 a|2 2 bb"_s);
        QCOMPARE(content.longest(), 2);
        QCOMPARE(content.rowOfLine(2), 1);
        QCOMPARE(content.rowOfLine(3), -1);
        QCOMPARE(CodeContent().rowCount(), 0);
    }

    void showsSidesOfADiff_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<QString>("expected");
        QTest::newRow("left") << static_cast<int>(CodeSide::Left) << u"1 1 a|2 2 -cuda: [1]|3 . -gone|4 3 z"_s;
        QTest::newRow("right") << static_cast<int>(CodeSide::Right) << u"1 1 a|2 2 +cuda: [2]|3 . ~|4 3 z"_s;
        QTest::newRow("inline") << static_cast<int>(CodeSide::Inline)
                                << u"1 1 a|2 . -cuda: [1]|3 . -gone|. 2 +cuda: [2]|4 3 z"_s;
    }
    void showsSidesOfADiff()
    {
        QFETCH(int, side);
        QFETCH(QString, expected);
        QCOMPARE(print(sideOf(u"a\ncuda: 1\ngone\nz\n"_s, u"a\ncuda: 2\nz\n"_s, static_cast<CodeSide>(side))),
                 expected);
    }

    void foldsWhatIsEqual()
    {
        const QString head = u"same\n"_s.repeated(10);
        const auto content = sideOf(head + u"x\n"_s, head + u"y\n"_s, CodeSide::Left, DiffFolding());
        QCOMPARE(print(content), u"fold 7|8 8 same|9 9 same|10 10 same|11 11 -x"_s);
        // A line that is folded is found at its fold.
        QCOMPARE(content.rowOfLine(5), 0);
        QCOMPARE(content.rowOfLine(11), 4);
    }

    void copiesWhatIsThere()
    {
        const CodeContent source(lines(u"first\nsecond\nthird\n"_s));
        QCOMPARE(source.textBetween({0, 2}, {2, 2}), u"rst\nsecond\nth"_s);
        QCOMPARE(source.textBetween({2, 2}, {0, 2}), u"rst\nsecond\nth"_s);
        QCOMPARE(source.textBetween({1, 3}, {1, 3}), QString());
        const auto right = sideOf(u"a\ngone\nz\n"_s, u"a\nz\n"_s, CodeSide::Right);
        QCOMPARE(right.textBetween({0, 0}, {2, 1}), u"a\nz"_s);
    }

    void findsText_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("any case") << u"image"_s << u"0:2 1:0 1:6"_s;
        QTest::newRow("a capital counts") << u"Image"_s << u"1:0"_s;
        QTest::newRow("not there") << u"digest"_s << QString();
        QTest::newRow("no expression") << u"."_s << u"2:1"_s;
        QTest::newRow("not over itself") << u"aa"_s << u"2:2"_s;
    }
    void findsText()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, expected);
        const auto matches = findInCode(CodeContent(lines(u"  IMAGE\nImage image\nx.aaa\n"_s)), wanted);
        QStringList places;
        for (const auto& match : matches.found)
            places.append(u"%1:%2"_s.arg(match.row).arg(match.range.start));
        QCOMPARE(places.join(u' '), expected);
        QVERIFY(!matches.isCut);
    }

    void stopsCountingAtSomePoint()
    {
        const auto matches = findInCode(CodeContent(lines(u"aaaaaaaaaa\n"_s.repeated(2000))), u"a"_s);
        QCOMPARE(matches.found.size(), kMostMatches);
        QVERIFY(matches.isCut);
    }
};

SLIPWAY_TEST_SUITE(TestCodeContent);
#include "test_codecontent.moc"
