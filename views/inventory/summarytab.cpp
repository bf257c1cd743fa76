#include "views/inventory/summarytab.h"

#include "views/inventory/partbutton.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/chiplist.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/noticebox.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollBar>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLabelWidth = 96;
constexpr int kRow = 24;
constexpr int kBarWidth = 72;
constexpr int kWholeBar = 1000;

Glyph glyphOf(Presence presence)
{
    switch (presence) {
    case Presence::Yes:
        return Glyph::Ok;
    case Presence::No:
        return Glyph::Bad;
    case Presence::NotApplicable:
        return Glyph::Dash;
    }
    return Glyph::Dash;
}

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* heading = new QLabel(text, parent);
    followText(*heading, [heading] {
        QFont font = fontFor(TextRole::CaptionMedium);
        font.setWeight(QFont::DemiBold);
        heading->setFont(font);
    });
    heading->setContentsMargins(0, 8, 0, 0);
    return heading;
}

ElidedLabel* makeValue(const QString& text, TextRole role, QWidget* parent)
{
    auto* label = new ElidedLabel(parent, role == TextRole::Mono ? Qt::ElideMiddle : Qt::ElideRight);
    setTextRole(*label, role);
    label->setFullText(text);
    return label;
}

ElidedLabel* makeMono(const SummaryField& field)
{
    auto* label = makeValue(field.text, TextRole::Mono, nullptr);
    if (field.copyText != field.text)
        label->setHint(field.copyText);
    return label;
}

} // namespace

SummaryTab::SummaryTab(QWidget* parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Summary"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    showSummary({});
}

void SummaryTab::showSummary(const Summary& summary)
{
    if (m_shown == summary)
        return; // a refresh that changes nothing here leaves the keyboard and the place alone
    m_shown = summary;
    const int scroll = verticalScrollBar()->value();
    m_lines.clear();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(6);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    followText(*content, [grid] { grid->setColumnMinimumWidth(0, withText(kLabelWidth)); });
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    for (const auto& field : summary.fields)
        addField(*grid, field);
    addMissing(*layout, summary);
    addParts(*layout, summary);
    addLayers(*layout, summary);
    addLabels(*layout, summary);
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    verticalScrollBar()->setValue(scroll);
}

void SummaryTab::addField(QGridLayout& grid, const SummaryField& field)
{
    const int row = grid.rowCount();
    auto* label = new QLabel(field.label);
    label->setForegroundRole(QPalette::PlaceholderText);
    followText(*label, [label, &grid, row] {
        label->setFixedHeight(withText(kRow));
        grid.setRowMinimumHeight(row, withText(kRow));
    });
    auto* value = valueWidget(field);
    label->setBuddy(value);
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1, field.form == SummaryForm::Chips ? Qt::Alignment() : Qt::AlignVCenter);
    m_lines.append(field.label + u": "_s + (field.values.isEmpty() ? field.text : field.values.join(u", "_s)));
}

QWidget* SummaryTab::valueWidget(const SummaryField& field)
{
    switch (field.form) {
    case SummaryForm::Text:
        return makeValue(field.text, TextRole::Body, nullptr);
    case SummaryForm::Mono:
        return makeMono(field);
    case SummaryForm::Chips: {
        auto* chips = new ChipList;
        chips->setTexts(field.values);
        return chips;
    }
    case SummaryForm::Presence:
        return presenceWidget(field);
    }
    return nullptr;
}

QWidget* SummaryTab::presenceWidget(const SummaryField& field)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new GlyphLabel(glyphOf(field.presence), 14, box));
    row->addWidget(makeValue(field.text, TextRole::Body, box), 1);
    return box;
}

void SummaryTab::addMissing(QVBoxLayout& layout, const Summary& summary)
{
    if (summary.missing.empty())
        return;
    QStringList lines;
    for (const auto& digest : summary.missing)
        lines.append(digest.shortForm());
    auto* box =
        new NoticeBox(Tone::Bad, tr("Cannot be pulled whole"),
                      tr("The registry does not have %1. Restore the missing version, or build the image again.")
                          .arg(lines.join(u", "_s)));
    m_lines.append(tr("Cannot be pulled whole") + u": "_s + lines.join(u", "_s));
    layout.addSpacing(4);
    layout.addWidget(box);
}

void SummaryTab::addParts(QVBoxLayout& layout, const Summary& summary)
{
    if (summary.parts.empty())
        return;
    layout.addWidget(makeHeading(summary.partsTitle, nullptr));
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    layout.addLayout(list);
    for (const auto& part : summary.parts) {
        auto* button = new PartButton(part);
        connect(button, &PartButton::clicked, this, [this, digest = part.digest] { Q_EMIT partChosen(digest); });
        list->addWidget(button);
        m_lines.append(part.name + u": "_s + part.digest.shortForm() + u", "_s + part.size);
    }
}

/// How they compare at a glance; the tab of layers tells all of each.
void SummaryTab::addLayers(QVBoxLayout& layout, const Summary& summary)
{
    if (summary.layers.empty())
        return;
    const auto shown = static_cast<qsizetype>(summary.layers.size());
    auto* heading = new QHBoxLayout;
    heading->addWidget(makeHeading(tr("Layers by size"), nullptr), 1);
    auto* count = makeHeading(shown == summary.layerTotal ? QString::number(shown)
                                                          : tr("%1 of %2").arg(shown).arg(summary.layerTotal),
                              nullptr);
    setTextRole(*count, TextRole::Caption);
    count->setForegroundRole(QPalette::PlaceholderText);
    heading->addWidget(count);
    layout.addLayout(heading);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    layout.addLayout(grid);
    for (int row = 0; const auto& layer : summary.layers) {
        auto* bar = new QProgressBar;
        bar->setTextVisible(false);
        followText(*bar, [bar, grid, row] {
            bar->setFixedSize(withText(kBarWidth), 6);
            grid->setRowMinimumHeight(row, withText(kRow));
        });
        bar->setRange(0, kWholeBar);
        bar->setValue(qRound(layer.share * kWholeBar));
        bar->setAccessibleName(layer.name + u", "_s + layer.size);
        auto* size = new QLabel(layer.size);
        setTextRole(*size, TextRole::Number);
        grid->addWidget(makeValue(layer.name, TextRole::Body, nullptr), row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(size, row++, 2, Qt::AlignRight);
        m_lines.append(layer.name + u": "_s + layer.size);
    }
}

void SummaryTab::addLabels(QVBoxLayout& layout, const Summary& summary)
{
    if (summary.labels.empty())
        return;
    layout.addWidget(makeHeading(tr("Labels"), nullptr));
    for (const auto& [key, value] : summary.labels) {
        auto* name = makeValue(key, TextRole::Caption, nullptr);
        name->setForegroundRole(QPalette::PlaceholderText);
        layout.addWidget(name);
        auto* text = makeValue(value, TextRole::Mono, nullptr);
        layout.addWidget(text);
        m_lines.append(key + u": "_s + value);
    }
}

} // namespace slipway
