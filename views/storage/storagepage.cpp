#include "views/storage/storagepage.h"

#include "core/errortext.h"
#include "models/incidenttext.h"
#include "models/storagetables.h"
#include "views/storage/budgetcard.h"
#include "views/storage/costcard.h"
#include "views/storage/figureview.h"
#include "views/storage/growthcard.h"
#include "views/storage/incidentcard.h"
#include "views/storage/reclaimcard.h"
#include "views/storage/sincecard.h"
#include "views/storage/storagearrangement.h"
#include "views/storage/storagestates.h"
#include "views/storage/storagestats.h"
#include "views/storage/usecard.h"
#include "views/storage/whatifdialog.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statepage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kGap = 12;
constexpr int kGrownRows = 5;
constexpr int kReclaimRows = 6; ///< families and what they free together
constexpr int kRows = 5;
constexpr int kGrowthHeight = 280; ///< less is no chart

/// A card that a table fills.
SectionCard* cardOf(const QString& title, const QString& subText, FigureView& view, QWidget* parent)
{
    auto* card = new SectionCard(title, parent);
    card->setSubText(subText);
    card->body().setContentsMargins(0, 0, 0, 2);
    card->body().addWidget(&view);
    return card;
}

} // namespace

StoragePage::StoragePage(QWidget* parent)
    : Page(parent)
    , m_errorBar(new MessageBar(this))
    , m_strip(new StorageStrip(this))
    , m_growth(new GrowthCard(this))
    , m_reclaim(new ReclaimCard(this))
    , m_since(new SinceCard(this))
    , m_use(new UseCard(this))
    , m_layers(new FigureView(tr("Largest layers"), this))
    , m_costs(new CostCard(this))
    , m_budgets(new BudgetSection(this))
    , m_agedLayers(new AgedText(*m_layers))
    , m_whatIf(new QAction(tr("What if we consolidate…"), this))
    , m_statePage(new StatePage(this))
    , m_ground(makeContent())
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Storage"));
    auto* head = new PageHead(tr("Storage"), this);
    m_line = &head->line();
    head->addPart(*makeWhatIfButton());
    m_errorBar->setAction(tr("Try again"));
    m_errorBar->hide();
    m_stack->addWidget(m_ground);
    m_stack->addWidget(m_statePage);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(kGap);
    layout->addWidget(head);
    layout->addWidget(m_errorBar);
    layout->addLayout(m_stack, 1);
    connect(m_errorBar, &MessageBar::actionTriggered, this, &StoragePage::refreshRequested);
    connect(m_statePage, &StatePage::actionTriggered, this, &StoragePage::refreshRequested);
    connect(m_growth, &GrowthCard::filterRequested, this, &StoragePage::filterRequested);
    connect(m_growth, &GrowthCard::arrangementChanged, this, &Page::stateChanged);
    connect(m_layers, &FigureView::opened, this, &StoragePage::filterRequested);
    connect(m_use, &UseCard::filterRequested, this, &StoragePage::filterRequested);
    connect(m_use, &UseCard::groupingChanged, this, &Page::stateChanged);
    connect(m_budgets, &BudgetSection::filterRequested, this, &StoragePage::filterRequested);
    connect(m_since, &SinceCard::sinceChosen, this, &StoragePage::sinceChosen);
    connect(m_since, &SinceCard::filterRequested, this, &StoragePage::filterRequested);
    connect(m_reclaim, &ReclaimCard::filterRequested, this, &StoragePage::filterRequested);
    connect(m_reclaim, &ReclaimCard::groupingChanged, this, &Page::stateChanged);
    showAll();
}

QScrollArea* StoragePage::makeContent()
{
    auto* content = new QWidget(this);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(kGap);
    cards->addWidget(m_use, 21);
    cards->addWidget(cardOf(tr("Largest layers"), tr("compressed, each stored once"), *m_layers, content), 16);
    for (auto* view : {&m_use->table(), m_layers, &m_costs->table()})
        view->setRowsInSight(kRows);
    cards->addWidget(m_costs, 16);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_strip);
    followText(*this, [this] { m_growth->setMinimumHeight(withText(kGrowthHeight)); });
    layout->addWidget(m_growth, 3);
    layout->addLayout(makeChanges(), 2);
    layout->addLayout(cards, 2);
    layout->addWidget(m_budgets);
    // With the log open there is less room than the cards need.
    auto* scrolled = new QScrollArea(this);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setFocusPolicy(Qt::NoFocus);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolled->setWidgetResizable(true);
    scrolled->setWidget(content);
    connect(scrolled->verticalScrollBar(), &QAbstractSlider::valueChanged, m_growth, &GrowthCard::dimOthers);
    for (auto* ground : {scrolled->viewport(), content})
        ground->setAutoFillBackground(false);
    return scrolled;
}

/// The action is the palette's as well.
QWidget* StoragePage::makeWhatIfButton()
{
    m_whatIf->setObjectName(u"storage.whatIf"_s);
    m_whatIf->setProperty("iconName", u"office-chart-area"_s);
    m_whatIf->setEnabled(false);
    addAction(m_whatIf);
    connect(m_whatIf, &QAction::triggered, this, &StoragePage::askWhatIf);
    auto* button = new QPushButton(tr("What if…"), this);
    button->setToolTip(tr("What would be stored if images shared their bases and old versions went"));
    button->setEnabled(false);
    connect(button, &QPushButton::clicked, m_whatIf, &QAction::trigger);
    connect(m_whatIf, &QAction::enabledChanged, button, &QWidget::setEnabled);
    return button;
}

void StoragePage::askWhatIf()
{
    if (!m_inventory || m_inventory->imageTotal == 0 || m_whatIfDialog)
        return;
    m_whatIfDialog = new WhatIfDialog(m_inventory, m_values.terms.prices, m_clock.now(), window());
    m_whatIfDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_whatIfDialog->open();
}

/// What has grown, and what can go.
QLayout* StoragePage::makeChanges()
{
    auto* cards = new QHBoxLayout;
    cards->setSpacing(kGap);
    cards->addWidget(m_since, 1);
    cards->addWidget(m_reclaim, 1);
    m_since->table().setRowsInSight(kGrownRows);
    m_reclaim->table().setRowsInSight(kReclaimRows);
    return cards;
}

void StoragePage::setClock(const Clock& clock)
{
    m_clock = clock;
    m_growthDay = {};
    showAll();
}

void StoragePage::setOwner(const QString& owner)
{
    m_owner = owner;
    m_growth->setOwner(owner);
    showState();
}

void StoragePage::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    m_whatIf->setEnabled(inventory && inventory->imageTotal > 0);
    if (!inventory) {
        if (m_whatIfDialog)
            m_whatIfDialog->close();
        m_values.overview.reset();
        m_values.history.reset();
        m_growthDay = {};
        m_values.reclaimable.reset();
        m_budgets->forget();
        m_costs->forgetBilling();
        m_since->showGrowth(std::nullopt);
    }
    showAll();
}

void StoragePage::setOverview(const StorageOverview& overview)
{
    m_values.overview = overview;
    showAll();
    tellSettled();
}

void StoragePage::setHistory(const Result<std::vector<StorageSample>>& history)
{
    m_values.history = history;
    m_growthDay = {};
    showAll();
    tellSettled();
}

void StoragePage::setReclaimable(const Result<Reclaimable>& found)
{
    m_values.reclaimable = found;
    showAll();
    tellSettled();
}

void StoragePage::setGrowthSince(const std::optional<Result<StorageGrowth>>& growth)
{
    m_since->showGrowth(growth);
    tellSettled();
}

void StoragePage::tellSettled()
{
    if (!isWaiting())
        Q_EMIT settled();
}

void StoragePage::setBudgets(const std::vector<BudgetUse>& uses)
{
    m_budgets->setUses(uses);
    showAll();
}

void StoragePage::setIncidents(const std::vector<BudgetIncidents>& incidents)
{
    m_budgets->setIncidents(incidents);
    showAll();
}

void StoragePage::setBilling(const Result<BillingReading>& billing)
{
    m_costs->setBilling(billing);
    showAll();
}

void StoragePage::setTerms(const StorageTerms& terms)
{
    m_values.terms = terms;
    m_growthDay = {};
    showAll();
}

void StoragePage::setState(const PageState& state)
{
    m_state = state;
    showState();
}

void StoragePage::setAge(DataAge age, const QString& text)
{
    m_age = age;
    m_ageText = text;
    m_growth->setAge(age);
    m_reclaim->setAge(age);
    m_since->setAge(age);
    m_use->setAge(age);
    m_budgets->setAge(age);
    m_agedLayers->setAge(age);
    m_costs->setAge(age);
    showAll();
}

bool StoragePage::isWaiting() const
{
    return m_inventory && m_inventory->imageTotal > 0
           && (!m_values.overview || !m_values.history || !m_values.reclaimable || m_since->isWaiting());
}

void StoragePage::showGrowth()
{
    if (!m_values.history)
        m_growth->showNothing(tr("What was stored at earlier readings is being measured"));
    else if (!*m_values.history)
        m_growth->showNothing(errorText(m_values.history->error()).what);
    else
        m_growth->showHistory(**m_values.history, m_values.terms, m_values.now.toUTC().date());
}

void StoragePage::showAll()
{
    m_values.now = m_clock.now();
    m_since->setToday(m_values.now.toUTC().date());
    m_strip->showValues(m_values, m_age, m_ageText);
    if (std::exchange(m_growthDay, m_values.now.toUTC().date()) != m_values.now.toUTC().date())
        showGrowth();
    m_reclaim->showReclaimable(m_values.reclaimable);
    m_use->showUse(m_values.overview ? &*m_values.overview : nullptr);
    m_layers->showTable(m_values.overview ? layerTable(*m_values.overview) : FigureTable());
    m_costs->showCosts(m_values.overview ? &*m_values.overview : nullptr, m_values.terms.prices, m_values.now);
    const bool hasReading = m_values.history && *m_values.history && !(*m_values.history)->empty();
    m_budgets->showUnder(m_values.terms, m_values.now, hasReading ? (*m_values.history)->front().from : QDateTime());
    showBadge();
    m_line->setFullText(lineText());
    const auto* owners = m_budgets->ownersIncidents();
    m_line->setHint(owners ? incidentLines(*owners, quarterOf(m_values.now)) : QString());
    showState();
}

void StoragePage::showBadge()
{
    const StorageBadge badge = m_values.overview ? storageBadge(*m_values.overview, m_values.terms) : StorageBadge();
    if (std::exchange(m_badge, badge.text) != badge.text)
        Q_EMIT badgeChanged(badge.text, badge.tone);
}

QString StoragePage::lineText() const
{
    if (!m_values.overview)
        return {};
    if (!m_values.overview->isWhole())
        return unweighedText(*m_values.overview);
    QString usual = tr("Quota, forecast and cost");
    const auto* owners = m_budgets->ownersIncidents();
    if (!owners || !m_values.terms.budget)
        return usual;
    return tr("%1; %2", "what the page is about; the breaches of a quarter")
        .arg(usual, incidentText(*owners, quarterOf(m_values.now)));
}

void StoragePage::showState()
{
    const bool hasValues = m_values.overview && m_values.overview->images > 0;
    const bool hasFailed = m_state.kind == PageState::Kind::Failed && m_state.error;
    m_errorBar->hide();
    if (!hasValues)
        showNoStorage(*m_statePage, m_state, m_owner, m_inventory && m_inventory->imageTotal > 0);
    else if (hasFailed)
        m_errorBar->showMessage(Tone::Bad, errorLine(*m_state.error));
    m_stack->setCurrentWidget(hasValues ? static_cast<QWidget*>(m_ground) : m_statePage);
}

QStringList StoragePage::breadcrumb() const
{
    return {tr("Storage")};
}

QList<QWidget*> StoragePage::panes() const
{
    return {&m_growth->chart(),  &m_growth->legend(), &m_growth->days(), &m_since->table(),
            &m_reclaim->table(), &m_use->table(),     m_layers,          &m_costs->table(),
            &budgets().table(),  &incidents().table()};
}

QJsonObject StoragePage::saveState() const
{
    return storageArrangement(*this);
}

void StoragePage::restoreState(const QJsonObject& state)
{
    arrangeStorage(*this, state);
}

QStringList StoragePage::stateTexts() const
{
    QStringList texts;
    if (m_stack->currentWidget() == m_statePage)
        texts << m_statePage->title() << m_statePage->sentence();
    if (!m_errorBar->isHidden())
        texts << m_errorBar->sentence();
    if (!m_line->fullText().isEmpty())
        texts << m_line->fullText();
    return texts;
}

} // namespace slipway
