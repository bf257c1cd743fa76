#include "views/gallery/componentsgallery.h"

#include "views/gallery/gallerysamples.h"
#include "views/theme/tokens.h"
#include "views/widgets/sectioncard.h"

#include <QHBoxLayout>
#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

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
    setAccessibleName(u"Components"_s);
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
    layout->addLayout(rowOf({{section(u"Buttons, 28 px"_s, fillButtons, this), 5},
                             {section(u"Chips, badges, status glyphs"_s, fillBadges, this), 6}}));
    layout->addLayout(rowOf({{section(u"Fields"_s, fillFields, this), 1},
                             {section(u"Facets, check boxes, progress"_s, fillChoices, this), 1}}));
    layout->addWidget(section(u"Stat card states"_s, fillStats, this));
    layout->addLayout(rowOf(
        {{section(u"Gauge zones"_s, fillGauges, this), 5}, {section(u"Stepper states"_s, fillStepper, this), 6}}));
    layout->addLayout(rowOf({{section(u"Messages"_s, fillMessages, this), 4},
                             {section(u"Empty and error pages"_s, fillPages, this), 4},
                             {section(u"Tokens"_s, fillTokens, this), 4}}),
                      1);
}

void ComponentsGallery::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(palette()).bg);
}

Confirmation sampleConfirmation()
{
    return {u"Delete 41 versions from ghcr.io/northquay?"_s,
            u"This removes 23 untagged, 11 superseded, 6 pull request and 1 failed build version. It frees 5.2 GiB."_s,
            u"26 protected versions stay."_s,
            {{u"Largest"_s, u"torch-gpu v0.2.8, 506 MiB"_s, {}},
             {u"Hosts affected"_s, u"None, checked 14:31"_s, Glyph::Ok},
             {u"Plan unchanged"_s, u"Same as dry run at 14:30"_s, Glyph::Ok}},
            u"You can restore a version until 21 Dec 2025. After that it cannot be recovered. Pulls by deleted digests "
            "fail at once."_s,
            u"As DevOps, in Activity and the org audit log"_s,
            u"delete 41 versions"_s,
            u"Delete 41 versions"_s};
}

} // namespace slipway
