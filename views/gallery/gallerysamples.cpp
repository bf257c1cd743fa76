#include "views/gallery/gallerysamples.h"

#include "views/gallery/sampleparts.h"
#include "views/theme/bartone.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/badge.h"
#include "views/widgets/chiplist.h"
#include "views/widgets/facetchip.h"
#include "views/widgets/gauge.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/noticebox.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statcard.h"
#include "views/widgets/statenote.h"
#include "views/widgets/statepage.h"
#include "views/widgets/stepper.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The moment the demo's data are of, and one before it.
QDateTime sampleTime()
{
    return {QDate(2025, 11, 21), QTime(13, 58)};
}

QHBoxLayout* addLine(SectionCard& card, int spacing = 8)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing);
    card.body().addLayout(line);
    return line;
}

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setTextRole(*label, TextRole::Caption);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

void fillButtons(SectionCard& card)
{
    auto* first = addLine(card);
    const auto add = [&card](QHBoxLayout& line, const QString& text, ButtonKind kind, QStyle::State state) {
        line.addWidget(new ButtonSample(text, kind, state, &card));
    };
    add(*first, u"Default"_s, ButtonKind::Normal, QStyle::State_Enabled);
    add(*first, u"Hover"_s, ButtonKind::Normal, QStyle::State_Enabled | QStyle::State_MouseOver);
    add(*first, u"Pressed"_s, ButtonKind::Normal, QStyle::State_Enabled | QStyle::State_Sunken);
    add(*first, u"Focus"_s, ButtonKind::Normal,
        QStyle::State_Enabled | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange);
    add(*first, u"Disabled"_s, ButtonKind::Normal, QStyle::State_None);
    first->addStretch(1);
    auto* second = addLine(card);
    add(*second, u"Primary"_s, ButtonKind::Primary, QStyle::State_Enabled);
    auto* danger = new ButtonSample(u"Danger…"_s, ButtonKind::Danger, QStyle::State_Enabled, &card);
    danger->setIcon(icon("trash-empty"_L1, IconColor::Bad));
    second->addWidget(danger);
    add(*second, u"Delete 41 versions"_s, ButtonKind::Harm, QStyle::State_Enabled);
    add(*second, u"Quiet"_s, ButtonKind::Quiet, QStyle::State_Enabled);
    add(*second, u"Link"_s, ButtonKind::Link, QStyle::State_Enabled);
    auto* refresh = new ButtonSample({}, ButtonKind::Normal, QStyle::State_Enabled, &card);
    refresh->setIcon(icon("view-refresh"_L1));
    refresh->setAccessibleName(u"Refresh"_s);
    second->addWidget(refresh);
    second->addStretch(1);
    card.body().addStretch(1);
}

void fillBadges(SectionCard& card)
{
    auto* chips = new ChipList(&card);
    chips->setTexts({u"v0.4.1"_s, u"latest"_s, u"legacy-*"_s, u"sha-6dcd4ce"_s});
    card.body().addWidget(chips);
    auto* badges = addLine(card);
    for (const BadgeText& text :
         {BadgeText{u"In lock"_s, Tone::Ok, Glyph::Ok}, BadgeText{u"Behind"_s, Tone::Warn, Glyph::Warning},
          BadgeText{u"Drifted"_s, Tone::Bad, Glyph::Bad}, BadgeText{u"Canary"_s, Tone::Info, Glyph::Info},
          BadgeText{u"CPU"_s, Tone::Neutral, {}}, BadgeText{u"GPU"_s, Tone::Accent, {}},
          BadgeText{u"Stale 34 min"_s, Tone::Warn, Glyph::Warning}}) {
        auto* badge = new Badge(&card);
        badge->setBadge(text);
        badges->addWidget(badge);
    }
    badges->addStretch(1);
    auto* glyphs = addLine(card, 6);
    for (const auto& [glyph, word] : std::initializer_list<std::pair<Glyph, QString>>{{Glyph::Ok, u"Pass"_s},
                                                                                      {Glyph::Warning, u"Behind"_s},
                                                                                      {Glyph::Bad, u"Fail"_s},
                                                                                      {Glyph::Info, u"Expected"_s},
                                                                                      {Glyph::Dash, u"None"_s},
                                                                                      {Glyph::Running, u"Running"_s},
                                                                                      {Glyph::Waiting, u"Waiting"_s},
                                                                                      {Glyph::Skipped, u"Skipped"_s},
                                                                                      {Glyph::Locked, u"Locked"_s}}) {
        glyphs->addWidget(new GlyphLabel(glyph, 14, &card));
        glyphs->addWidget(caption(word, &card));
        glyphs->addSpacing(4);
    }
    glyphs->addStretch(1);
    card.body().addStretch(1);
}

void fillFields(SectionCard& card)
{
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    card.body().addLayout(grid);
    auto add = [&, column = 0](const QString& text, const QString& word) mutable {
        auto* field = new SearchField(word, icon("search"_L1, IconColor::Muted), &card);
        field->setText(text);
        grid->addWidget(field, 0, column);
        grid->addWidget(caption(word, &card), 1, column++);
        return field;
    };
    add({}, u"Empty"_s)->setPlaceholderText(u"Placeholder"_s);
    add(u"90"_s, u"Filled"_s);
    add(u"age:>90x"_s, u"Use d, w, m or y"_s)->setFault(FieldFault{5, 3, u"Use d, w, m or y"_s});
    add(u"main"_s, u"Disabled"_s)->setEnabled(false);
}

void fillChoices(SectionCard& card)
{
    auto* line = addLine(card, 12);
    auto* off = new FacetChip(&card);
    off->showState(u"Drift"_s, u"4"_s, {});
    auto* on = new FacetChip(&card);
    on->showState(u"SBOM"_s, {}, u"3 missing"_s);
    line->addWidget(off);
    line->addWidget(on);
    for (const auto& [word, isOn] : {std::pair(u"Off"_s, false), std::pair(u"On"_s, true)}) {
        auto* box = new QCheckBox(word, &card);
        box->setChecked(isOn);
        line->addWidget(box);
    }
    for (const auto& [tone, share] : {std::pair(Tone::Accent, 62), std::pair(Tone::Ok, 100), std::pair(Tone::Warn, 93),
                                      std::pair(Tone::Bad, 100)}) {
        auto* bar = new QProgressBar(&card);
        bar->setTextVisible(false);
        bar->setFixedSize(48, 6);
        bar->setValue(share);
        bar->setAccessibleName(u"Progress %1 %"_s.arg(share));
        setBarTone(*bar, tone);
        line->addWidget(bar);
    }
    line->addStretch(1);
    card.body().addStretch(1);
}

void fillStats(SectionCard& card)
{
    const auto stat = [](const QString& title) {
        return Stat{title, u"18.7"_s, u"GiB"_s, u"Target ≤ 20 GiB"_s, 0.935, Tone::Warn};
    };
    std::array<StatCard*, 6> cards{};
    auto* line = addLine(card);
    for (size_t i = 0;
         const auto& title : {u"Normal"_s, u"Loading"_s, u"Empty"_s, u"Error"_s, u"Stale, offline"_s, u"Hover"_s}) {
        cards[i] = new StatCard(title, &card);
        line->addWidget(cards[i++], 1);
    }
    cards[0]->showValue(stat(u"Normal"_s));
    cards[2]->showEmpty(u"Appears after the first build"_s);
    cards[3]->showError(u"Could not read"_s, u"GitHub answered 502"_s);
    cards[4]->showStale(stat(u"Stale, offline"_s), u"From 13:58"_s);
    cards[5]->showValue(stat(u"Hover"_s));
    cards[5]->setLink(u"Open Storage"_s);
    hover(*cards[5]);
}

void fillGauges(SectionCard& card)
{
    auto* line = addLine(card);
    const auto add = [&](std::optional<double> amount, const QString& text) {
        auto* gauge = new Gauge(&card);
        gauge->setReading({u"Active storage"_s, amount, 20, text, u"20"_s, u"24"_s, u"GiB"_s, {}});
        line->addWidget(gauge);
    };
    line->addStretch(1);
    add(12.4, u"12.4"_s);
    add(18.7, u"18.7"_s);
    add(21.5, u"21.5"_s);
    line->addStretch(1);
}

void fillStepper(SectionCard& card)
{
    auto* all = new Stepper(&card);
    all->setSteps({{u"Done"_s, StepState::Done},
                   {u"Done"_s, StepState::Done},
                   {u"Active"_s, StepState::Active},
                   {u"Paused"_s, StepState::Paused},
                   {u"Failed"_s, StepState::Failed},
                   {u"Skipped"_s, StepState::Skipped},
                   {u"Waiting"_s, StepState::Waiting}});
    card.body().addWidget(all);
    auto* canary = new Stepper(&card);
    canary->setSteps({{u"Pull"_s, StepState::Done},
                      {u"Verify"_s, StepState::Done},
                      {u"Canary 5 %"_s, StepState::Paused},
                      {u"Canary 25 %"_s, StepState::Waiting},
                      {u"Everywhere"_s, StepState::Waiting}});
    card.body().addWidget(canary);
    card.body().addStretch(1);
}

void fillMessages(SectionCard& card)
{
    for (const auto& [tone, sentence] : {std::pair(Tone::Info, u"A new version was pushed"_s),
                                         std::pair(Tone::Warn, u"3 of 34 images could not be read."_s),
                                         std::pair(Tone::Bad, u"GitHub answered 502"_s)}) {
        auto* bar = new MessageBar(&card);
        bar->showMessage(tone, sentence);
        bar->setAction(tone == Tone::Info ? QString() : u"Try again"_s);
        card.body().addWidget(bar);
    }
    card.body().addWidget(
        new NoticeBox(Tone::Bad, u"Cannot be pulled whole"_s, u"One of its platforms is missing."_s, &card));
    auto* offline = new StateNote(&card);
    offline->setClock(Clock(sampleTime()));
    offline->setState(PageState::offline(sampleTime()));
    card.body().addWidget(offline);
    auto* stale = new StateNote(&card);
    stale->setClock(Clock(sampleTime()));
    stale->setState(PageState::stale(sampleTime()));
    card.body().addWidget(stale);
    card.body().addStretch(1);
}

void fillPages(SectionCard& card)
{
    auto* line = addLine(card);
    auto* empty = new StatePage(&card);
    empty->showEmpty(icon("vcs-diff"_L1, IconColor::Muted), u"No drift"_s, u"34 images match build-lock.json"_s);
    auto* error = new StatePage(&card);
    error->showError(u"Could not load"_s, u"Token lacks actions: read"_s, u"Open settings"_s);
    for (auto* page : {empty, error})
        line->addWidget(new DashedFrame(page, &card), 1);
}

void fillTokens(SectionCard& card)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    card.body().addLayout(grid);
    constexpr int kColumns = 4;
    int place = 0;
    for (const auto& [name, color] :
         std::initializer_list<std::pair<QString, QColor Tokens::*>>{{u"bg"_s, &Tokens::bg},
                                                                     {u"surface"_s, &Tokens::surface},
                                                                     {u"raised"_s, &Tokens::raised},
                                                                     {u"hover"_s, &Tokens::hover},
                                                                     {u"line"_s, &Tokens::line},
                                                                     {u"track"_s, &Tokens::track},
                                                                     {u"line2"_s, &Tokens::line2},
                                                                     {u"text"_s, &Tokens::text},
                                                                     {u"muted"_s, &Tokens::muted},
                                                                     {u"accent"_s, &Tokens::accent},
                                                                     {u"ok"_s, &Tokens::ok},
                                                                     {u"warn"_s, &Tokens::warn},
                                                                     {u"bad"_s, &Tokens::bad},
                                                                     {u"info"_s, &Tokens::info},
                                                                     {u"warnfill"_s, &Tokens::warnFill},
                                                                     {u"accent-t"_s, &Tokens::accentTint},
                                                                     {u"ok-t"_s, &Tokens::okTint},
                                                                     {u"warn-t"_s, &Tokens::warnTint},
                                                                     {u"bad-t"_s, &Tokens::badTint},
                                                                     {u"info-t"_s, &Tokens::infoTint}}) {
        grid->addWidget(new Swatch(name, color, &card), place / kColumns, 2 * (place % kColumns));
        grid->addWidget(caption(name, &card), place / kColumns, 2 * (place % kColumns) + 1);
        grid->setColumnStretch(2 * (place % kColumns) + 1, 1);
        ++place;
    }
    card.body().addWidget(new ChartColors(&card));
    card.body().addStretch(1);
}

} // namespace slipway
