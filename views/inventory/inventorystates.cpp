#include "views/inventory/inventorystates.h"

#include "core/errortext.h"
#include "models/inventorymodel.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorytext.h"
#include "views/inventory/treefilter.h"
#include "views/theme/icons.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/statepage.h"
#include "views/widgets/unreadstate.h"

#include <QStackedLayout>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

InventoryStates::InventoryStates(InventoryModel& model, TreeFilter& filter, QWidget& content, QWidget* page)
    : QObject(page)
    , m_model(model)
    , m_filter(filter)
    , m_content(content)
    , m_errorBar(new MessageBar(page))
    , m_problemBar(new MessageBar(page))
    , m_statePage(new StatePage(page))
    , m_stack(new QStackedLayout)
{
    m_stack->addWidget(&content);
    m_stack->addWidget(m_statePage);
    for (auto* bar : {m_errorBar, m_problemBar}) {
        bar->setAction(tr("Try again"));
        connect(bar, &MessageBar::actionTriggered, this, &InventoryStates::retryRequested);
    }
    connect(m_statePage, &StatePage::actionTriggered, this, &InventoryStates::act);
}

void InventoryStates::act()
{
    if (m_filter.leavesNothing())
        m_filter.clear();
    else
        Q_EMIT retryRequested();
}

void InventoryStates::setOwner(const QString& owner)
{
    m_owner = owner;
    show();
}

void InventoryStates::setState(const PageState& state)
{
    m_state = state;
    show();
}

void InventoryStates::show()
{
    const bool hasRows = m_model.rowCount() > 0;
    const bool isAnything = hasRows || m_filter.leavesNothing();
    if (std::exchange(m_isReadingFailureShown, false))
        m_errorBar->setVisible(false); // what else failed stays in sight
    m_filter.bar().setVisible(isAnything);
    if (isAnything && m_state.kind == PageState::Kind::Failed && m_state.error) {
        m_errorBar->showMessage(Tone::Bad, errorLine(*m_state.error));
        m_isReadingFailureShown = true;
    }
    if (!isAnything)
        showNoRows();
    else if (!hasRows)
        showFilteredAway();
    m_stack->setCurrentWidget(hasRows ? &m_content : m_statePage);
}

void InventoryStates::showFilteredAway()
{
    m_statePage->showEmpty(icon("view-filter"_L1, IconColor::Muted), tr("No match for this filter"), {},
                           tr("Clear filter"));
}

void InventoryStates::showNoRows()
{
    showUnread(*m_statePage, m_state, m_owner,
               {icon("package"_L1, IconColor::Muted), tr("No packages in %1").arg(m_owner),
                tr("Packages appear here once an image has been pushed, and if the token may see them.")});
}

void InventoryStates::showProblems()
{
    const auto& inventory = m_model.inventory();
    // An outline has no versions: how many images are whole is not known yet.
    if (!inventory || m_model.isOutline() || inventory->snapshot->problems.empty()) {
        m_problemBar->hide();
        return;
    }
    QStringList details;
    for (const auto& problem : inventory->snapshot->problems)
        details.append(errorLine(problem));
    m_problemBar->showMessage(Tone::Warn, problemsLine(*inventory), details);
}

void InventoryStates::showFailure(const Error& error)
{
    m_errorBar->showMessage(Tone::Bad, errorLine(error));
    m_isReadingFailureShown = false;
}

QStringList InventoryStates::texts() const
{
    QStringList texts;
    if (m_stack->currentWidget() == m_statePage)
        texts << m_statePage->title() << m_statePage->sentence();
    for (const auto* bar : {m_errorBar, m_problemBar})
        if (!bar->isHidden())
            texts << bar->sentence();
    return texts;
}

} // namespace slipway
