#include "views/storage/budgetcard.h"

#include "views/storage/budgettable.h"
#include "views/storage/cardnote.h"
#include "views/storage/figureview.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/sectioncard.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway
{

namespace
{
constexpr int kMostRows = 4; ///< in sight
} // namespace

BudgetCard::BudgetCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Budgets"), this))
    , m_table(new FigureView(tr("Budgets"), this))
    , m_note(makeCardNote(this))
    , m_aged(new AgedText(*m_table))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addWidget(m_table, 1);
    m_card->body().addWidget(m_note, 0, Qt::AlignTop);
    connect(m_table, &FigureView::opened, this, &BudgetCard::filterRequested);
    showUses(std::nullopt);
}

void BudgetCard::showUses(const std::optional<std::vector<BudgetUse>>& uses)
{
    const auto rows = uses ? static_cast<int>(uses->size()) : 0;
    const auto over = uses ? static_cast<int>(std::ranges::count_if(*uses, &BudgetUse::isOver)) : 0;
    m_card->setSubText(over > 0 ? tr("%n over", nullptr, over) : QString());
    m_note->setText(!uses       ? tr("What is used of the budgets is being measured")
                    : rows == 0 ? tr("No budget is set: name some in the profile, or one in the settings")
                                : QString());
    m_note->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    m_table->setRowsInSight(std::clamp(rows, 1, kMostRows));
    m_table->showTable(rows == 0 ? FigureTable() : budgetTable(*uses));
}

void BudgetCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

QString BudgetCard::note() const
{
    return m_note->text();
}

} // namespace slipway
