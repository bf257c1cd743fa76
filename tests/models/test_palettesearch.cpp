#include "models/inventoryfrom.h"
#include "models/palettesearch.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QString organisation()
{
    return uR"(
package apc-emotion-cpu repo=affective
  c1   image  days=3 tags=v0.4.1,latest layers=base:1
  c2   image  days=9 tags=v0.4.0 layers=base:1
package apc-emotion-gpu repo=affective
  g1   index  days=1 tags=v0.4.1 children=gc@linux/amd64
  gc   image  days=1 layers=base:1
  sig  signature days=1 tags=sha256-{g1}.sig subject=g1
package vision-detect repo=vision
  d1   image  days=2 tags=Release-2025 layers=base:1
)"_s;
}

PaletteEntry entry(PaletteKind kind, const QString& key, const QString& title, const QString& detail = {})
{
    PaletteEntry made;
    made.kind = kind;
    made.key = key;
    made.title = title;
    made.detail = detail;
    return made;
}

PaletteGround ground()
{
    PaletteGround made;
    made.entries = {
        entry(PaletteKind::Command, u"command/refresh"_s, u"Refresh"_s),
        entry(PaletteKind::Command, u"command/copy"_s, u"Copy full digest"_s),
        entry(PaletteKind::Command, u"command/expand"_s, u"Expand all"_s, u"every version of the inventory"_s),
        entry(PaletteKind::Page, u"page/inventory"_s, u"Inventory"_s),
        entry(PaletteKind::Organisation, u"owner/northquay"_s, u"northquay"_s),
        entry(PaletteKind::Organisation, u"owner/siriusscan"_s, u"siriusscan"_s),
    };
    made.index = makePaletteIndex(inventoryFrom(organisation()));
    return made;
}

QString sectionName(PaletteSectionKind kind)
{
    switch (kind) {
    case PaletteSectionKind::Suggested:
        return u"suggested"_s;
    case PaletteSectionKind::Recent:
        return u"recent"_s;
    case PaletteSectionKind::Commands:
        return u"commands"_s;
    case PaletteSectionKind::Pages:
        return u"pages"_s;
    case PaletteSectionKind::Organisations:
        return u"organisations"_s;
    case PaletteSectionKind::Files:
        return u"files"_s;
    case PaletteSectionKind::Images:
        return u"images"_s;
    case PaletteSectionKind::Versions:
        return u"versions"_s;
    }
    return {};
}

/// "commands: Refresh | images: apc-emotion-cpu, apc-emotion-gpu"
QString found(const PaletteGround& ground, const QString& typed)
{
    QStringList sections;
    for (const auto& section : searchPalette(ground, typed)) {
        QStringList titles;
        for (const auto& hit : section.hits)
            titles.append(hit.entry.title);
        sections.append(sectionName(section.kind) + u": "_s + titles.join(u", "_s));
    }
    return sections.join(u" | "_s);
}

} // namespace

class TestPaletteSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& typed, const QString& expected) {
            QTest::newRow(name) << typed << expected;
        };
        row("nothing typed", {},
            u"commands: Refresh, Copy full digest, Expand all | pages: Inventory | organisations: northquay, siriusscan"_s);
        row("images", u"emo"_s, u"images: apc-emotion, apc-emotion-cpu, apc-emotion-gpu"_s);
        row("initials", u"cfd"_s, u"commands: Copy full digest"_s);
        row("beside the title", u"every"_s, u"commands: Expand all"_s);
        row("commands only", u">e"_s, u"commands: Expand all, Refresh, Copy full digest"_s);
        row("images only", u"@ gpu"_s, u"images: apc-emotion-gpu"_s);
        row("all images", u"@"_s,
            u"images: affective, vision, apc-emotion, vision-detect, apc-emotion-cpu, apc-emotion-gpu, vision-detect"_s);
        row("pages and organisations", u":"_s, u"pages: Inventory | organisations: northquay, siriusscan"_s);
        row("an organisation", u"sirius"_s, u"organisations: siriusscan"_s);
        row("a tag, whole", u"v0.4.1"_s, u"versions: apc-emotion-cpu:v0.4.1, apc-emotion-gpu:v0.4.1"_s);
        row("a tag's part", u"0.4"_s,
            u"versions: apc-emotion-cpu:v0.4.1, apc-emotion-cpu:v0.4.0, apc-emotion-gpu:v0.4.1"_s);
        row("too short for tags", u"0."_s, {});
        row("short, but asked for", u"#0.4.0"_s, u"versions: apc-emotion-cpu:v0.4.0"_s);
        row("case of a tag", u"#release"_s, u"versions: vision-detect:Release-2025"_s);
        row("image and tag", u"gpu v0.4"_s, u"versions: apc-emotion-gpu:v0.4.1"_s);
        row("no referrers' tags", u"#.sig"_s, {});
        row("nobody", u"zzz"_s, {});
    }

    void finds()
    {
        QFETCH(const QString, typed);
        QTEST(found(ground(), typed), "expected");
    }

    void digestsByTheirBeginning()
    {
        const auto all = ground();
        for (const auto& name : {u"c2"_s, u"d1"_s, u"gc"_s}) {
            const QString hex = named(name).hex();
            for (const auto& typed :
                 {u"#"_s + hex.first(7), hex.first(10), u"sha256:"_s + hex, u"#"_s + hex.first(12).toUpper()}) {
                const auto sections = searchPalette(all, typed);
                QVERIFY2(!sections.empty(), qPrintable(typed));
                QCOMPARE(sections[0].kind, PaletteSectionKind::Versions);
                QCOMPARE(sections[0].hits[0].entry.digest, named(name));
            }
        }
        QVERIFY(searchPalette(all, u"#"_s + QString(64, u'0')).empty());
        QVERIFY(searchPalette(all, u"#sha256:"_s + named(u"c2"_s).hex() + u"0"_s).empty());
    }

    void marksTellWhatMatched()
    {
        const auto hit = searchPalette(ground(), u"#0.4.0"_s)[0].hits[0];
        QString marked;
        for (const auto at : hit.titleMarks)
            marked += hit.entry.title[at];
        QCOMPARE(marked, u"0.4.0"_s);
    }

    void whatWasDoneLastStandsFirst()
    {
        auto all = ground();
        all.recent = {u"command/expand"_s, u"command/gone"_s, u"owner/siriusscan"_s};
        QVERIFY(found(all, {}).startsWith(u"recent: Expand all, siriusscan | commands: Refresh"_s));
        // Of equals the one that was used.
        PaletteGround twins;
        twins.entries = {entry(PaletteKind::Command, u"a"_s, u"Copy"_s),
                         entry(PaletteKind::Command, u"b"_s, u"Copy"_s)};
        twins.recent = {u"b"_s};
        QCOMPARE(searchPalette(twins, u"co"_s)[0].hits[0].entry.key, u"b"_s);
    }

    /// What is suggested is neither among the last nor among the others.
    void eachStandsOnce()
    {
        auto all = ground();
        all.suggested = {entry(PaletteKind::Command, u"command/copy"_s, u"Copy full digest"_s, u"sha256:51"_s)};
        all.recent = {u"command/copy"_s, u"command/expand"_s};
        QCOMPARE(
            found(all, {}),
            u"suggested: Copy full digest | recent: Expand all | commands: Refresh | pages: Inventory | organisations: northquay, siriusscan"_s);
        QCOMPARE(searchPalette(all, {})[0].hits[0].entry.detail, u"sha256:51"_s);
        all.recent = {u"command/copy"_s};
        QVERIFY(found(all, {}).startsWith(u"suggested: Copy full digest | commands: Refresh, Expand all |"_s));
        QCOMPARE(found(all, u"full"_s), u"commands: Copy full digest"_s); // suggested before anything is typed
    }

    void withoutAnInventoryCommandsAreFound()
    {
        auto all = ground();
        all.index = nullptr;
        QCOMPARE(found(all, u"refr"_s), u"commands: Refresh"_s);
        QCOMPARE(found(all, u"#v0.4.1"_s), QString());
    }

    void rowsAreLimited()
    {
        QString many;
        for (int i = 0; i < 100; ++i)
            many += u"package tool-%1 repo=hub\n  t%1 image days=1 tags=v1.%1 layers=base:1\n"_s.arg(i);
        PaletteGround all;
        all.index = makePaletteIndex(inventoryFrom(many));
        const auto sizeOf = [&all](const QString& typed) { return searchPalette(all, typed)[0].hits.size(); };
        QCOMPARE(sizeOf(u"tool"_s), kPaletteRows);
        QCOMPARE(sizeOf(u"@tool"_s), kPaletteRowsAlone);
        QCOMPARE(sizeOf(u"#v1"_s), kPaletteRowsAlone);
        QCOMPARE(searchPalette(all, u"#v1.7"_s)[0].hits[0].entry.title, u"tool-7:v1.7"_s);
    }
};

SLIPWAY_TEST_SUITE(TestPaletteSearch);

} // namespace slipway::test

#include "test_palettesearch.moc"
