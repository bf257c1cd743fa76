#include "views/inventory/inventoryheader.h"

#include "views/inventory/inventorytext.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kHeight = 32;
constexpr int kSpacing = 10;
/// Rounded down to whole per cent, what is below this is not all of it.
constexpr double kWhole = 0.9995;
} // namespace

InventoryHeader::InventoryHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_stateLine(new ElidedLabel(this))
    , m_confidence(new Badge(this))
    , m_columns(new QPushButton(icon("adjustcol"_L1), tr("Columns"), this))
    , m_actions(makeActions())
{
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    m_title->setText(tr("Inventory"));
    setTextRole(*m_title, TextRole::PageTitle);
    m_stateLine->setForegroundRole(QPalette::PlaceholderText);
    m_confidence->setToolTip(
        tr("Packages whose hub, family and variant are known, by the profile's rules or by their labels "
           "and names. The others stand under Unassigned or have no variant."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing);
    row->addWidget(m_title);
    row->addWidget(m_stateLine);
    row->addWidget(m_confidence);
    row->addStretch(1);
    row->addWidget(m_actions);
    showInventory(nullptr);
}

QWidget* InventoryHeader::makeActions()
{
    auto* actions = new QWidget(this);
    m_expand = new QPushButton(icon("expand-all"_L1), {}, actions);
    m_collapse = new QPushButton(icon("collapse-all"_L1), {}, actions);
    m_expand->setAccessibleName(tr("Expand all"));
    m_collapse->setAccessibleName(tr("Collapse all"));
    connect(m_expand, &QPushButton::clicked, this, &InventoryHeader::expandRequested);
    connect(m_collapse, &QPushButton::clicked, this, &InventoryHeader::collapseRequested);
    auto* exporting = new QPushButton(icon("document-export"_L1), tr("Export CSV…"), actions);
    connect(exporting, &QPushButton::clicked, this, &InventoryHeader::exportRequested);
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_expand);
    row->addWidget(m_collapse);
    row->addWidget(m_columns);
    row->addWidget(exporting);
    return actions;
}

void InventoryHeader::setColumnMenu(QMenu& menu)
{
    m_columns->setMenu(&menu);
}

void InventoryHeader::showInventory(const InventoryPtr& inventory)
{
    const bool hasImages = inventory && inventory->imageTotal > 0;
    m_stateLine->setFullText(hasImages ? inventoryLine(*inventory) : QString());
    m_actions->setVisible(hasImages);
    m_hasConfidence = hasImages;
    if (!hasImages) {
        fit();
        return;
    }
    const bool isWhole = inventory->classifiedShare >= kWhole;
    m_confidence->setBadge(
        {confidenceText(*inventory), isWhole ? Tone::Ok : Tone::Neutral, isWhole ? Glyph::Ok : Glyph::Info});
    fit();
}

void InventoryHeader::showOutline(const Inventory& outline)
{
    showInventory(nullptr);
    m_stateLine->setFullText(outlineLine(outline));
    fit();
}

/// What of the row goes first where there is little room: two buttons' words, then the badge.
void InventoryHeader::fit()
{
    fitActions();
    fitConfidence();
    // Now: the row was laid out before this was told of the new size.
    m_actions->updateGeometry();
    layout()->activate();
}

/// Where there is no room for the badge, the line beside the title tells it when asked.
void InventoryHeader::fitConfidence()
{
    const int others = m_title->sizeHint().width() + m_stateLine->minimumSizeHint().width()
                       + m_actions->layout()->sizeHint().width() + 4 * kSpacing;
    const bool hasRoom = others + m_confidence->sizeHint().width() <= width();
    m_confidence->setVisible(m_hasConfidence && hasRoom);
    m_stateLine->setHint(m_hasConfidence && !hasRoom ? m_confidence->badge().text : QString());
}

void InventoryHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Where the line beside the title would be cut, the two that say the least in words say it by their icons alone.
void InventoryHeader::fitActions()
{
    const auto setWords = [this](bool areShown) {
        for (auto* button : {m_expand, m_collapse}) {
            button->setText(areShown ? button->accessibleName() : QString());
            button->setToolTip(areShown ? QString() : button->accessibleName());
        }
    };
    const int words = m_title->sizeHint().width() + m_stateLine->sizeHint().width() + m_confidence->sizeHint().width();
    setWords(true);
    setWords(m_actions->layout()->sizeHint().width() + words + 3 * kSpacing <= width());
}

} // namespace slipway
