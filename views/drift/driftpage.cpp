#include "views/drift/driftpage.h"

#include "core/errortext.h"
#include "models/driftcomparison.h"
#include "models/driftmatrixmodel.h"
#include "models/driftwords.h"
#include "models/timetext.h"
#include "views/drift/driftcopies.h"
#include "views/drift/driftmatrixview.h"
#include "views/drift/findingcard.h"
#include "views/drift/findingkinds.h"
#include "views/drift/findingslist.h"
#include "views/drift/findingsview.h"
#include "views/drift/laddercard.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statepage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kGap = 12;
constexpr int kRight = 288;
constexpr int kMostRight = 340; ///< the layers need the room more where text is large
constexpr int kLeastLadder = 160;

} // namespace

DriftPage::DriftPage(QWidget* parent)
    : Page(parent)
    , m_matrix(new DriftMatrixModel(this))
    , m_bar(new MessageBar(this))
    , m_kinds(new FindingKinds(this))
    , m_matrixView(new DriftMatrixView(*m_matrix, this))
    , m_findings(new FindingsList(this))
    , m_card(new FindingCard(this))
    , m_ladder(new LadderCard(this))
    , m_agedMatrix(new AgedText(*m_matrixView))
    , m_fixes(new DriftFixes(*this))
    , m_more(new QPushButton(this))
    , m_copies(new DriftCopies(*this, m_findings->model(), *m_ladder))
    , m_statePage(new StatePage(this))
    , m_content(nullptr)
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Drift"));
    makeActions();
    m_content = makeContent();
    m_bar->hide();
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_statePage);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(kGap);
    layout->addWidget(makeHead());
    layout->addWidget(&m_fixes->result());
    layout->addWidget(&m_fixes->failed());
    layout->addWidget(m_bar);
    layout->addLayout(m_stack, 1);
    connectParts();
    showLook();
}

QWidget* DriftPage::makeHead()
{
    auto* head = new PageHead(tr("Drift"), this);
    m_line = &head->line();
    auto* copy = new QPushButton(icon("edit-copy"_L1), {}, head);
    copy->setAccessibleName(tr("Copy"));
    copy->setToolTip(tr("Copy"));
    auto* menu = new QMenu(copy);
    menu->addActions(m_copies->all());
    copy->setMenu(menu);
    m_more->setParent(head);
    m_more->setIcon(icon("overflow-menu"_L1));
    m_more->setAccessibleName(tr("In the repository"));
    m_more->setToolTip(tr("What can be done in the profile's repository"));
    auto* fixes = new QMenu(m_more);
    fixes->addActions({&m_fixes->proposeAction(), &m_fixes->issuesAction()});
    m_more->setMenu(fixes);
    m_more->hide();
    connect(&m_copies->textAction(), &QAction::enabledChanged, copy, &QWidget::setEnabled);
    copy->setEnabled(false);
    for (auto* part : std::initializer_list<QWidget*>{m_kinds, copy, m_more})
        head->addPart(*part);
    head->addButton(*m_check, tr("Check now"));
    return head;
}

QWidget* DriftPage::makeContent()
{
    auto* content = new QWidget(this);
    m_matrixCard = new SectionCard(tr("Checks by family"), content);
    m_matrixCard->body().setContentsMargins(0, 0, 0, 2);
    m_matrixCard->body().addWidget(m_matrixView);
    m_left = new QSplitter(Qt::Vertical, content);
    m_left->setChildrenCollapsible(false);
    m_left->setHandleWidth(kGap);
    m_left->addWidget(m_matrixCard);
    m_left->addWidget(m_ladder);
    followText(*this, [this] { m_ladder->setMinimumHeight(withText(kLeastLadder)); });
    m_left->setStretchFactor(0, 0);
    m_left->setStretchFactor(1, 1);
    auto* right = new QWidget(content);
    followText(*right, [right] { right->setFixedWidth(std::min(withText(kRight), kMostRight)); });
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_findings, 5);
    column->addWidget(m_card, 4);
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_left, 1);
    layout->addWidget(right);
    return content;
}

void DriftPage::makeActions()
{
    m_check = makeAction(u"drift.check"_s, tr("Check for drift now"), u"view-refresh"_s);
    m_showImage = makeAction(u"drift.showImage"_s, tr("Show the image in the inventory"), u"view-list-tree"_s);
    auto* find = makeAction(u"drift.filter"_s, tr("Filter findings"), u"view-filter"_s);
    find->setEnabled(true);
    findBy(*find);
    connect(find, &QAction::triggered, this, [this] {
        filter().setFocus(Qt::ShortcutFocusReason);
        filter().selectAll();
    });
    m_card->addAction(m_fixes->acknowledgeAction(), tr("Acknowledge…"));
    m_card->addAction(m_fixes->regenerateAction(), tr("Regenerate lock…"));
    m_card->addAction(*m_showImage, tr("Show in the inventory"));
}

void DriftPage::connectParts()
{
    connect(m_bar, &MessageBar::actionTriggered, this, &DriftPage::helpOut);
    connect(m_statePage, &StatePage::actionTriggered, this, &DriftPage::refreshRequested);
    connect(m_kinds, &FindingKinds::chosen, this, [this] {
        m_findings->setKind(m_kinds->kind());
        Q_EMIT stateChanged();
    });
    connect(m_findings, &FindingsList::filterChanged, this, &Page::stateChanged);
    connect(m_findings, &FindingsList::currentChanged, this, &DriftPage::showFinding);
    connect(m_findings, &FindingsList::opened, m_showImage, &QAction::trigger);
    connect(m_matrixView, &DriftMatrixView::cellChosen, this, &DriftPage::chooseCell);
    connect(m_matrixView, &DriftMatrixView::cellOpened, this, &DriftPage::openCell);
    connect(m_matrixView, &DriftMatrixView::copyRequested, &m_copies->textAction(), &QAction::trigger);
    connect(m_ladder, &LadderCard::documentsWanted, this, &DriftPage::documentsWanted);
    connect(m_ladder, &LadderCard::arrangementChanged, this, &Page::stateChanged);
    connect(m_left, &QSplitter::splitterMoved, this, [this] {
        m_checksHeight = m_left->sizes().constFirst();
        Q_EMIT stateChanged();
    });
    connect(m_check, &QAction::triggered, this, &DriftPage::checkRequested);
    connect(m_showImage, &QAction::triggered, this, &DriftPage::showImage);
    connect(this, &Page::writeAccessChanged, this, &DriftPage::offerFixes);
}

void DriftPage::setClock(const Clock& clock)
{
    m_clock = clock;
    showLook();
}

void DriftPage::setOwner(const QString& owner)
{
    m_owner = owner;
    showState();
}

void DriftPage::setRepository(const RepositoryUse& use)
{
    m_use = use;
    offerFixes();
}

void DriftPage::offerFixes()
{
    const RepositoryUse offered = isReadOnly(writeAccess()) ? RepositoryUse() : m_use;
    m_fixes->setRepository(offered);
    m_more->setVisible(offered != RepositoryUse());
}

void DriftPage::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    m_check->setEnabled(inventory && inventory->imageTotal > 0);
    if (!inventory) {
        m_fixes->close();
        m_look.reset();
        m_kept = {};
        m_failure.reset();
        m_ladder->compare({});
    }
    showLook();
}

void DriftPage::setLook(const DriftLookPtr& look)
{
    m_look = look;
    m_failure.reset();
    showLook();
    tellSettled();
}

void DriftPage::showFailure(const Error& error)
{
    m_failure = error;
    showState();
    tellSettled();
}

void DriftPage::setLooking(bool isLooking)
{
    m_isLooking = isLooking;
    showState();
    tellSettled();
}

void DriftPage::tellSettled()
{
    if (!isWaiting())
        Q_EMIT settled();
}

void DriftPage::setState(const PageState& state)
{
    m_state = state;
    showState();
}

void DriftPage::setAge(DataAge age)
{
    m_agedMatrix->setAge(age);
    m_findings->setAge(age);
}

void DriftPage::showLook()
{
    const QDateTime now = m_clock.now();
    m_matrix->setLook(m_look);
    m_matrixView->fitColumns();
    m_kinds->showTotals(m_look.get());
    m_copies->setLook(m_look, now);
    m_fixes->setLook(m_look.get());
    m_matrixCard->setSubText(m_look ? driftChecksLine(*m_look, now) : QString());
    m_line->setFullText(m_look ? driftLine(*m_look) : QString());
    m_ladder->setGround(m_look ? m_look->ground : nullptr);
    m_findings->setLook(m_look, now);
    // Once the layouts know of the rows.
    QMetaObject::invokeMethod(this, &DriftPage::fitChecks, Qt::QueuedConnection);
    showBadge();
    showState();
}

/// The card, the matrix and the ladder follow the chosen finding.
void DriftPage::showFinding()
{
    const auto* life = m_findings->current();
    const auto before = m_card->finding();
    m_card->showFinding(life ? std::optional(*life) : std::nullopt, m_clock.now());
    m_fixes->setFinding(life, m_clock.now());
    m_showImage->setEnabled(life != nullptr);
    if (!m_look || (life && before && before->id == life->id && m_matrixView->currentIndex().isValid()))
        return;
    if (!life) {
        Q_EMIT breadcrumbChanged();
        return;
    }
    if (const QModelIndex cell = m_matrix->indexOf(life->finding); cell.isValid() && !m_isFollowing)
        m_matrixView->setCurrentIndex(cell);
    if (const auto names = comparedFor(*m_look->ground, life->finding); !names.left.isEmpty())
        m_ladder->compare(names);
    Q_EMIT breadcrumbChanged();
}

void DriftPage::showDocuments(const Digest& manifest, const std::optional<Result<QByteArray>>& configBytes)
{
    m_ladder->showDocuments(manifest, configBytes);
    tellSettled();
}

void DriftPage::setKind(FindingKind kind)
{
    m_kinds->setKind(kind);
    m_findings->setKind(kind);
}

FindingsView& DriftPage::findings()
{
    return m_findings->view();
}

SearchField& DriftPage::filter()
{
    return m_findings->filter();
}

void DriftPage::showKept(int errors, int warnings)
{
    m_kept = {errors, warnings};
    showBadge();
}

void DriftPage::showBadge()
{
    const auto [failing, behind] = m_look ? std::pair(m_look->matrix.failing, m_look->matrix.behind) : m_kept;
    const QString text = failing + behind > 0 ? QString::number(failing + behind) : QString();
    if (std::exchange(m_badge, text) != text)
        Q_EMIT badgeChanged(text, failing > 0 ? Tone::Bad : Tone::Warn);
}

bool DriftPage::isWaiting() const
{
    return m_isSeen && m_inventory && m_inventory->imageTotal > 0
           && (m_isLooking || !m_look || m_look->ground->inventory != m_inventory) && !m_failure;
}

DriftSituation DriftPage::situation() const
{
    return {m_owner, m_state, m_failure, m_inventory && m_inventory->imageTotal > 0, m_look};
}

void DriftPage::showState()
{
    const DriftSituation now = situation();
    if (!now.hasContent())
        showDriftState(*m_statePage, now);
    showDriftBar(*m_bar, now);
    m_stack->setCurrentWidget(now.hasContent() ? m_content : m_statePage);
}

void DriftPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_isSeen = true;
    Q_EMIT seen();
}

} // namespace slipway
