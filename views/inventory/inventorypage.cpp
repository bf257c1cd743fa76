#include "views/inventory/inventorypage.h"

#include "views/inventory/columnmenu.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/foldactions.h"
#include "views/inventory/inventorycontent.h"
#include "views/inventory/inventoryheader.h"
#include "views/inventory/inventoryplace.h"
#include "views/inventory/inventoryselection.h"
#include "views/inventory/inventorystates.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/layercomparison.h"
#include "views/inventory/referrerstab.h"
#include "views/inventory/sortactions.h"
#include "views/inventory/summarytab.h"
#include "views/inventory/tabactions.h"
#include "views/inventory/treefilter.h"
#include "views/inventory/treefoot.h"
#include "views/inventory/treestate.h"
#include "views/theme/icons.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/menukeys.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/toast.h"

#include <QHeaderView>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// So many images are opened when they are shown first; more would be a wall.
constexpr size_t kOpenedAtFirst = 60;
/// Above this many versions "Expand all" stops at the images.
constexpr size_t kMostExpanded = 20'000;

} // namespace

InventoryPage::InventoryPage(QWidget* parent)
    : Page(parent)
    , m_header(new InventoryHeader(this))
    , m_tree(new InventoryTree(this))
    , m_foot(new TreeFoot(this))
    , m_filter(new TreeFilter(*m_tree, m_model, *m_foot, this))
    , m_finder(m_model, *m_tree, *m_filter)
    , m_details(new DetailsPane(this))
    , m_columns(new ColumnMenu(*m_tree, this))
    , m_treeState(new TreeState(*m_tree, m_filter->bar(), this))
    , m_selection(new InventorySelection(m_model, *m_tree, *m_foot, this))
    , m_comparison(new LayerComparison(*m_tree))
    , m_content(new InventoryContent(*m_tree, *m_foot, *m_details, this))
    , m_states(new InventoryStates(m_model, *m_filter, *m_content, this))
    , m_agedTree(new AgedText(*m_tree))
    , m_agedSummary(new AgedText(m_details->summaryTab()))
    , m_agedReferrers(new AgedText(m_details->referrersTab()))
{
    setAccessibleName(tr("Inventory"));
    m_header->setColumnMenu(*m_columns);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(&m_states->errorBar());
    layout->addWidget(&m_states->problemBar());
    layout->addWidget(&m_filter->bar());
    layout->addLayout(m_states->stack(), 1);
    connectParts();
    m_states->show();
}

void InventoryPage::connectParts()
{
    connect(m_header, &InventoryHeader::expandRequested, this, &InventoryPage::expandAll);
    connect(m_header, &InventoryHeader::collapseRequested, this, &InventoryPage::collapseAll);
    connect(m_header, &InventoryHeader::exportRequested, m_selection, &InventorySelection::exportCsv);
    connect(m_selection, &InventorySelection::itemsChanged, m_comparison,
            [this](const auto& items) { m_comparison->setItems(items, m_model.inventory()); });
    connect(m_comparison, &LayerComparison::documentsWanted, this, &InventoryPage::documentsWanted);
    connect(m_selection, &InventorySelection::failed, m_states, &InventoryStates::showFailure);
    connect(m_states, &InventoryStates::retryRequested, this, &InventoryPage::refreshRequested);
    connect(m_tree->header(), &QWidget::customContextMenuRequested, m_columns,
            [this](const QPoint& pos) { m_columns->popup(m_tree->header()->mapToGlobal(pos)); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InventoryPage::showSelected);
    connect(m_tree, &InventoryTree::hiddenColumnsChanged, this, &InventoryPage::showFoot);
    connect(m_tree, &InventoryTree::copyDigestRequested, this,
            [this](const QModelIndex& index) { copyAndTell(index.data(DigestRole).toString(), tr("Copied digest")); });
    new SortActions(*m_tree, *this);
    addFoldActions(*this);
    connect(new TabActions(*this), &TabActions::tabWanted, this, [this](DetailsTab tab) {
        m_content->reveal();
        setTab(tab);
        goToDetails();
    });
    connect(m_tree, &InventoryTree::detailsRequested, this, &InventoryPage::goToDetails);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &InventoryPage::showContextMenu);
    connect(m_details, &DetailsPane::documentsWanted, this, &InventoryPage::documentsWanted);
    connect(m_details, &DetailsPane::historyWanted, this, &InventoryPage::historyWanted);
    connect(m_details, &DetailsPane::imageChosen, this, [this](const PackageName& image) {
        Q_EMIT placeLeft();
        select(image, QString());
    });
    connect(m_details, &DetailsPane::partChosen, this, [this](const Digest& part) {
        Q_EMIT placeLeft();
        m_finder.goToPart(part);
    });
    connect(m_details, &DetailsPane::tabChanged, this, &Page::stateChanged);
    connect(m_treeState, &TreeState::changed, this, &Page::stateChanged);
    connect(m_content, &InventoryContent::arranged, this, &Page::stateChanged);
    connect(&m_filter->bar(), &FilterBar::actionsMade, this, &InventoryPage::actionsMade);
    connect(m_filter, &TreeFilter::changed, this, [this] {
        m_states->show();
        if (m_hasItem && selectedItem().isNull())
            showSelected();
    });
}

void InventoryPage::goToDetails()
{
    if (!m_details->hasItem())
        return; // a sentence takes no keys
    m_content->reveal();
    m_details->setFocus(Qt::ShortcutFocusReason);
}

void InventoryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_content->fitDetails();
}

void InventoryPage::setClock(const Clock& clock)
{
    m_clock = clock;
    m_model.setNow(clock.now());
    m_details->setClock(clock);
}

void InventoryPage::setOwner(const QString& owner, const QString& registryName)
{
    m_details->setRegistryName(registryName);
    m_states->setOwner(owner);
}

void InventoryPage::setInventory(const InventoryPtr& inventory)
{
    const bool isFirst = inventory && (!m_model.inventory() || m_model.inventory()->imageTotal == 0);
    m_model.setInventory(inventory, m_clock.now());
    showTaken(isFirst);
}

void InventoryPage::setOutline(const InventoryPtr& outline)
{
    m_model.setOutline(outline, m_clock.now());
    showTaken(outline != nullptr);
}

void InventoryPage::showTaken(bool isFirst)
{
    const auto& inventory = m_model.inventory();
    if (isFirst)
        m_tree->expandToDepth(inventory->imageTotal <= kOpenedAtFirst ? 1 : 0);
    if (m_model.isOutline())
        m_header->showOutline(*inventory);
    else
        m_header->showInventory(inventory);
    m_filter->showInventory();
    m_finder.goOn();
    m_states->showProblems();
    m_states->show();
    showSelected();
}

void InventoryPage::setState(const PageState& state)
{
    m_states->setState(state);
}

/// Not what is read by digest: manifests, configs and layers never change.
void InventoryPage::setAge(DataAge age, const QString& text)
{
    m_agedTree->setAge(age);
    m_agedSummary->setAge(age);
    m_agedReferrers->setAge(age);
    m_content->setNote(age == DataAge::Old ? text : QString());
}

void InventoryPage::showFoot()
{
    m_selection->show();
    m_foot->showHiddenColumns(m_tree->hiddenColumns());
}

InventoryItem InventoryPage::selectedItem() const
{
    return m_model.itemAt(m_tree->currentIndex());
}

void InventoryPage::showSelected()
{
    m_hasItem = !selectedItem().isNull();
    // Of what is not counted yet there are no details.
    if (m_model.isOutline() && m_hasItem)
        m_details->showUncounted();
    else if (m_model.isOutline())
        m_details->showItem(nullptr, {});
    else
        m_details->showItem(m_model.inventory(), selectedItem());
    showFoot();
    Q_EMIT copyableChanged(whyNotCopyable().isEmpty(), whyNotCopyable());
    Q_EMIT breadcrumbChanged();
}

QString InventoryPage::whyNotCopyable() const
{
    if (!m_details->digestText().isEmpty())
        return {};
    // A hub or family has no digest, counted or not.
    return m_model.isOutline() && selectedItem().image ? tr("Still being counted")
                                                       : tr("Select an image or a version first");
}

bool InventoryPage::select(const PackageName& package, const QString& tag)
{
    return m_finder.goToImage(package, tag);
}

bool InventoryPage::selectVersion(const PackageName& package, const Digest& digest)
{
    return m_finder.goToVersion(package, digest);
}

bool InventoryPage::selectGroup(const QString& hub, const std::optional<QString>& family)
{
    return m_finder.goToGroup(hub, family);
}

void InventoryPage::showContextMenu(const QPoint& pos)
{
    const QModelIndex index = m_tree->indexAt(pos);
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* digest = menu->addAction(icon("edit-copy"_L1), tr("Copy digest"), this, &InventoryPage::copyDigest);
    auto* pull = menu->addAction(tr("Copy pull command"), this, &InventoryPage::copyPullCommand);
    menu->setToolTipsVisible(true);
    showKeysOf(*window(), u"copy-digest"_s, *digest);
    showKeysOf(*window(), u"copy-pull-command"_s, *pull);
    for (auto* action : {digest, pull}) {
        action->setEnabled(whyNotCopyable().isEmpty());
        action->setToolTip(whyNotCopyable());
    }
    menu->addAction(tr("Copy name"), this, [this] { copyAndTell(selectedItem().name(), tr("Copied name")); });
    menu->addMenu(m_selection->makeCopyMenu(menu));
    menu->addAction(&m_comparison->action());
    menu->addSeparator();
    menu->addMenu(m_columns);
    menu->addAction(tr("Expand all"), this, &InventoryPage::expandAll);
    menu->addAction(tr("Collapse all"), this, &InventoryPage::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(pos));
}

void InventoryPage::showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                                  const std::optional<Result<QByteArray>>& configBytes)
{
    m_details->showDocuments(manifest, manifestBytes, configBytes);
    m_comparison->showDocuments(manifest, configBytes);
}

void InventoryPage::showHistory(const HistoryRequest& request, const Result<PackageHistory>& history)
{
    m_details->showHistory(request, history);
}

void InventoryPage::setTab(DetailsTab tab)
{
    m_details->setTab(tab);
}

void InventoryPage::copyDigest()
{
    if (const QString digest = m_details->digestText(); !digest.isEmpty())
        copyAndTell(digest, tr("Copied digest"));
}

void InventoryPage::copyPullCommand()
{
    if (const QString command = m_details->pullCommand(); !command.isEmpty())
        copyAndTell(command, tr("Copied pull command"));
}

void InventoryPage::copyAndTell(const QString& text, const QString& told)
{
    copyToClipboard(text);
    tellDone(*this, told);
}

void InventoryPage::expandAll()
{
    const auto& inventory = m_model.inventory();
    // Of an outline it is not known how many there are.
    if (inventory && !m_model.isOutline() && inventory->snapshot->versions.size() <= kMostExpanded)
        m_tree->expandImages();
    else
        m_tree->expandGroups();
}

void InventoryPage::collapseAll()
{
    m_tree->collapseAll();
}

void InventoryPage::focusTree()
{
    activateWindow(); // from the details' own
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

QStringList InventoryPage::breadcrumb() const
{
    return QStringList{tr("Inventory")} + inventorySteps(selectedItem());
}

QList<QWidget*> InventoryPage::panes() const
{
    // In a window of their own too.
    const bool isOut = m_details->window() != window();
    if (isOut ? m_details->isVisible() : m_details->isVisibleTo(this))
        return {m_tree, m_details};
    return {m_tree};
}

QJsonObject InventoryPage::saveState() const
{
    QJsonObject state = stateForOthers();
    state.insert(u"tree"_s, m_treeState->save());
    return state;
}

QJsonObject InventoryPage::defaultState() const
{
    return {{u"tree"_s, m_treeState->work()}};
}

QJsonObject InventoryPage::stateForOthers() const
{
    return {{u"tab"_s, tabName(m_details->tab())},
            {u"details"_s, m_content->saveState()},
            {u"tree"_s, m_treeState->common()}};
}

void InventoryPage::restoreState(const QJsonObject& state)
{
    m_details->setTab(tabNamed(state["tab"_L1].toString()));
    m_content->restoreState(state["details"_L1].toObject());
    m_treeState->restore(state["tree"_L1].toObject());
}

QJsonObject InventoryPage::place() const
{
    return inventoryPlace(selectedItem(), m_tree->currentIndex().data(DigestRole).toString());
}

void InventoryPage::goTo(const QJsonObject& place)
{
    const PackageName package{place["package"_L1].toString()};
    if (const auto digest = Digest::parse(place["digest"_L1].toString()))
        selectVersion(package, *digest);
    else if (!package.value.isEmpty())
        select(package, QString());
    else if (const auto family = place["family"_L1]; place.contains("hub"_L1))
        selectGroup(place["hub"_L1].toString(), family.isString() ? std::optional(family.toString()) : std::nullopt);
    focusTree();
}

QStringList InventoryPage::stateTexts() const
{
    return m_states->texts();
}

QStringList InventoryPage::footTexts() const
{
    return m_foot->texts();
}

} // namespace slipway
