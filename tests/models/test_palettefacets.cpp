#include "models/palettefacets.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

FacetChoices choicesWith(const QString& text)
{
    return {{{u"Variant"_s, {{u"CPU"_s, u"variant:cpu"_s, 18}, {u"GPU"_s, u"variant:gpu"_s, 1}}},
             {u"Signed"_s, {{u"Yes"_s, u"signed"_s, 0}, {u"No"_s, u"unsigned"_s, 4}}}},
            text};
}

/// A line an entry.
QStringList linesOf(const FacetChoices& choices)
{
    QStringList lines;
    for (const auto& entry : facetEntries(choices))
        lines.append(entry.key + u" | "_s + entry.title + u" | "_s + entry.detail
                     + (entry.isEnabled ? QString() : u" | off"_s));
    return lines;
}

class TestPaletteFacets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueIsOffered()
    {
        QCOMPARE(linesOf(choicesWith({})), (QStringList{
                                               u"facet/variant:cpu | Filter by Variant: CPU | 18 image(s)"_s,
                                               u"facet/variant:gpu | Filter by Variant: GPU | 1 image(s)"_s,
                                               u"facet/signed | Filter by Signed: Yes | 0 image(s) | off"_s,
                                               u"facet/unsigned | Filter by Signed: No | 4 image(s)"_s,
                                           }));
    }

    void whatIsChosenIsToldAndGoes()
    {
        const auto choices = choicesWith(u"torch variant:gpu"_s);
        const QStringList lines = linesOf(choices);
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[1], u"facet/variant:gpu | Filter by Variant: GPU | chosen"_s);
        QCOMPARE(lines[2], u"facet/any/variant:cpu | Filter by Variant: Any | "_s);
        QCOMPARE(textOfFacet(choices, u"facet/any/variant:cpu"_s), u"torch"_s);
    }

    void aChoiceTakesTheOthersPlace()
    {
        const auto choices = choicesWith(u"torch variant:gpu"_s);
        QCOMPARE(textOfFacet(choices, u"facet/variant:cpu"_s), u"torch variant:cpu"_s);
        QCOMPARE(textOfFacet(choices, u"facet/unsigned"_s), u"torch variant:gpu unsigned"_s);
        QCOMPARE(textOfFacet(choices, u"facet/hub:none"_s), std::nullopt);
        QCOMPARE(textOfFacet({}, u"facet/signed"_s), std::nullopt);
    }
};

SLIPWAY_TEST_SUITE(TestPaletteFacets);

} // namespace

#include "test_palettefacets.moc"
