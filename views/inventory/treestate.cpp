#include "views/inventory/treestate.h"

#include "views/inventory/columnstate.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/widgets/searchfield.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace slipway
{

using namespace Qt::StringLiterals;

TreeState::TreeState(InventoryTree& tree, FilterBar& bar, QObject* parent)
    : QObject(parent)
    , m_tree(tree)
    , m_bar(bar)
{
    connect(&m_tree, &InventoryTree::columnStateChanged, this, &TreeState::changed);
    connect(&m_bar.field(), &QLineEdit::textChanged, this, &TreeState::changed);
    connect(&m_bar, &FilterBar::savedFiltersChanged, this, &TreeState::changed);
}

QJsonObject TreeState::common() const
{
    return {{u"columns"_s, toJson(m_tree.columnState())}};
}

QJsonObject TreeState::work() const
{
    return {{u"savedFilters"_s, QJsonDocument::fromJson(m_bar.saved().saved().toJson()).array()}};
}

QJsonObject TreeState::save() const
{
    QJsonObject state = common();
    state.insert("filter"_L1, m_bar.text());
    state.insert("savedFilters"_L1, work().value("savedFilters"_L1));
    return state;
}

void TreeState::restore(const QJsonObject& state)
{
    m_bar.setSavedFilters(SavedFilters::fromJson(QJsonDocument(state["savedFilters"_L1].toArray()).toJson()));
    m_tree.setColumnState(columnState(state["columns"_L1].toObject()));
    m_bar.setText(state["filter"_L1].toString());
}

} // namespace slipway
