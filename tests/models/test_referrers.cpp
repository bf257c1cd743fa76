#include "models/inventoryfrom.h"
#include "models/referrersmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestReferrers final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void graphIsWalkedFromTheIndexOut_data();
    void graphIsWalkedFromTheIndexOut();
    void isATable();
};

namespace
{

std::vector<ReferrerNode> nodesOf(const QString& text, const QString& name)
{
    const auto inventory = inventoryFrom(text);
    for (RowIndex row = 0; row < inventory->snapshot->versions.size(); ++row)
        if (inventory->snapshot->digestOf(row) == named(name))
            return referrerNodes(*inventory, row);
    return {};
}

/// A node a line, in its column, with its row in the drawing.
QStringList printed(const std::vector<ReferrerNode>& nodes)
{
    QStringList lines;
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        const auto& node = nodes[static_cast<size_t>(i)];
        lines.append(QString(node.column * 2, u' ') + referrerSentence(nodes, i) + u" @"_s + QString::number(node.row));
    }
    return lines;
}

} // namespace

void TestReferrers::graphIsWalkedFromTheIndexOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("hasAny");
    QTest::newRow("nothing") << u"package a\n  top image tags=v1 layers=l:1\n"_s << QStringList{u"Image v1 @0"_s}
                             << false;
    QTest::newRow("platforms are no referrers")
        << u"package a\n  top index tags=v1 children=x@linux/amd64,y@linux/arm64\n  x image layers=l:1\n"
           "  y image layers=m:1\n"_s
        << QStringList{u"Index v1 @0"_s, u"  linux/amd64, listed by v1 @0"_s, u"  linux/arm64, listed by v1 @1"_s}
        << false;
    QTest::newRow("attestation of a platform, signatures by tag and by subject")
        << u"package a\n  top index tags=v1 children=x@linux/amd64,y@linux/arm64,att@unknown/unknown>x\n"
           "  x image layers=l:1\n  y image layers=m:1\n  att attestation provenance\n"
           "  s1 signature tags=sha256-{att}.sig\n  s2 signature subject=top\n"_s
        << QStringList{u"Index v1 @0"_s,
                       u"  linux/amd64, listed by v1 @0"_s,
                       u"    Attestation of linux/amd64 @0"_s,
                       u"      Signature of Attestation @0"_s,
                       u"  linux/arm64, listed by v1 @1"_s,
                       u"  Signature of v1 @2"_s}
        << true;
    QTest::newRow("what an index lists and is not there")
        << u"package a\n  top index tags=v1 children=x@linux/amd64\n  x missing\n"_s
        << QStringList{u"Index v1 @0"_s, u"  linux/amd64, listed by v1, missing in the registry @0"_s} << false;
}

void TestReferrers::graphIsWalkedFromTheIndexOut()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    QFETCH(const bool, hasAny);
    const auto nodes = nodesOf(text, u"top"_s);
    QCOMPARE(printed(nodes), lines);
    QCOMPARE(hasReferrers(nodes), hasAny);
}

void TestReferrers::isATable()
{
    ReferrersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNodes(nodesOf(u"package a\n  top image tags=v1 layers=l:1\n  s signature subject=top\n"_s, u"top"_s));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, 0).data().toString(), u"Signature of v1"_s);
    QCOMPARE(model.index(1, 1).data(Qt::ToolTipRole).toString(), named(u"s"_s).toString());
    model.setNodes({});
    QCOMPARE(model.rowCount(), 0);
}

SLIPWAY_TEST_SUITE(TestReferrers);

} // namespace slipway::test

#include "test_referrers.moc"
