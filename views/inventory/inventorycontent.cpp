#include "views/inventory/inventorycontent.h"

#include "views/inventory/detailspane.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefoot.h"
#include "views/widgets/card.h"

#include <QVBoxLayout>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr int kNarrowestDetails = 280;

/// What the narrowest useful form of each tab needs; layers and documents are wider than fields.
constexpr int widthOf(DetailsTab tab)
{
    switch (tab) {
    case DetailsTab::Summary:
        return 322;
    case DetailsTab::Layers:
    case DetailsTab::History:
        return 380;
    case DetailsTab::Manifest:
    case DetailsTab::Config:
    case DetailsTab::Referrers:
        return 486;
    }
    return 322;
}

} // namespace

InventoryContent::InventoryContent(InventoryTree& tree, TreeFoot& foot, DetailsPane& details, QWidget* parent)
    : QSplitter(parent)
    , m_details(details)
{
    setChildrenCollapsible(false);
    addWidget(makeTreeCard(tree, foot));
    addWidget(makeDetailsCard());
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    connect(&details, &DetailsPane::tabChanged, this, &InventoryContent::fitDetails);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_detailsWidth = sizes().constLast();
        Q_EMIT widthChosen();
    });
}

QWidget* InventoryContent::makeTreeCard(InventoryTree& tree, TreeFoot& foot)
{
    auto* card = new Card(this);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(&tree, 1);
    layout->addWidget(&foot);
    return card;
}

QWidget* InventoryContent::makeDetailsCard()
{
    auto* card = new Card(this);
    card->setMinimumWidth(kNarrowestDetails);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_details);
    return card;
}

void InventoryContent::setDetailsWidth(int width)
{
    m_detailsWidth = std::max(0, width);
    fitDetails();
}

void InventoryContent::fitDetails()
{
    constexpr int kFrame = 2;
    const int needed = std::max(widthOf(m_details.tab()), m_details.tabsWidth() + kFrame);
    const int details = m_detailsWidth > 0 ? m_detailsWidth : needed;
    setSizes({width() - details - handleWidth(), details});
}

} // namespace slipway
