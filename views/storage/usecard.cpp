#include "views/storage/usecard.h"

#include "views/storage/figureview.h"
#include "views/storage/segmentchoice.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/sectioncard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace slipway
{

/// The choices stand in the order of kUseGroupings.
UseCard::UseCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Unique and shared"), this))
    , m_table(new FigureView(tr("Unique and shared"), this))
    , m_aged(new AgedText(*m_table))
    , m_choice(new SegmentChoice({{tr("Hubs"), tr("Unique and shared by hub")},
                                  {tr("Families"), tr("Unique and shared by family, in all hubs")},
                                  {tr("Kinds"), tr("Unique and shared by kind of version")},
                                  {tr("Ages"), tr("Unique and shared by age of version")}},
                                 this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->actions().addWidget(m_choice);
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addWidget(m_table, 1);
    connect(m_choice, &SegmentChoice::chosen, this, [this] {
        showAll();
        Q_EMIT groupingChanged();
    });
    connect(m_table, &FigureView::opened, this, &UseCard::filterRequested);
    setGrouping(UseGrouping::Family);
}

void UseCard::showUse(const StorageOverview* overview)
{
    m_overview = overview ? std::optional(*overview) : std::nullopt;
    showAll();
}

void UseCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

UseGrouping UseCard::grouping() const
{
    return kUseGroupings.at(m_choice->current());
}

void UseCard::setGrouping(UseGrouping grouping)
{
    m_choice->setCurrent(static_cast<size_t>(std::ranges::find(kUseGroupings, grouping) - kUseGroupings.begin()));
    showAll();
}

void UseCard::showAll()
{
    m_table->showTable(m_overview ? useTable(*m_overview, grouping()) : FigureTable());
}

} // namespace slipway
