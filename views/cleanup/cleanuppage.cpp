#include "views/cleanup/cleanuppage.h"

#include "core/errortext.h"
#include "core/format.h"
#include "models/plantreemodel.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/historypane.h"
#include "views/cleanup/holdscard.h"
#include "views/cleanup/planpane.h"
#include "views/cleanup/planview.h"
#include "views/cleanup/runbar.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/filesaving.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/statepage.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabBar>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kGap = 12;

} // namespace

CleanupPage::CleanupPage(QWidget* parent)
    : Page(parent)
    , m_policies(new QComboBox(this))
    , m_bar(new MessageBar(this))
    , m_tabs(new QTabBar(this))
    , m_parts(new QStackedWidget(this))
    , m_plan(new PlanPane)
    , m_acting(new CleanupActing(*this))
    , m_statePage(new StatePage(this))
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Cleanup"));
    makeActions();
    m_bar->hide();
    m_policies->hide();
    m_policies->setAccessibleName(tr("Cleanup policy"));
    m_tabs->setAccessibleName(tr("Parts of the page"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto* plan = new QWidget(m_parts);
    plan->setLayout(m_stack);
    m_stack->addWidget(m_plan);
    m_stack->addWidget(m_statePage);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(kGap);
    layout->addWidget(makeHead());
    layout->addWidget(&m_acting->runBar());
    layout->addWidget(&m_acting->result());
    layout->addWidget(&m_acting->note());
    layout->addWidget(m_bar);
    layout->addWidget(m_parts, 1);
    addTab(tr("Plan"), plan);
    addTab(tr("History"), &m_acting->history());
    connectParts();
    showSheet();
}

QWidget* CleanupPage::makeHead()
{
    auto* head = new PageHead(tr("Cleanup"), this);
    m_line = &head->line();
    head->addPart(*m_tabs);
    head->addPart(*m_policies);
    head->addButton(*m_copy, tr("Copy"));
    head->addButton(*m_export, tr("Export plan"));
    head->addButton(*m_preview, tr("Preview again"));
    return head;
}

void CleanupPage::makeActions()
{
    m_preview = makeAction(u"cleanup.preview"_s, tr("Preview the cleanup again"), u"view-refresh"_s);
    m_export = makeAction(u"cleanup.export"_s, tr("Export the cleanup plan…"), u"document-export"_s);
    m_copy = makeAction(u"cleanup.copy"_s, tr("Copy the cleanup plan"), u"edit-copy"_s);
    m_showImage = makeAction(u"cleanup.showImage"_s, tr("Show the version in the inventory"), u"view-list-tree"_s);
    m_apply = makeAction(u"cleanup.apply"_s, tr("Delete what is planned…"), u"trash-empty"_s);
    auto* why = makeAction(u"cleanup.why"_s, tr("Ask why something is kept"), u"search"_s);
    why->setEnabled(true);
    findBy(*why);
    connect(why, &QAction::triggered, this, [this] {
        setCurrentTab(0);
        m_plan->holds().whyField().setFocus(Qt::ShortcutFocusReason);
        m_plan->holds().whyField().selectAll();
    });
}

void CleanupPage::connectParts()
{
    connect(m_bar, &MessageBar::actionTriggered, this, &CleanupPage::refreshRequested);
    connect(m_statePage, &StatePage::actionTriggered, this,
            [this] { Q_EMIT m_failure ? previewRequested() : refreshRequested(); });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_parts->setCurrentIndex(tab);
        if (m_parts->currentWidget() == &m_acting->history())
            Q_EMIT runsWanted();
        Q_EMIT breadcrumbChanged();
        Q_EMIT stateChanged();
    });
    connect(m_policies, &QComboBox::activated, this, &CleanupPage::policyChosen);
    connect(&m_plan->view().plan(), &PlanTreeModel::exclusionWanted, this, &CleanupPage::exclusionRequested);
    connect(&m_plan->view(), &PlanView::opened, m_showImage, &QAction::trigger);
    connect(&m_plan->view(), &PlanView::currentVersionChanged, this,
            [this] { m_showImage->setEnabled(m_plan->view().currentVersion() != kNoRow); });
    connect(&m_plan->holds().whyField(), &SearchField::left, &m_plan->view(), qOverload<>(&QWidget::setFocus));
    connect(&m_plan->holds(), &HoldsCard::asked, this, &CleanupPage::whyAsked);
    connect(m_showImage, &QAction::triggered, this, &CleanupPage::showVersion);
    connect(m_preview, &QAction::triggered, this, &CleanupPage::previewRequested);
    connect(m_copy, &QAction::triggered, this, &CleanupPage::copyRequested);
    connect(m_export, &QAction::triggered, this, &CleanupPage::exportPlan);
    connect(&m_plan->applyButton(), &QPushButton::clicked, m_apply, &QAction::trigger);
    connect(m_apply, &QAction::triggered, this, &CleanupPage::askToApply);
    connect(m_acting, &CleanupActing::runningChanged, this, &CleanupPage::showState);
    connect(this, &Page::writeAccessChanged, this, &CleanupPage::showState);
}

void CleanupPage::setClock(const Clock& clock)
{
    m_clock = clock;
    showSheet();
}

void CleanupPage::setOwner(const QString& owner)
{
    m_owner = owner;
    m_plan->setOwner(owner);
    showState();
}

void CleanupPage::setState(const PageState& state)
{
    m_state = state;
    showState();
}

void CleanupPage::setAge(DataAge age)
{
    m_plan->setAge(age);
}

void CleanupPage::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    if (!inventory) {
        m_sheet.reset();
        m_failure.reset();
        m_acting->clear();
        setPolicies({}, 0);
    }
    showSheet();
}

void CleanupPage::setPolicies(const QStringList& names, int current)
{
    m_policies->clear();
    m_policies->addItems(names);
    m_policies->setCurrentIndex(current);
    m_policies->setVisible(names.size() > 1);
}

void CleanupPage::setPlanning(bool isPlanning)
{
    m_isPlanning = isPlanning;
    showState();
    if (!isWaiting())
        Q_EMIT settled();
}

void CleanupPage::setSheet(const CleanupSheetPtr& sheet)
{
    m_sheet = sheet;
    m_failure.reset();
    showSheet();
}

void CleanupPage::showFailure(const Error& error)
{
    // A plan by another policy must not look like one by this.
    m_sheet.reset();
    m_failure = error;
    showSheet();
}

void CleanupPage::showSheet()
{
    m_plan->showSheet(m_sheet, m_clock.now());
    const bool isPlanned = m_sheet != nullptr;
    m_copy->setEnabled(isPlanned && !m_sheet->groups.empty());
    m_export->setEnabled(isPlanned);
    m_showImage->setEnabled(m_plan->view().currentVersion() != kNoRow);
    m_line->setFullText(!isPlanned ? QString()
                        : m_sheet->goes() > 0
                            ? tr("%n version(s) would go, which frees %1", nullptr, static_cast<int>(m_sheet->goes()))
                                  .arg(formatBytes(m_sheet->plan.freed.owner))
                            : tr("Nothing would go"));
    showState();
    Q_EMIT breadcrumbChanged();
}

QString CleanupPage::whyNotAct() const
{
    if (m_acting->isRunning())
        return tr("A cleanup is running.");
    if (m_state.kind == PageState::Kind::Offline)
        return tr("Offline: nothing can be changed.");
    return {};
}

QString CleanupPage::whyNotApply() const
{
    if (const QString why = whyNotAct(); !why.isEmpty())
        return why;
    if (!m_sheet || m_sheet->goes() == 0)
        return tr("Nothing would be deleted.");
    if (m_isPlanning || m_sheet->inventory != m_inventory)
        return tr("The plan is being made anew.");
    const QDateTime readAt = m_sheet->terms.readAt.isValid() ? m_sheet->terms.readAt : m_sheet->snapshot().fetchedAt;
    if (isPlanTooOld(m_sheet->plan.createdAt, {}, m_clock.now()))
        return tr("This plan is older than a day. Preview the cleanup again.");
    if (isPlanTooOld(m_sheet->plan.createdAt, readAt, m_clock.now()))
        return tr("What this plan was made of was read more than a day ago. Read the registry again.");
    return {};
}

CleanupSituation CleanupPage::situation() const
{
    return {m_owner, m_state, m_failure, m_inventory && m_inventory->imageTotal > 0, m_sheet};
}

void CleanupPage::showState()
{
    const auto now = situation();
    m_preview->setEnabled(now.hasImages && !m_isPlanning);
    if (!now.hasContent())
        showCleanupState(*m_statePage, now);
    showCleanupBar(*m_bar, now);
    const bool mayChange = !isReadOnly(writeAccess());
    m_plan->offerApply(mayChange, whyNotApply());
    m_apply->setVisible(mayChange);
    m_apply->setEnabled(mayChange && whyNotApply().isEmpty());
    m_apply->setProperty("whyNot", whyNotApply());
    m_acting->offerActs(mayChange, whyNotAct());
    m_acting->noteSheet(m_sheet);
    m_stack->setCurrentWidget(now.hasContent() ? static_cast<QWidget*>(m_plan) : m_statePage);
}

/// The plan may have grown too old since it was offered: time tells nobody.
void CleanupPage::askToApply()
{
    if (const QString why = whyNotApply(); !why.isEmpty()) {
        showState();
        m_acting->tellWhyNot(why);
        return;
    }
    m_acting->askToApply(m_clock);
}

void CleanupPage::showVersion()
{
    const RowIndex row = m_plan->view().currentVersion();
    if (!m_sheet || row == kNoRow)
        return;
    const Snapshot& snapshot = m_sheet->snapshot();
    Q_EMIT versionRequested(snapshot.packages[snapshot.versions[row].package].name, snapshot.digestOf(row));
}

void CleanupPage::exportPlan()
{
    if (m_sheet)
        askWhereToSave(*this, {tr("Export the cleanup plan"), m_owner + u"-cleanup-plan.json"_s},
                       [this](const QString& path) { Q_EMIT exportRequested(path); });
}

void CleanupPage::takeCopy(const QString& text)
{
    copyToClipboard(text);
    tellDone(*this, tr("Copied the plan"));
}

void CleanupPage::takeAnswers(const QString& meant, const std::vector<CleanupAnswer>& answers)
{
    m_plan->holds().showAnswers(meant, answers);
}

void CleanupPage::showExported(const QString& path, const Result<void>& done)
{
    if (done) {
        tellDone(*this, tr("Exported the plan to %1").arg(QFileInfo(path).fileName()));
        return;
    }
    m_bar->setAction({});
    m_bar->showMessage(Tone::Bad, errorLine(done.error()));
}

void CleanupPage::addTab(const QString& name, QWidget* part)
{
    m_parts->addWidget(part);
    m_tabs->addTab(name);
}

void CleanupPage::setCurrentTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

bool CleanupPage::isWaiting() const
{
    return m_isSeen && m_inventory && m_inventory->imageTotal > 0
           && (m_isPlanning || !m_sheet || m_sheet->inventory != m_inventory) && !m_failure;
}

QStringList CleanupPage::breadcrumb() const
{
    QStringList steps{tr("Cleanup")};
    if (m_tabs->currentIndex() > 0)
        steps << m_tabs->tabText(m_tabs->currentIndex());
    return steps;
}

QList<QWidget*> CleanupPage::panes() const
{
    if (m_tabs->currentIndex() > 0)
        return {m_tabs, m_parts->currentWidget()};
    return {m_tabs, &m_plan->holds().whyField(), &m_plan->view()};
}

QJsonObject CleanupPage::saveState() const
{
    return m_tabs->currentIndex() > 0 ? QJsonObject{{u"tab"_s, m_tabs->currentIndex()}} : QJsonObject();
}

void CleanupPage::restoreState(const QJsonObject& state)
{
    const int tab = state["tab"_L1].toInt();
    setCurrentTab(tab >= 0 && tab < m_tabs->count() ? tab : 0);
}

void CleanupPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_isSeen = true;
    Q_EMIT seen();
    if (m_parts->currentWidget() == &m_acting->history())
        Q_EMIT runsWanted();
}

} // namespace slipway
