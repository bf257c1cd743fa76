#include "views/gallery/gallerysamples.h"

#include "views/gallery/rowsamples.h"
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
#include "views/widgets/tonelabel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(slipway::ComponentsGallery)
};

/// The moment the demo's data are of, and one before it.
QDateTime sampleTime()
{
    return {QDate(2025, 11, 21), QTime(13, 58)};
}

QString oneDecimal(double number)
{
    return QLocale().toString(number, 'f', 1);
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
    add(*first, Samples::tr("Default"), ButtonKind::Normal, QStyle::State_Enabled);
    add(*first, Samples::tr("Hover"), ButtonKind::Normal, QStyle::State_Enabled | QStyle::State_MouseOver);
    add(*first, Samples::tr("Pressed"), ButtonKind::Normal, QStyle::State_Enabled | QStyle::State_Sunken);
    add(*first, Samples::tr("Focus"), ButtonKind::Normal,
        QStyle::State_Enabled | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange);
    add(*first, Samples::tr("Disabled"), ButtonKind::Normal, QStyle::State_None);
    first->addWidget(new WorkingSample(Samples::tr("Working"), &card));
    auto* large = new ButtonSample(Samples::tr("Large"), ButtonKind::Normal, QStyle::State_Enabled, &card);
    followText(*large, [large] { large->setFixedHeight(withText(40)); });
    first->addWidget(large);
    first->addStretch(1);
    auto* second = addLine(card);
    add(*second, Samples::tr("Primary"), ButtonKind::Primary, QStyle::State_Enabled);
    auto* danger = new ButtonSample(Samples::tr("Danger…"), ButtonKind::Danger, QStyle::State_Enabled, &card);
    danger->setIcon(icon("trash-empty"_L1, IconColor::Bad));
    second->addWidget(danger);
    add(*second, Samples::tr("Delete 41 versions"), ButtonKind::Harm, QStyle::State_Enabled);
    add(*second, Samples::tr("Quiet"), ButtonKind::Quiet, QStyle::State_Enabled);
    add(*second, Samples::tr("Link"), ButtonKind::Link, QStyle::State_Enabled);
    auto* refresh = new ButtonSample({}, ButtonKind::Normal, QStyle::State_Enabled, &card);
    refresh->setIcon(icon("view-refresh"_L1));
    refresh->setAccessibleName(Samples::tr("Refresh"));
    second->addWidget(refresh);
    auto* small = new ButtonSample(Samples::tr("Small"), ButtonKind::Normal, QStyle::State_Enabled, &card);
    followText(*small, [small] { small->setFixedHeight(withText(24)); });
    second->addWidget(small);
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
         {BadgeText{Samples::tr("In lock"), Tone::Ok, Glyph::Ok},
          BadgeText{Samples::tr("Behind"), Tone::Warn, Glyph::Warning},
          BadgeText{Samples::tr("Drifted"), Tone::Bad, Glyph::Bad},
          BadgeText{Samples::tr("Canary"), Tone::Info, Glyph::Info}, BadgeText{u"CPU"_s, Tone::Neutral, {}},
          BadgeText{u"GPU"_s, Tone::Accent, {}}, BadgeText{Samples::tr("Stale 34 min"), Tone::Warn, Glyph::Warning}}) {
        auto* badge = new Badge(&card);
        badge->setBadge(text);
        badges->addWidget(badge);
    }
    badges->addStretch(1);
    auto* glyphs = addLine(card, 6);
    for (const auto& [glyph, word] :
         std::initializer_list<std::pair<Glyph, QString>>{{Glyph::Ok, Samples::tr("Pass")},
                                                          {Glyph::Warning, Samples::tr("Behind")},
                                                          {Glyph::Bad, Samples::tr("Fail")},
                                                          {Glyph::Info, Samples::tr("Expected")},
                                                          {Glyph::Dash, Samples::tr("None")},
                                                          {Glyph::Running, Samples::tr("Running")},
                                                          {Glyph::Waiting, Samples::tr("Waiting")},
                                                          {Glyph::Skipped, Samples::tr("Skipped")},
                                                          {Glyph::Locked, Samples::tr("Locked")}}) {
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
    auto place = [&, column = 0](QLineEdit* field, const QString& text, QLabel* below) mutable {
        field->setText(text);
        grid->addWidget(field, 0, column);
        grid->addWidget(below, 1, column++);
    };
    const auto make = [&card](const QString& word) {
        return new SearchField(word, icon("search"_L1, IconColor::Muted), &card);
    };
    auto* empty = make(Samples::tr("Empty"));
    empty->setPlaceholderText(Samples::tr("Filter"));
    place(empty, {}, caption(Samples::tr("Empty"), &card));
    place(make(Samples::tr("Filled")), u"90"_s, caption(Samples::tr("Filled"), &card));
    auto* focused = new FocusedField(&card);
    focused->setAccessibleName(Samples::tr("Focus"));
    place(focused, u"del"_s, caption(Samples::tr("Focus"), &card));
    // The units the filter knows.
    const QString advice = Samples::tr("Use m, h, d or w");
    auto* wrong = make(advice);
    auto* fault = new ToneLabel(Tone::Bad, &card);
    fault->setText(advice);
    setTextRole(*fault, TextRole::Caption);
    place(wrong, u"age:>90x"_s, fault);
    wrong->setFault(FieldFault{5, 3, advice});
    auto* disabled = make(Samples::tr("Disabled"));
    place(disabled, u"main"_s, caption(Samples::tr("Disabled"), &card));
    disabled->setEnabled(false);
}

void fillChoices(SectionCard& card)
{
    auto* first = addLine(card, 12);
    auto* segment = new QHBoxLayout;
    segment->setSpacing(8);
    for (const auto& [word, state] : {std::pair(Samples::tr("Selected"), QStyle::State_Enabled | QStyle::State_On),
                                      std::pair(Samples::tr("Normal"), QStyle::State(QStyle::State_Enabled)),
                                      std::pair(Samples::tr("Disabled"), QStyle::State(QStyle::State_None))})
        segment->addWidget(new ButtonSample(word, ButtonKind::Normal, state, &card));
    first->addLayout(segment);
    auto* off = new FacetChip(&card);
    off->showState(Samples::tr("Drift"), u"4"_s, {});
    auto* on = new FacetChip(&card);
    on->showState(u"SBOM"_s, {}, Samples::tr("3 missing"));
    first->addWidget(off);
    first->addWidget(on);
    first->addStretch(1);
    auto* line = addLine(card, 12);
    for (const auto& [word, isOn] : {std::pair(Samples::tr("Off"), false), std::pair(Samples::tr("On"), true)}) {
        auto* box = new QCheckBox(word, &card);
        box->setChecked(isOn);
        line->addWidget(box);
    }
    auto* mixed = new QCheckBox(Samples::tr("Mixed"), &card);
    mixed->setTristate();
    mixed->setCheckState(Qt::PartiallyChecked);
    line->addWidget(mixed);
    for (const auto& [tone, share] : {std::pair(Tone::Accent, 62), std::pair(Tone::Ok, 100), std::pair(Tone::Warn, 93),
                                      std::pair(Tone::Bad, 100)}) {
        auto* bar = new QProgressBar(&card);
        bar->setTextVisible(false);
        bar->setFixedSize(48, 6);
        bar->setValue(share);
        bar->setAccessibleName(Samples::tr("Progress %1 %").arg(share));
        setBarTone(*bar, tone);
        line->addWidget(bar);
    }
    line->addStretch(1);
    card.body().addStretch(1);
}

void fillStats(SectionCard& card)
{
    const auto stat = [](const QString& title) {
        return Stat{title, oneDecimal(18.7), u"GiB"_s, Samples::tr("Target ≤ 20 GiB"), 0.935, Tone::Warn};
    };
    std::array<StatCard*, 6> cards{};
    auto* line = addLine(card);
    for (size_t i = 0;
         const auto& title : {Samples::tr("Normal"), Samples::tr("Loading"), Samples::tr("Empty"), Samples::tr("Error"),
                              Samples::tr("Stale, offline"), Samples::tr("Hover")}) {
        cards[i] = new StatCard(title, &card);
        line->addWidget(cards[i++], 1);
    }
    cards[0]->showValue(stat(Samples::tr("Normal")));
    cards[2]->showEmpty(Samples::tr("Appears after the first build"));
    cards[3]->showError(Samples::tr("Could not read"), Samples::tr("GitHub answered 502"));
    cards[4]->showStale(stat(Samples::tr("Stale, offline")), Samples::tr("From 13:58"));
    cards[5]->showValue(stat(Samples::tr("Hover")));
    cards[5]->setLink(Samples::tr("Open Storage"));
    hover(*cards[5]);
}

void fillGauges(SectionCard& card)
{
    auto* line = addLine(card);
    line->addStretch(1);
    for (const double amount : {12.4, 18.7, 21.5}) {
        auto* gauge = new Gauge(&card);
        gauge->setReading(
            {Samples::tr("Active storage"), amount, 20, oneDecimal(amount), u"20"_s, u"24"_s, u"GiB"_s, {}});
        line->addWidget(gauge);
    }
    line->addStretch(1);
}

void fillStepper(SectionCard& card)
{
    auto* all = new Stepper(&card);
    all->setSteps({{Samples::tr("Done"), StepState::Done},
                   {Samples::tr("Done"), StepState::Done},
                   {Samples::tr("Active"), StepState::Active},
                   {Samples::tr("Paused"), StepState::Paused},
                   {Samples::tr("Failed"), StepState::Failed},
                   {Samples::tr("Skipped"), StepState::Skipped},
                   {Samples::tr("Waiting"), StepState::Waiting}});
    card.body().addWidget(all);
    auto* canary = new Stepper(&card);
    canary->setSteps({{Samples::tr("Pull"), StepState::Done},
                      {Samples::tr("Verify"), StepState::Done},
                      {Samples::tr("Canary 5 %"), StepState::Paused},
                      {Samples::tr("Canary 25 %"), StepState::Waiting},
                      {Samples::tr("Everywhere"), StepState::Waiting}});
    card.body().addWidget(canary);
    card.body().addStretch(1);
}

void fillMessages(SectionCard& card)
{
    for (const auto& [tone, sentence] : {std::pair(Tone::Info, Samples::tr("A new version was pushed")),
                                         std::pair(Tone::Warn, Samples::tr("3 of 34 images could not be read.")),
                                         std::pair(Tone::Bad, Samples::tr("GitHub answered 502"))}) {
        auto* bar = new MessageBar(&card);
        bar->showMessage(tone, sentence);
        bar->setAction(tone == Tone::Info ? QString() : Samples::tr("Try again"));
        card.body().addWidget(bar);
    }
    card.body().addWidget(new NoticeBox(Tone::Bad, Samples::tr("Cannot be pulled whole"),
                                        Samples::tr("One of its platforms is missing."), &card));
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
    empty->showEmpty(icon("vcs-diff"_L1, IconColor::Muted), Samples::tr("No drift"),
                     Samples::tr("34 images match build-lock.json"));
    auto* error = new StatePage(&card);
    error->showError(Samples::tr("Could not load"), Samples::tr("Token lacks actions: read"),
                     Samples::tr("Open settings"));
    for (auto* page : {empty, error})
        line->addWidget(new DashedFrame(page, &card), 1);
}

void fillRows(SectionCard& card)
{
    card.body().setContentsMargins(1, 0, 1, 1);
    card.body().addWidget(new RowSamples(&card), 1);
}

void fillTokens(SectionCard& card)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    card.body().addLayout(grid);
    constexpr int kColumns = 5;
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
