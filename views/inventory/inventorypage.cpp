#include "views/inventory/inventorypage.h"

#include "core/errortext.h"
#include "views/inventory/columnmenu.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventoryheader.h"
#include "views/inventory/inventoryselection.h"
#include "views/inventory/inventorytext.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefilter.h"
#include "views/inventory/treefoot.h"
#include "views/inventory/treestate.h"
#include "views/theme/icons.h"
#include "views/widgets/card.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/statepage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolTip>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What the narrowest useful form of each tab needs; layers and documents are wider than fields.
constexpr int detailsWidth(DetailsTab tab)
{
    switch (tab) {
    case DetailsTab::Summary:
        return 322;
    case DetailsTab::Layers:
        return 380;
    case DetailsTab::Manifest:
    case DetailsTab::Config:
    case DetailsTab::Referrers:
        return 486;
    }
    return 322;
}

constexpr int kNarrowestDetails = 280;
/// So many images are opened when they are shown first; more would be a wall.
constexpr size_t kOpenedAtFirst = 60;
/// Above this many versions "Expand all" stops at the images.
constexpr size_t kMostExpanded = 20'000;

} // namespace

InventoryPage::InventoryPage(QWidget* parent)
    : Page(parent)
    , m_header(new InventoryHeader(this))
    , m_errorBar(new MessageBar(this))
    , m_problemBar(new MessageBar(this))
    , m_tree(new InventoryTree(this))
    , m_foot(new TreeFoot(this))
    , m_filter(new TreeFilter(*m_tree, m_model, *m_foot, this))
    , m_treeState(new TreeState(*m_tree, m_filter->bar(), this))
    , m_details(new DetailsPane(this))
    , m_content(new QSplitter(this))
    , m_statePage(new StatePage(this))
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Inventory"));
    m_columns = new ColumnMenu(*m_tree, this);
    m_selection = new InventorySelection(m_model, *m_tree, *m_foot, this);
    m_header->setColumnMenu(*m_columns);
    m_content->setChildrenCollapsible(false);
    m_content->addWidget(makeTreeCard());
    m_content->addWidget(makeDetailsCard());
    m_content->setStretchFactor(0, 1);
    m_content->setStretchFactor(1, 0);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_statePage);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_errorBar);
    layout->addWidget(m_problemBar);
    layout->addWidget(&m_filter->bar());
    layout->addLayout(m_stack, 1);
    m_errorBar->setAction(tr("Try again"));
    m_problemBar->setAction(tr("Try again"));
    connectParts();
    showState();
}

QWidget* InventoryPage::makeTreeCard()
{
    auto* card = new Card(this);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_foot);
    return card;
}

QWidget* InventoryPage::makeDetailsCard()
{
    auto* card = new Card(this);
    card->setMinimumWidth(kNarrowestDetails);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_details);
    return card;
}

void InventoryPage::connectParts()
{
    connect(m_header, &InventoryHeader::expandRequested, this, &InventoryPage::expandAll);
    connect(m_header, &InventoryHeader::collapseRequested, this, &InventoryPage::collapseAll);
    connect(m_header, &InventoryHeader::exportRequested, m_selection, &InventorySelection::exportCsv);
    connect(m_selection, &InventorySelection::failed, this,
            [this](const Error& error) { m_errorBar->showMessage(Tone::Bad, errorLine(error)); });
    connect(m_tree->header(), &QWidget::customContextMenuRequested, m_columns,
            [this](const QPoint& pos) { m_columns->popup(m_tree->header()->mapToGlobal(pos)); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InventoryPage::showSelected);
    connect(m_tree, &InventoryTree::hiddenColumnsChanged, this, &InventoryPage::showFoot);
    connect(m_tree, &InventoryTree::copyDigestRequested, this, [this](const QModelIndex& index) {
        copyToClipboard(index.data(DigestRole).toString());
        QToolTip::showText(QCursor::pos(), tr("Copied digest"), m_tree);
    });
    connect(m_tree, &InventoryTree::detailsRequested, m_details,
            [this] { m_details->setFocus(Qt::ShortcutFocusReason); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &InventoryPage::showContextMenu);
    connect(m_details, &DetailsPane::documentsWanted, this, &InventoryPage::documentsWanted);
    connect(m_details, &DetailsPane::imageChosen, this, [this](const PackageName& image) {
        Q_EMIT placeLeft();
        select(image, QString());
    });
    connect(m_details, &DetailsPane::tabChanged, this, &InventoryPage::fitDetails);
    connect(m_details, &DetailsPane::tabChanged, this, &Page::stateChanged);
    connect(m_treeState, &TreeState::changed, this, &Page::stateChanged);
    connect(m_content, &QSplitter::splitterMoved, this, [this] {
        m_detailsWidth = m_content->sizes().constLast();
        Q_EMIT stateChanged();
    });
    connect(m_details, &DetailsPane::partChosen, this, &Page::placeLeft);
    connect(m_details, &DetailsPane::partChosen, this, &InventoryPage::goToPart);
    connect(m_errorBar, &MessageBar::actionTriggered, this, &InventoryPage::refreshRequested);
    connect(m_problemBar, &MessageBar::actionTriggered, this, &InventoryPage::refreshRequested);
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        if (m_filter->leavesNothing())
            m_filter->clear();
        else
            Q_EMIT refreshRequested();
    });
    connect(m_filter, &TreeFilter::changed, this, [this] {
        showState();
        if (m_hasItem && selectedItem().isNull())
            showSelected();
    });
}

void InventoryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    fitDetails();
}

/// The details have the width their tab and the names of all tabs need until a person moves the handle; the tree takes
/// what is left.
void InventoryPage::fitDetails()
{
    constexpr int kFrame = 2;
    const int needed = std::max(detailsWidth(m_details->tab()), m_details->tabsWidth() + kFrame);
    const int width = m_detailsWidth > 0 ? m_detailsWidth : needed;
    m_content->setSizes({m_content->width() - width - m_content->handleWidth(), width});
}

void InventoryPage::setClock(const Clock& clock)
{
    m_clock = clock;
    m_model.setNow(clock.now());
    m_details->setClock(clock);
}

void InventoryPage::setOwner(const QString& owner, const QString& registryName)
{
    m_owner = owner;
    m_details->setRegistryName(registryName);
    showState();
}

void InventoryPage::setInventory(const InventoryPtr& inventory)
{
    const bool isFirst = inventory && (!m_model.inventory() || m_model.inventory()->imageTotal == 0);
    m_model.setNow(m_clock.now());
    m_model.setInventory(inventory);
    if (isFirst)
        m_tree->expandToDepth(inventory->imageTotal <= kOpenedAtFirst ? 1 : 0);
    m_header->showInventory(inventory);
    m_filter->showInventory();
    showProblems();
    showState();
    showSelected();
}

void InventoryPage::setState(const PageState& state)
{
    m_state = state;
    showState();
}

void InventoryPage::showState()
{
    const bool hasRows = m_model.rowCount() > 0;
    const bool isFailed = m_state.kind == PageState::Kind::Failed && m_state.error.has_value();
    m_errorBar->setVisible(false);
    m_filter->bar().setVisible(hasRows || m_filter->leavesNothing());
    if (!m_filter->bar().isHidden()) {
        if (isFailed)
            m_errorBar->showMessage(Tone::Bad, errorLine(*m_state.error));
        if (!hasRows)
            m_statePage->showEmpty(icon("view-filter"_L1, IconColor::Muted), tr("No match for this filter"), {},
                                   tr("Clear filter"));
        m_stack->setCurrentWidget(hasRows ? static_cast<QWidget*>(m_content) : m_statePage);
        return;
    }
    m_stack->setCurrentWidget(m_statePage);
    if (isFailed) {
        const ErrorText text = errorText(*m_state.error);
        m_statePage->showError(text.what, text.advice, tr("Try again"));
    } else if (m_state.kind == PageState::Kind::Loading) {
        const QString sentence =
            m_state.total > 0 ? tr("%1 of %2 packages").arg(m_state.done).arg(m_state.total) : QString();
        m_statePage->showLoading(tr("Reading the packages of %1").arg(m_owner), sentence, m_state.done, m_state.total);
    } else if (m_state.kind == PageState::Kind::Offline) {
        m_statePage->showEmpty(icon("network-disconnect"_L1, IconColor::Muted), tr("Offline"),
                               tr("%1 was never read on this machine. Go online once to read it.").arg(m_owner));
    } else {
        m_statePage->showEmpty(
            icon("package"_L1, IconColor::Muted), tr("No packages in %1").arg(m_owner),
            tr("Packages appear here once an image has been pushed, and if the token may see them."));
    }
}

void InventoryPage::showProblems()
{
    const auto& inventory = m_model.inventory();
    if (!inventory || inventory->snapshot->problems.empty()) {
        m_problemBar->hide();
        return;
    }
    QStringList details;
    for (const auto& problem : inventory->snapshot->problems)
        details.append(errorLine(problem));
    m_problemBar->showMessage(Tone::Warn, problemsLine(*inventory), details);
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
    m_details->showItem(m_model.inventory(), selectedItem());
    showFoot();
    Q_EMIT breadcrumbChanged();
}

void InventoryPage::selectIndex(const QModelIndex& index)
{
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

bool InventoryPage::select(const PackageName& package, const QString& tag)
{
    if (selectShown(package, tag))
        return true;
    if (!m_model.isFiltered())
        return false;
    m_filter->clear(); // what is asked for by name is not to be hidden
    return selectShown(package, tag);
}

bool InventoryPage::selectShown(const PackageName& package, const QString& tag)
{
    if (!m_model.inventory())
        return false;
    const QModelIndex image = m_model.imageIndex(package);
    if (!image.isValid())
        return false;
    if (tag.isEmpty()) {
        selectIndex(image);
        return true;
    }
    m_tree->expand(image);
    for (int row = 0; row < m_model.rowCount(image); ++row) {
        const QModelIndex version = m_model.index(row, 0, image);
        if (version.data(TagsRole).toStringList().contains(tag)) {
            selectIndex(version);
            return true;
        }
    }
    return false;
}

bool InventoryPage::selectVersion(const PackageName& package, const Digest& digest)
{
    if (!select(package, QString()))
        return false;
    if (selectShownVersion(package, digest))
        return true;
    if (!m_model.isFiltered())
        return false;
    m_filter->clear();
    return select(package, QString()) && selectShownVersion(package, digest);
}

bool InventoryPage::selectShownVersion(const PackageName& package, const Digest& digest)
{
    const QModelIndex image = m_tree->currentIndex().siblingAtColumn(0);
    m_tree->expand(image);
    if (const QModelIndex version = m_model.versionIndex(package, digest); version.isValid()) {
        selectIndex(version);
        return true;
    }
    // A part stands below what it belongs to.
    const Inventory& inventory = *m_model.inventory();
    const PackageRow& row = *m_model.itemAt(image).package();
    for (RowIndex part = row.firstVersion; part < row.firstVersion + row.versionTotal; ++part) {
        if (inventory.snapshot->digestOf(part) != digest)
            continue;
        for (const RowIndex whole : inventory.graph->parents(part)) {
            const QModelIndex index = m_model.versionIndex(package, inventory.snapshot->digestOf(whole));
            if (!index.isValid())
                continue;
            selectIndex(index);
            goToPart(digest);
            return true;
        }
    }
    return false;
}

bool InventoryPage::selectGroup(const QString& hub, const std::optional<QString>& family)
{
    if (selectShownGroup(hub, family))
        return true;
    if (!m_model.isFiltered())
        return false;
    m_filter->clear();
    return selectShownGroup(hub, family);
}

bool InventoryPage::selectShownGroup(const QString& hub, const std::optional<QString>& family)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex hubIndex = m_model.index(row, 0);
        if (m_model.itemAt(hubIndex).hub->name != hub)
            continue;
        if (!family) {
            selectIndex(hubIndex);
            return true;
        }
        for (int below = 0; below < m_model.rowCount(hubIndex); ++below) {
            const QModelIndex familyIndex = m_model.index(below, 0, hubIndex);
            if (m_model.itemAt(familyIndex).family->name == *family) {
                selectIndex(familyIndex);
                return true;
            }
        }
    }
    return false;
}

void InventoryPage::goToPart(const Digest& digest)
{
    QModelIndex parent = m_tree->currentIndex().siblingAtColumn(0);
    if (m_model.itemAt(parent).level == InventoryLevel::Image)
        parent = m_model.versionIndex(m_model.itemAt(parent).package()->name,
                                      Digest::parse(parent.data(DigestRole).toString()).value_or(Digest()));
    m_tree->expand(parent);
    for (int row = 0; row < m_model.rowCount(parent); ++row)
        if (m_model.index(row, 0, parent).data(DigestRole).toString() == digest.toString())
            selectIndex(m_model.index(row, 0, parent));
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
    for (auto* action : {digest, pull})
        action->setEnabled(!m_details->digestText().isEmpty());
    menu->addAction(tr("Copy name"), this, [this] { copyToClipboard(selectedItem().name()); });
    menu->addMenu(m_selection->makeCopyMenu(menu));
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
}

void InventoryPage::setTab(DetailsTab tab)
{
    m_details->setTab(tab);
}

void InventoryPage::copyDigest()
{
    if (const QString digest = m_details->digestText(); !digest.isEmpty())
        copyToClipboard(digest);
}

void InventoryPage::copyPullCommand()
{
    if (const QString command = m_details->pullCommand(); !command.isEmpty())
        copyToClipboard(command);
}

void InventoryPage::expandAll()
{
    const auto& inventory = m_model.inventory();
    if (inventory && inventory->snapshot->versions.size() <= kMostExpanded)
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
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

QStringList InventoryPage::breadcrumb() const
{
    QStringList steps{tr("Inventory")};
    const InventoryItem item = selectedItem();
    if (item.isNull())
        return steps;
    if (item.hub)
        steps.append(groupName(item.hub->name));
    if (item.image)
        steps.append(item.package()->name.value);
    else if (item.family)
        steps.append(groupName(item.family->name));
    return steps;
}

QList<QWidget*> InventoryPage::panes() const
{
    return {m_tree, m_details};
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
    return {
        {u"tab"_s, tabName(m_details->tab())}, {u"detailsWidth"_s, m_detailsWidth}, {u"tree"_s, m_treeState->common()}};
}

void InventoryPage::restoreState(const QJsonObject& state)
{
    m_detailsWidth = std::max(0, state["detailsWidth"_L1].toInt());
    m_details->setTab(tabNamed(state["tab"_L1].toString()));
    m_treeState->restore(state["tree"_L1].toObject());
    fitDetails();
}

QJsonObject InventoryPage::place() const
{
    const InventoryItem item = selectedItem();
    QJsonObject place;
    if (item.hub)
        place.insert(u"hub"_s, item.hub->name);
    if (item.family)
        place.insert(u"family"_s, item.family->name);
    if (item.image)
        place.insert(u"package"_s, item.package()->name.value);
    if (item.level == InventoryLevel::Version)
        place.insert(u"digest"_s, m_tree->currentIndex().data(DigestRole).toString());
    return place;
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
    QStringList texts;
    if (m_stack->currentWidget() == m_statePage)
        texts << m_statePage->title() << m_statePage->sentence();
    for (const auto* bar : {m_errorBar, m_problemBar})
        if (!bar->isHidden())
            texts << bar->sentence();
    return texts;
}

QStringList InventoryPage::footTexts() const
{
    return m_foot->texts();
}

} // namespace slipway
