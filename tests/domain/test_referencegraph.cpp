#include "domain/referencegraph.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// "name: children | parents | referrers | subject | missing" of every version that has any of them.
QStringList printGraph(const Fixture& fixture)
{
    const auto snapshot = fixture.build();
    const ReferenceGraph graph(*snapshot);
    const auto nameOfRow = [&](RowIndex row) { return fixture.nameOf(snapshot->digestOf(row)); };
    const auto names = [&](std::span<const RowIndex> rows) {
        QStringList list;
        for (const RowIndex row : rows)
            list.append(nameOfRow(row));
        return list.join(u' ');
    };
    QStringList lines;
    for (RowIndex row = 0; row < snapshot->versions.size(); ++row) {
        QStringList missing;
        for (const Digest& digest : graph.missing(row))
            missing.append(fixture.nameOf(digest));
        QString subject = graph.subject(row) ? fixture.nameOf(*graph.subject(row)) : QString();
        if (graph.subject(row) && graph.subjectVersion(row) == kNoRow)
            subject += u"(gone)"_s;
        const QStringList parts{names(graph.children(row)), names(graph.parents(row)), names(graph.referrers(row)),
                                subject, missing.join(u' ')};
        if (parts.join(QString()).isEmpty())
            continue;
        lines.append(nameOfRow(row) + u": "_s + parts.join(u" | "_s));
    }
    return lines;
}

class TestReferenceGraph final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printed_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QStringList>("graph");
        const auto row = [](const char* name, const QString& fixture, const QStringList& graph) {
            QTest::newRow(name) << fixture << graph;
        };
        row("nested indexes", uR"(package p
            outer index children=inner,b
            inner index children=a
            a image
            b image)"_s,
            {u"outer: inner b |  |  |  | "_s, u"inner: a | outer |  |  | "_s, u"a:  | inner |  |  | "_s,
             u"b:  | outer |  |  | "_s});
        row("shared children", uR"(package p
            one index children=a,b
            two index children=b,a
            a image
            b image)"_s,
            {u"one: a b |  |  |  | "_s, u"two: b a |  |  |  | "_s, u"a:  | one two |  |  | "_s,
             u"b:  | one two |  |  | "_s});
        row("cosign tags", uR"(package p
            sig signature tags=sha256-{a}.sig
            att attestation tags=sha256-{sig}.att
            own image tags=sha256-{a}-debug
            a image)"_s,
            {u"sig:  |  | att | a | "_s, u"att:  |  |  | sig | "_s, u"a:  |  | sig |  | "_s});
        row("subject field before the tag", uR"(package p
            bundle signature subject=a tags=sha256-{b}.sig
            a image
            b image)"_s,
            {u"bundle:  |  |  | a | "_s, u"a:  |  | bundle |  | "_s});
        row("fallback index contains and refers", uR"(package p
            fall index tags=sha256-{a} children=bundle
            bundle signature subject=a
            a image)"_s,
            {u"fall: bundle |  |  | a | "_s, u"bundle:  | fall |  | a | "_s, u"a:  |  | fall bundle |  | "_s});
        row("subject gone", uR"(package p
            sig signature tags=sha256-{a}.sig)"_s,
            {u"sig:  |  |  | a(gone) | "_s});
        row("references stay inside a package", uR"(package p
            top index children=a
            sig signature subject=a
            package q
            a image)"_s,
            {u"top:  |  |  |  | a"_s, u"sig:  |  |  | a(gone) | "_s});
        row("missing child", uR"(package p
            top index children=a,gone,bad,unknown
            a image
            gone missing unlisted
            bad invalid unlisted)"_s,
            {u"top: a |  |  |  | gone bad unknown"_s, u"a:  | top |  |  | "_s});
        row("missing below", uR"(package p
            outer index children=inner
            inner index children=gone
            gone missing unlisted)"_s,
            {u"outer: inner |  |  |  | gone"_s, u"inner:  | outer |  |  | gone"_s});
        row("missing itself", uR"(package p
            gone missing tags=v1)"_s,
            {u"gone:  |  |  |  | gone"_s});
        row("could not be read is not missing", uR"(package p
            top index children=hidden
            hidden unreadable
            shy unreadable
            late never)"_s,
            {u"top: hidden |  |  |  | "_s, u"hidden:  | top |  |  | "_s});
        row("a child the package does not list is gone, though known by digest", uR"(package p
            top index children=a
            a image unlisted)"_s,
            {u"top:  |  |  |  | a"_s});
        row("index that names itself by tag", uR"(package p
            self index tags=sha256-{self})"_s,
            {u"self:  |  |  | self(gone) | "_s});
    }

    void printed()
    {
        QFETCH(QString, fixture);
        QFETCH(QStringList, graph);
        QCOMPARE(printGraph(Fixture::parse(fixture)), graph);
    }

    void missingOnceEach()
    {
        const auto fixture = Fixture::parse(uR"(package p
            top index children=one,two,gone
            one index children=gone
            two index children=gone
            gone missing unlisted)"_s);
        const auto snapshot = fixture.build();
        QCOMPARE(ReferenceGraph(*snapshot).missing(fixture.row(*snapshot, u"top"_s)), std::vector{named(u"gone"_s)});
    }
};

SLIPWAY_TEST_SUITE(TestReferenceGraph);

} // namespace

#include "test_referencegraph.moc"
