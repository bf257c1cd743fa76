#include "views/gallery/componentsgallery.h"

#include "views/gallery/gallerysamples.h"
#include "views/theme/tokens.h"
#include "views/widgets/sectioncard.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace slipway
{

namespace
{

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(slipway::ComponentsGallery)
};

using Fill = void (*)(SectionCard&);

SectionCard* section(const QString& title, Fill fill, QWidget* parent)
{
    auto* card = new SectionCard(title, parent);
    fill(*card);
    return card;
}

} // namespace

ComponentsGallery::ComponentsGallery(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(Samples::tr("Components"));
    resize(kUsualSize);
    const auto rowOf = [](std::initializer_list<std::pair<SectionCard*, int>> cards) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        for (const auto& [card, stretch] : cards)
            row->addWidget(card, stretch);
        return row;
    };
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(rowOf({{section(Samples::tr("Buttons, 28 px (large 40, small 24)"), fillButtons, this), 5},
                             {section(Samples::tr("Chips, badges, status glyphs"), fillBadges, this), 6}}));
    layout->addLayout(rowOf({{section(Samples::tr("Fields"), fillFields, this), 1},
                             {section(Samples::tr("Segments, facets, check boxes, progress"), fillChoices, this), 1}}));
    layout->addWidget(section(Samples::tr("Stat card states"), fillStats, this));
    layout->addLayout(rowOf({{section(Samples::tr("Gauge zones"), fillGauges, this), 10},
                             {section(Samples::tr("Stepper states"), fillStepper, this), 13},
                             {section(Samples::tr("Tokens"), fillTokens, this), 6}}));
    layout->addLayout(rowOf({{section(Samples::tr("Messages"), fillMessages, this), 4},
                             {section(Samples::tr("Table rows, 28 px"), fillRows, this), 4},
                             {section(Samples::tr("Empty and error pages"), fillPages, this), 4}}),
                      1);
}

void ComponentsGallery::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(palette()).bg);
}

Confirmation sampleConfirmation()
{
    return {
        Samples::tr("Delete 41 versions from ghcr.io/northquay?"),
        Samples::tr(
            "This removes 23 untagged, 11 superseded, 6 pull request and 1 failed build version. It frees 5.2 GiB."),
        Samples::tr("26 protected versions stay."),
        {{Samples::tr("Largest"), Samples::tr("torch-gpu v0.2.8, 506 MiB"), {}},
         {Samples::tr("Hosts affected"), Samples::tr("None, checked 14:31"), Glyph::Ok},
         {Samples::tr("Plan unchanged"), Samples::tr("Same as dry run at 14:30"), Glyph::Ok}},
        Samples::tr("You can restore a version until 21 Dec 2025. After that it cannot be recovered. Pulls by deleted "
                    "digests fail at once."),
        Samples::tr("As DevOps, in Activity and the org audit log"),
        Samples::tr("delete 41 versions"),
        Samples::tr("Delete 41 versions")};
}

} // namespace slipway
