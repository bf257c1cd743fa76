#include "files/diffrows.h"
#include "support/suite.h"

#include <QStringList>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString lineText(qsizetype line)
{
    return line < 0 ? u"."_s : QString::number(line + 1);
}

/// A word a row: "1=1", "5~5", "6-.", ".+6", "fold 7 (20)"; lines from 1.
QString print(const std::vector<DiffRow>& rows)
{
    QStringList words;
    for (const auto& row : rows) {
        switch (row.kind) {
        case DiffRowKind::Same:
            words.append(lineText(row.left) + u'=' + lineText(row.right));
            break;
        case DiffRowKind::Changed:
            words.append(lineText(row.left) + u'~' + lineText(row.right));
            break;
        case DiffRowKind::Removed:
            words.append(lineText(row.left) + u'-' + lineText(row.right));
            break;
        case DiffRowKind::Added:
            words.append(lineText(row.left) + u'+' + lineText(row.right));
            break;
        case DiffRowKind::Folded:
            words.append(u"fold%1(%2)"_s.arg(lineText(row.left)).arg(row.folded));
            break;
        }
    }
    return words.join(u' ');
}

const std::vector<DiffChange> kOne{{4, 2, 4, 1}};

} // namespace

class TestDiffRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standSideBySide()
    {
        QCOMPARE(print(diffRows(kOne, 8, 7, DiffLayout::SideBySide, std::nullopt)),
                 u"1=1 2=2 3=3 4=4 5~5 6-. 7=6 8=7"_s);
    }

    void standBelowOneAnother()
    {
        QCOMPARE(print(diffRows(kOne, 8, 7, DiffLayout::Inline, std::nullopt)),
                 u"1=1 2=2 3=3 4=4 5-. 6-. .+5 7=6 8=7"_s);
    }

    void foldWhatIsEqual()
    {
        const std::vector<DiffChange> changes{{20, 1, 20, 1}, {40, 0, 40, 1}};
        const DiffFolding folding{2, {}};
        QCOMPARE(print(diffRows(changes, 50, 51, DiffLayout::SideBySide, folding)),
                 u"fold1(18) 19=19 20=20 21~21 22=22 23=23 fold24(15) 39=39 40=40 .+41 41=42 42=43 fold43(8)"_s);
        const DiffFolding opened{2, {23}};
        const auto rows = diffRows(changes, 50, 51, DiffLayout::SideBySide, opened);
        QCOMPARE(std::ranges::count(rows, DiffRowKind::Folded, &DiffRow::kind), 2);
        QVERIFY(print(rows).contains(u"23=23 24=24 25=25"_s));
    }

    void doNotFoldASingleLine()
    {
        const std::vector<DiffChange> changes{{3, 1, 3, 1}, {9, 1, 9, 1}};
        QCOMPARE(print(diffRows(changes, 10, 10, DiffLayout::SideBySide, DiffFolding{2, {}})),
                 u"1=1 2=2 3=3 4~4 5=5 6=6 7=7 8=8 9=9 10~10"_s);
    }

    void ofEqualTextsAreOneFold()
    {
        QCOMPARE(print(diffRows({}, 30, 30, DiffLayout::Inline, DiffFolding())), u"fold1(30)"_s);
        QCOMPARE(print(diffRows({}, 0, 0, DiffLayout::Inline, DiffFolding())), QString());
    }

    void knowTheirChange()
    {
        const auto rows = diffRows({{0, 1, 0, 1}, {2, 0, 2, 1}}, 3, 4, DiffLayout::SideBySide, std::nullopt);
        QList<qsizetype> changes;
        for (const auto& row : rows)
            changes.append(row.change);
        QCOMPARE(changes, (QList<qsizetype>{0, -1, 1, -1}));
    }
};

SLIPWAY_TEST_SUITE(TestDiffRows);
#include "test_diffrows.moc"
