#include "files/difftext.h"
#include "files/linediff.h"
#include "files/textfile.h"
#include "files/worddiff.h"
#include "support/suite.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// "2+1 4-1 6~2,3": at which line of the left so many come, go, or take the place of others; lines from 1.
QString print(const std::vector<DiffChange>& changes)
{
    QStringList words;
    for (const auto& change : changes) {
        const QString at = QString::number(change.left + 1);
        if (change.leftCount == 0)
            words.append(at + u'+' + QString::number(change.rightCount));
        else if (change.rightCount == 0)
            words.append(at + u'-' + QString::number(change.leftCount));
        else
            words.append(u"%1~%2,%3"_s.arg(at).arg(change.leftCount).arg(change.rightCount));
    }
    return words.join(u' ');
}

/// "apc-[gpu]": the characters that differ in brackets.
QString print(QStringView line, const std::vector<TextRange>& ranges)
{
    QString text = line.toString();
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        text.insert(range->start + range->length, u']');
        text.insert(range->start, u'[');
    }
    return text;
}

SequenceDiff diffOf(const QString& left, const QString& right, std::int64_t budget = kDiffBudget)
{
    return diffLines(linesOf(left), linesOf(right), budget);
}

/// The length of a longest common subsequence, by the table everybody knows.
int plainCommon(const std::vector<int>& left, const std::vector<int>& right)
{
    std::vector<std::vector<int>> table(left.size() + 1, std::vector<int>(right.size() + 1));
    for (std::size_t i = 1; i <= left.size(); ++i)
        for (std::size_t j = 1; j <= right.size(); ++j)
            table[i][j] =
                left[i - 1] == right[j - 1] ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
    return table.back().back();
}

/// The right side, made of the left one by the changes; what is kept must be the same on both.
std::vector<int> applied(const std::vector<int>& left, const std::vector<int>& right,
                         const std::vector<DiffChange>& changes)
{
    std::vector<int> made;
    qsizetype at = 0;
    for (const auto& change : changes) {
        made.insert(made.end(), left.begin() + at, left.begin() + change.left);
        made.insert(made.end(), right.begin() + change.right, right.begin() + change.right + change.rightCount);
        at = change.left + change.leftCount;
    }
    made.insert(made.end(), left.begin() + at, left.end());
    return made;
}

qsizetype changedCount(const std::vector<DiffChange>& changes)
{
    qsizetype count = 0;
    for (const auto& change : changes)
        count += change.leftCount + change.rightCount;
    return count;
}

std::vector<int> randomSequence(QRandomGenerator& random, int longest, int alphabet)
{
    std::vector<int> sequence(random.bounded(static_cast<quint32>(longest + 1)));
    for (int& element : sequence)
        element = random.bounded(alphabet);
    return sequence;
}

} // namespace

class TestLineDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatDiffers_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the same") << u"a\nb\n"_s << u"a\nb\n"_s << QString();
        QTest::newRow("both empty") << QString() << QString() << QString();
        QTest::newRow("all new") << QString() << u"a\nb\n"_s << u"1+2"_s;
        QTest::newRow("all gone") << u"a\nb\n"_s << QString() << u"1-2"_s;
        QTest::newRow("one line changed") << u"a\nb\nc\n"_s << u"a\nB\nc\n"_s << u"2~1,1"_s;
        QTest::newRow("one line came") << u"a\nc\n"_s << u"a\nb\nc\n"_s << u"2+1"_s;
        QTest::newRow("one line went") << u"a\nb\nc\n"_s << u"a\nc\n"_s << u"2-1"_s;
        QTest::newRow("at both ends") << u"x\na\nb\n"_s << u"a\nb\ny\n"_s << u"1-1 4+1"_s;
        QTest::newRow("nothing in common") << u"a\nb\n"_s << u"c\nd\ne\n"_s << u"1~2,3"_s;
        QTest::newRow("line moved") << u"a\nb\nc\nd\n"_s << u"b\nc\nd\na\n"_s << u"1-1 5+1"_s;
        QTest::newRow("no line feed at the end") << u"a\nb"_s << u"a\nb\n"_s << QString();
    }
    void findsWhatDiffers()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, expected);
        const auto diff = diffOf(left, right);
        QCOMPARE(print(diff.changes), expected);
        QVERIFY(!diff.isCoarse);
    }

    /// Against the table of longest common subsequences: always right, and never one line longer than need be.
    void isShortest()
    {
        QRandomGenerator random(20251121);
        for (int round = 0; round < 3000; ++round) {
            const int alphabet = 1 + random.bounded(6);
            const auto left = randomSequence(random, 24, alphabet);
            const auto right = randomSequence(random, 24, alphabet);
            const auto diff = diffSequences(left, right);
            QCOMPARE(applied(left, right, diff.changes), right);
            QCOMPARE(changedCount(diff.changes), std::ssize(left) + std::ssize(right) - 2 * plainCommon(left, right));
            QVERIFY(!diff.isCoarse);
        }
    }

    /// With next to nothing to spend it is still a way from one to the other, and says that it is not the shortest.
    void isRightWhenItGivesUp()
    {
        QRandomGenerator random(7);
        int coarse = 0;
        for (int round = 0; round < 300; ++round) {
            const auto left = randomSequence(random, 60, 4);
            const auto right = randomSequence(random, 60, 4);
            const auto diff = diffSequences(left, right, 20);
            QCOMPARE(applied(left, right, diff.changes), right);
            coarse += diff.isCoarse ? 1 : 0;
        }
        QVERIFY(coarse > 0);
    }

    /// What costs Myers' algorithm the most, twice a hundred thousand lines in another order, ends all the same.
    void endsForHugeTexts()
    {
        QRandomGenerator random(3);
        std::vector<int> left(100'000);
        std::ranges::generate(left, [&random] { return random.bounded(500); });
        std::vector<int> right = left;
        std::ranges::shuffle(right, random);
        const auto diff = diffSequences(left, right);
        QVERIFY(diff.isCoarse);
        QCOMPARE(applied(left, right, diff.changes), right);
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a digest") << u"  \"digest\": \"sha256:3d07ae\","_s << u"  \"digest\": \"sha256:51b7d2\","_s
                                  << u"  \"digest\": \"sha256:[3d07ae]\",|  \"digest\": \"sha256:[51b7d2]\","_s;
        QTest::newRow("a word more") << u"runs-on: linux"_s << u"runs-on: linux gpu"_s
                                     << u"runs-on: linux|runs-on: linux[ gpu]"_s;
        QTest::newRow("a version") << u"cuda: 12.1.1"_s << u"cuda: 12.2.0"_s << u"cuda: 12.[1].[1]|cuda: 12.[2].[0]"_s;
        QTest::newRow("the same") << u"a b"_s << u"a b"_s << u"a b|a b"_s;
        QTest::newRow("nothing in common") << u"alpha"_s << u"beta gamma"_s << u"alpha|beta gamma"_s;
        QTest::newRow("from nothing") << QString() << u"beta"_s << u"|beta"_s;
        QTest::newRow("indent") << u"  key: value"_s << u"    key: value"_s << u"  key: value|  [  ]key: value"_s;
    }
    void findsWords()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, expected);
        const WordDiff words = diffWords(left, right);
        QCOMPARE(print(left, words.left) + u'|' + print(right, words.right), expected);
    }

    void ofVeryLongLinesTheEndsAreFound()
    {
        const QString same = u"a b c d "_s.repeated(5000);
        const QString left = same + u"old"_s + same;
        const QString right = same + u"new"_s + same;
        const WordDiff words = diffWords(left, right);
        QCOMPARE(words.left, (std::vector<TextRange>{{same.size(), 4}}));
        QCOMPARE(words.right, (std::vector<TextRange>{{same.size(), 4}}));
    }

    void writesUnifiedDiffs()
    {
        const QString left = u"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n"_s;
        const QString right = u"1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n"_s;
        const auto leftLines = linesOf(left);
        const auto rightLines = linesOf(right);
        const auto changes = diffLines(leftLines, rightLines).changes;
        QCOMPARE(
            unifiedDiff(leftLines, rightLines, changes, {u"a"_s, u"b"_s}),
            u"--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -10,3 +10,4 @@\n 10\n 11\n 12\n+13\n"_s);
        QCOMPARE(unifiedDiff(leftLines, leftLines, {}, {u"a"_s, u"b"_s}), QString());
        const std::vector<QStringView> none;
        QCOMPARE(unifiedDiff(none, linesOf(u"x\n"_s), diffLines(none, linesOf(u"x\n"_s)).changes, {u"a"_s, u"b"_s}),
                 u"--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n"_s);
    }
};

SLIPWAY_TEST_SUITE(TestLineDiff);
#include "test_linediff.moc"
