#include "views/inventory/treefilter.h"

#include "models/facetcount.h"
#include "models/inventorymodel.h"
#include "models/matchcount.h"
#include "views/inventory/facetbar.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefoot.h"
#include "views/inventory/treeplace.h"
#include "views/widgets/searchfield.h"

#include <QAction>
#include <QLocale>

namespace slipway
{

using namespace Qt::StringLiterals;

TreeFilter::TreeFilter(InventoryTree& tree, InventoryModel& model, TreeFoot& foot, QWidget* page)
    : QObject(page)
    , m_tree(tree)
    , m_model(model)
    , m_foot(foot)
    , m_bar(new FilterBar(page))
    , m_clear(new QAction(tr("Clear filter"), page))
    , m_count(new MatchCount(this))
    , m_facetCount(new FacetCount(this))
{
    tree.setModel(&model); // the tree hears of changes before what keeps its place
    new TreePlace(tree, model, this);
    addActions(*page);
    connect(m_bar, &FilterBar::filterChanged, this, &TreeFilter::apply);
    connect(m_bar, &FilterBar::faultFound, this, &TreeFilter::refuse);
    connect(m_bar, &FilterBar::left, this, &TreeFilter::leave);
    connect(m_count, &MatchCount::counted, this, &TreeFilter::showCount);
    connect(m_facetCount, &FacetCount::counted, this,
            [this](const std::vector<Facet>& facets) { m_bar->facets().setFacets(facets); });
    connect(&tree, &InventoryTree::sortRequested, this,
            [this](int column, Qt::SortOrder order) { m_model.sort(column, order); });
}

void TreeFilter::addActions(QWidget& page)
{
    auto* find = new QAction(tr("Filter the inventory"), &page);
    find->setObjectName(u"inventory.filter"_s);
    find->setProperty("iconName", u"view-filter"_s);
    find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    connect(find, &QAction::triggered, m_bar, &FilterBar::takeKeyboard);
    m_clear->setObjectName(u"inventory.clearFilter"_s);
    m_clear->setProperty("iconName", u"view-filter"_s);
    m_clear->setEnabled(false);
    connect(m_clear, &QAction::triggered, this, &TreeFilter::clear);
    // Also what cannot be understood is cleared.
    connect(&m_bar->field(), &QLineEdit::textChanged, m_clear,
            [this](const QString& text) { m_clear->setEnabled(!text.isEmpty()); });
    page.addActions({find, m_clear});
}

bool TreeFilter::leavesNothing() const
{
    return m_model.isFiltered() && m_model.inventory() && m_model.inventory()->imageTotal > 0
           && m_model.arrangement()->imageTotal() == 0;
}

void TreeFilter::apply(const InventoryFilter& filter)
{
    m_isRefused = false;
    m_filter = filter;
    m_text = m_bar->text();
    m_model.setFilter(filter);
    countMatches();
    countFacets();
    Q_EMIT changed();
}

void TreeFilter::refuse()
{
    m_isRefused = true;
    showRefused();
}

/// Half a term is a word like any other: "age" of "age:>" finds nothing, and nobody has asked for that.
void TreeFilter::showRefused()
{
    m_count->stop();
    if (leavesNothing()) {
        m_filter = {};
        m_text.clear();
        m_model.setFilter({});
        countFacets();
        Q_EMIT changed();
    }
    m_foot.showMatches(m_model.isFiltered() && !m_model.isOutline() ? tr("Not applied: what was found before is shown")
                                                                    : tr("Not applied: everything is shown"));
}

void TreeFilter::showInventory()
{
    countMatches();
    countFacets();
}

void TreeFilter::countFacets()
{
    if (m_model.inventory() && !m_model.isOutline()) {
        m_facetCount->count(m_model.inventory(), m_text, m_model.arrangement()->view().now);
    } else {
        m_facetCount->stop();
        m_bar->facets().setFacets({});
    }
}

void TreeFilter::countMatches()
{
    if (m_isRefused) {
        showRefused();
        return;
    }
    m_foot.showMatches({});
    if (!m_model.isFiltered() || !m_model.inventory() || m_model.isOutline()) {
        m_count->stop();
        if (m_model.isFiltered() && m_model.isOutline())
            m_foot.showMatches(tr("The filter waits until everything is counted"));
        return;
    }
    m_count->start(m_model.inventory(), m_filter, m_model.arrangement()->view().now);
}

void TreeFilter::showCount(qsizetype matching, qsizetype total)
{
    const QLocale locale;
    const auto images = static_cast<qsizetype>(m_model.arrangement()->imageTotal());
    const Inventory& inventory = *m_model.inventory();
    m_foot.showMatches(
        tr("%1 of %2 images, %3 of %4 versions in the tree match")
            .arg(locale.toString(images), locale.toString(static_cast<qsizetype>(inventory.imageTotal)),
                 locale.toString(matching), locale.toString(total)),
        tr("The registry has %1 versions. The tree has a row for %2 of them; the others are parts of "
           "these, signatures, SBOMs and attestations: their details show them.")
            .arg(locale.toString(static_cast<qsizetype>(inventory.snapshot->versions.size())), locale.toString(total)));
}

void TreeFilter::clear()
{
    m_bar->clear();
}

/// To the row that is chosen, or to the first.
void TreeFilter::leave()
{
    if (m_model.rowCount() == 0)
        return;
    m_tree.setFocus(Qt::ShortcutFocusReason);
    if (!m_tree.currentIndex().isValid())
        m_tree.setCurrentIndex(m_model.index(0, 0));
}

} // namespace slipway
