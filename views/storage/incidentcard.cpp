#include "views/storage/incidentcard.h"

#include "models/incidenttable.h"
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
constexpr int kTableStretch = 1000;
} // namespace

IncidentCard::IncidentCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Breaches of the budget"), this))
    , m_table(new FigureView(tr("Breaches of the budget"), this))
    , m_note(makeCardNote(this))
    , m_quarters(makeCardNote(this))
    , m_aged(new AgedText(*m_table))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().setSpacing(0);
    m_card->body().addWidget(m_table, kTableStretch);
    m_card->body().addWidget(m_note);
    m_card->body().addWidget(m_quarters);
    m_card->body().addStretch(1); // without a table, sentences stand together
    connect(m_table, &FigureView::opened, this, &IncidentCard::filterRequested);
    showIncidents({}, {});
}

void IncidentCard::showIncidents(const std::optional<std::vector<BudgetIncidents>>& known, const QDateTime& now,
                                 const QDateTime& since)
{
    const std::vector<BudgetIncidents> budgets = known.value_or(std::vector<BudgetIncidents>());
    FigureTable table = incidentTable(budgets);
    const auto rows = static_cast<int>(table.rows.size());
    m_count = now.isValid() ? incidentCountText(budgets, quarterOf(now)) : QString();
    m_card->setSubText(m_count);
    m_note->setText(rows == 0 ? noIncidentText(known) : QString());
    m_note->setVisible(rows == 0);
    m_quarters->setText(now.isValid() ? incidentQuartersText(budgets, since, quarterOf(now)) : QString());
    m_quarters->setVisible(!m_quarters->text().isEmpty());
    QMargins room = m_note->contentsMargins();
    if (rows == 0)
        room.setTop(0); // two sentences are one paragraph
    m_quarters->setContentsMargins(room);
    m_table->setVisible(rows > 0);
    m_table->setRowsInSight(std::clamp(rows, 1, kMostRows));
    m_table->showTable(rows == 0 ? FigureTable() : std::move(table));
}

void IncidentCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

QString IncidentCard::count() const
{
    return m_count;
}

QString IncidentCard::quarters() const
{
    return m_quarters->text();
}

QString IncidentCard::note() const
{
    return m_note->text();
}

} // namespace slipway
