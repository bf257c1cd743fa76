#include "inventory/filter.h"
#include "inventory/filterwords.h"
#include "models/facets.h"
#include "models/inventoryfrom.h"
#include "models/inventorymodel.h"
#include "support/suite.h"

#include <QTest>

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
