#include "models/lockdiff.h"
#include "support/suite.h"

#include <QTest>

#include <random>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray textOf(const QString& words)
{
    return words.isEmpty() ? QByteArray() : QString(words).replace(u' ', u'\n').toUtf8() + '\n';
}

QString told(const LockDiff& diff)
{
    static const QString kMarks = u" -+…"_s;
    QStringList lines;
    for (const auto& line : diff.lines)
        lines.append((kMarks[static_cast<int>(line.kind)] + line.text).trimmed());
    return lines.join(u' ');
}

/// The text a diff with all its context leads to, and the one it comes from.
QByteArray side(const LockDiff& diff, LockDiffKind left)
{
    QByteArray text;
    for (const auto& line : diff.lines)
        if (line.kind == LockDiffKind::Context || line.kind == left)
            text += line.text.toUtf8() + '\n';
    return text;
}

} // namespace

class LockDiffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAreTold_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* before, const char* after, const QString& expected) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after) << expected;
        };
        row("nothing", "", "", u""_s);
        row("the same", "a b c", "a b c", u""_s);
        row("a new file", "", "a b", u"+a +b"_s);
        row("one line", "a b c", "a x c", u"a -b +x c"_s);
        row("far apart", "x 1 2 3 4 5 6 7 8 9 y", "X 1 2 3 4 5 6 7 8 9 Y", u"-x +X 1 2 3 … 7 8 9 -y +Y"_s);
        row("far from the beginning", "1 2 3 4 5 x", "1 2 3 4 5", u"… 3 4 5 -x"_s);
        row("braces do not mislead", "{ a } { b }", "{ a } { n } { b }", u"… a } { +n +} +{ b }"_s);
        row("all of it", "a b", "c d", u"-a -b +c +d"_s);
    }
    void changesAreTold()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(told(lockDiff(textOf(before), textOf(after))), "expected");
    }

    /// Whatever is compared, what is told leads from one text to the other.
    void anyTwoTexts()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const auto text = [&random] {
                QByteArray made;
                // So few lines that no context is left out.
                for (auto line = random() % 7; line > 0; --line)
                    made += QByteArray::number(static_cast<qulonglong>(random() % 4)) + '\n';
                return made;
            };
            const QByteArray before = text();
            const QByteArray after = text();
            const LockDiff diff = lockDiff(before, after);
            const bool isSame = before == after;
            QCOMPARE(diff.lines.empty(), isSame);
            if (isSame
                || std::ranges::any_of(diff.lines, [](const auto& line) { return line.kind == LockDiffKind::Gap; }))
                continue;
            // Context at the far end is left out: each side is a beginning of its text.
            QVERIFY(before.startsWith(side(diff, LockDiffKind::Removed)));
            QVERIFY(after.startsWith(side(diff, LockDiffKind::Added)));
        }
    }

    void linesAreCounted()
    {
        const auto diff = lockDiff("a\nb\nc\n", "a\nx\ny\nc\n");
        QCOMPARE(diff.removed, 1);
        QCOMPARE(diff.added, 2);
        QCOMPARE(diff.lines[1], (LockDiffLine{LockDiffKind::Removed, 2, 0, u"b"_s}));
        QCOMPARE(diff.lines[3], (LockDiffLine{LockDiffKind::Added, 0, 3, u"y"_s}));
    }

    void tooManyChangesAreCut()
    {
        QByteArray many;
        for (int i = 0; i < kMostDiffLines + 5; ++i)
            many += QByteArray::number(i) + '\n';
        const auto diff = lockDiff({}, many);
        QVERIFY(diff.isCut);
        QCOMPARE(diff.lines.size(), static_cast<size_t>(kMostDiffLines));
        QCOMPARE(diff.added, kMostDiffLines + 5);
    }
};

SLIPWAY_TEST_SUITE(LockDiffTest);

#include "test_lockdiff.moc"
