#include "inventory/filter.h"
#include "inventory/filterwords.h"
#include "models/facetcount.h"
#include "models/facets.h"
#include "models/inventoryfrom.h"
#include "models/inventorymodel.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kOwner = uR"(
package voice-gpu repo=audio
  v2   image  days=1 tags=latest layers=base:1000,voice:200 sbom
  sig  signature days=1 subject=v2
package voice-cpu repo=audio
  c1   image  days=3 tags=v0.9.0 layers=base:1000
package eye-cpu repo=vision
  e1   index  days=3 tags=v0.9.0 children=ea@linux/amd64
  ea   image  days=3 layers=eye:1
package lonely
  l1   image  days=2 layers=own:10
)"_s;

} // namespace

/// What images differ in, and the terms that are written for it.
class TestFacets final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countImages();
    void everyTermFindsItsImages();
    void countsSayWhatChoosingShows_data();
    void countsSayWhatChoosingShows();
    void ownChoiceIsLeftOut();
    void longListsKeepTheChosen();
    void newestIsCounted();
    void whatAllAgreeInIsLeftOut();
    void termsAreReplaced_data();
    void termsAreReplaced();
    void valuesAreQuoted();
};

void TestFacets::countImages()
{
    QStringList lines;
    for (const auto& facet : facetsOf(*inventoryFrom(kOwner))) {
        QStringList values;
        for (const auto& value : facet.values)
            values.append(u"%1=%2 %3"_s.arg(value.text, value.term).arg(value.images));
        lines.append(facet.name + u": "_s + values.join(u", "_s));
    }
    QCOMPARE(lines.join(u'\n'), uR"(Variant: CPU=variant:cpu 2, GPU=variant:gpu 1, Other=variant:other 1
Family: Unassigned=-family:?* 1, eye=family:eye 1, voice=family:voice 2
Signed: Yes=signed 1, No=unsigned 3
Hub: Unassigned=-hub:?* 1, audio=hub:audio 2, vision=hub:vision 1
Tagged: Yes=tagged 3, No=untagged 1
Kind: Image=kind:image 3, Index=kind:index 1)"_s);
}

void TestFacets::everyTermFindsItsImages()
{
    InventoryModel model;
    model.setInventory(inventoryFrom(kOwner));
    for (const auto& facet : facetsOf(*model.inventory())) {
        for (const auto& value : facet.values) {
            const auto filter = InventoryFilter::parse(value.term);
            QVERIFY2(filter, qPrintable(value.term));
            model.setFilter(*filter);
            QCOMPARE(static_cast<qsizetype>(model.arrangement()->imageTotal()), value.images);
        }
    }
}

void TestFacets::countsSayWhatChoosingShows_data()
{
    QTest::addColumn<QString>("text");
    for (const auto& text :
         {u""_s, u"voice"_s, u"v0.9"_s, u"latest"_s, u"variant:gpu"_s, u"variant:cpu signed"_s, u"hub:audio -latest"_s,
          u"family:voice variant:cpu unsigned"_s, u"nobody"_s, u"age:>2d"_s, u"kind:index"_s, u"-hub:?* tagged"_s})
        QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text;
}

/// Each count against the tree with that value chosen.
void TestFacets::countsSayWhatChoosingShows()
{
    QFETCH(const QString, text);
    // Versions of one image differ in everything a version can.
    const auto inventory = inventoryFrom(kOwner + uR"(
package mixed-cpu repo=audio
  m1   image  days=1 tags=latest layers=base:1000 sbom
  m1s  signature days=1 subject=m1
  m2   index  days=4 tags=v0.9.1 children=ma@linux/amd64
  ma   image  days=4 layers=m:1
  m3   image  days=9 layers=m:2
)"_s);
    InventoryModel model;
    model.setInventory(inventory);
    model.setFilter(*InventoryFilter::parse(u"age:>0d"_s)); // so that it has a moment
    const auto now = model.arrangement()->view().now;
    for (const auto& facet : facetsUnder(*inventory, facetsOf(*inventory), text, now)) {
        for (const auto& value : facet.values) {
            const auto chosen = InventoryFilter::parse(withChoice(text, facet.terms(), value.term));
            QVERIFY(chosen);
            model.setFilter(*chosen);
            QVERIFY2(static_cast<qsizetype>(model.arrangement()->imageTotal()) == value.images,
                     qPrintable(u"%1: %2 is said to leave %3"_s.arg(facet.name, value.term).arg(value.images)));
        }
    }
}

void TestFacets::ownChoiceIsLeftOut()
{
    const auto inventory = inventoryFrom(kOwner);
    const auto counts = [&](const QString& text) {
        QStringList lines;
        for (const auto& facet : facetsUnder(*inventory, facetsOf(*inventory), text, {})) {
            QStringList images;
            for (const auto& value : facet.values)
                images.append(QString::number(value.images));
            lines.append(images.join(u' '));
        }
        return lines.join(u" | "_s);
    };
    // Variant, Family, Signed, Hub, Tagged, Kind
    QCOMPARE(counts(u""_s), u"2 1 1 | 1 1 2 | 1 3 | 1 2 1 | 3 1 | 3 1"_s);
    QCOMPARE(counts(u"variant:cpu"_s), u"2 1 1 | 0 1 1 | 0 2 | 0 1 1 | 2 0 | 1 1"_s);
    QCOMPARE(counts(u"variant:cpu hub:audio"_s), u"1 1 0 | 0 0 1 | 0 1 | 0 1 1 | 1 0 | 1 0"_s);
}

void TestFacets::longListsKeepTheChosen()
{
    QString text;
    for (int package = 0; package < 50; ++package)
        text += u"package f%1-cpu repo=hub\n  i%1 image days=1 tags=t layers=b:1\n"_s.arg(package, 2, 10, QChar(u'0'));
    text += u"package f07-gpu repo=hub\n  g image days=1 tags=t layers=b:1\n"_s;
    const auto facets = facetsOf(*inventoryFrom(text));
    const auto family = std::ranges::find(facets, u"Family"_s, &Facet::name);
    QVERIFY(family != facets.end());
    QCOMPARE(family->summary(), u"All 50"_s);
    const auto offered = family->offered(u"family:f49"_s);
    QCOMPARE(offered.size(), 40U);
    QCOMPARE(offered[7].images, 2);
    QCOMPARE(offered.back().term, u"family:f49"_s);
    QCOMPARE(family->offered({}).back().term, u"family:f39"_s);
}

void TestFacets::newestIsCounted()
{
    FacetCount count;
    QStringList told;
    connect(&count, &FacetCount::counted, this,
            [&](const std::vector<Facet>& facets) { told.append(facets.front().values.front().term); });
    const auto first = inventoryFrom(kOwner);
    const auto other = inventoryFrom(u"package a-gpu repo=x\n  o image tags=t layers=l:1\n"
                                     "package b-infra repo=x\n  p image tags=t layers=l:1\n"_s);
    count.count(first, u"voice"_s, {});
    QCoreApplication::processEvents(); // it is being counted, or has been
    count.count(first, {}, {});
    count.count(other, {}, {});
    QVERIFY(eventually([&] { return told.contains(u"variant:gpu"_s); }));
    QCOMPARE(told.constLast(), u"variant:gpu"_s);
    told.clear();
    count.count(first, {}, {});
    count.stop();
    count.count(other, u"a"_s, {});
    QVERIFY(eventually([&] { return !told.isEmpty(); }));
    QCOMPARE(told, QStringList{u"variant:gpu"_s});
}

void TestFacets::whatAllAgreeInIsLeftOut()
{
    for (const auto& facet : facetsOf(*inventoryFrom(u"package a repo=x\n  o image tags=t layers=l:1\n"_s)))
        QFAIL(qPrintable(facet.name));
}

void TestFacets::termsAreReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("standing");
    QTest::newRow("into nothing") << u""_s << u"variant:gpu"_s << u"variant:gpu"_s << u"variant:gpu"_s;
    QTest::newRow("behind words") << u"torch  -old"_s << u"variant:gpu"_s << u"torch -old variant:gpu"_s
                                  << u"variant:gpu"_s;
    QTest::newRow("for another") << u"variant:cpu torch"_s << u"variant:gpu"_s << u"torch variant:gpu"_s
                                 << u"variant:gpu"_s;
    QTest::newRow("taken back") << u"variant:cpu \"a b\""_s << u""_s << u"\"a b\""_s << u""_s;
    QTest::newRow("others stay") << u"-variant:cpu variant:x*"_s << u"variant:cpu"_s
                                 << u"-variant:cpu variant:x* variant:cpu"_s << u"variant:cpu"_s;
}

void TestFacets::termsAreReplaced()
{
    QFETCH(const QString, text);
    QFETCH(const QString, chosen);
    const QStringList terms{u"variant:cpu"_s, u"variant:gpu"_s};
    const QString after = withChoice(text, terms, chosen);
    QTEST(after, "after");
    QTEST(choiceIn(after, terms), "standing");
}

void TestFacets::valuesAreQuoted()
{
    for (const auto& value : {u"plain"_s, u"Base and infrastructure"_s, u"we[ir]d*"_s, u"a (b)"_s, u"x\"y"_s, u""_s}) {
        const auto filter = InventoryFilter::parse(exactTerm(u"hub", value));
        QVERIFY2(filter, qPrintable(exactTerm(u"hub", value)));
        const auto& term = filter->terms().front();
        QCOMPARE(filter->terms().size(), 1U);
        QCOMPARE(term.glob->matches(value) != term.isNegated, true);
    }
    QCOMPARE(filterWords(u" a \"b c\"  -d:\"e f\" "_s), (QStringList{u"a"_s, u"\"b c\""_s, u"-d:\"e f\""_s}));
}

SLIPWAY_TEST_SUITE(TestFacets);

} // namespace slipway::test

#include "test_facets.moc"
