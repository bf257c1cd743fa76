#include "views/inventory/inventoryselection.h"

#include "models/inventorymodel.h"
#include "models/inventoryrecords.h"
#include "views/inventory/inventorytext.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefoot.h"
#include "views/theme/icons.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/filesaving.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// A tree that takes the keyboard makes its first row the current one and leaves it at that; what the details and the
/// foot speak of is to look so. A press chooses by itself.
void selectCurrent(const InventoryTree& tree)
{
    auto& selection = *tree.selectionModel();
    const QModelIndex current = selection.currentIndex();
    if (current.isValid() && !selection.hasSelection() && QGuiApplication::mouseButtons() == Qt::NoButton)
        selection.select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace

InventorySelection::InventorySelection(InventoryModel& model, InventoryTree& tree, TreeFoot& foot, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_tree(tree)
    , m_foot(foot)
    , m_export(addAction(u"inventory.exportCsv"_s, tr("Export CSV…"), &InventorySelection::exportCsv))
{
    m_export->setProperty("iconName", u"document-export"_s);
    m_export->setEnabled(false);
    m_copyActions = {addAction(u"inventory.copyText"_s, tr("Copy as text"), &InventorySelection::copyText),
                     addAction(u"inventory.copyCsv"_s, tr("Copy as CSV"), &InventorySelection::copyCsv),
                     addAction(u"inventory.copyJson"_s, tr("Copy as JSON"), &InventorySelection::copyJson)};
    m_copyActions.constFirst()->setShortcut(QKeySequence::Copy);
    connect(tree.selectionModel(), &QItemSelectionModel::selectionChanged, this, &InventorySelection::show);
    connect(qApp, &QApplication::focusChanged, &tree, [&tree](QWidget*, QWidget* now) {
        if (now == &tree)
            selectCurrent(tree);
    });
    connect(&m_meter, &SelectionMeter::measured, this, &InventorySelection::showTotal);
}

QAction* InventorySelection::addAction(const QString& id, const QString& text, void (InventorySelection::*act)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty("iconName", u"edit-copy"_s);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    m_tree.addAction(action);
    return action;
}

std::vector<InventoryItem> InventorySelection::items() const
{
    if (m_model.isOutline())
        return {}; // nothing to be measured or copied yet
    QModelIndexList rows = m_tree.selectionModel()->selectedRows();
    if (rows.isEmpty() && m_tree.currentIndex().isValid())
        rows.append(m_tree.currentIndex());
    std::vector<InventoryItem> items;
    items.reserve(static_cast<size_t>(rows.size()));
    for (const auto& row : std::as_const(rows))
        items.push_back(m_model.itemAt(row));
    return items;
}

void InventorySelection::show()
{
    const auto selected = items();
    const bool isSome = !selected.empty();
    Q_EMIT itemsChanged(selected);
    for (auto* action : std::as_const(m_copyActions))
        action->setEnabled(isSome); // and so there is an arrangement
    m_export->setEnabled(m_model.rowCount() > 0 && !m_model.isOutline());
    if (selected.size() < 2) {
        m_meter.forget();
        // The row the keyboard is at need not look selected.
        const bool isSeen = isSome && m_tree.selectionModel()->hasSelection();
        m_foot.showSelection(isSeen ? selectionLine(selected.front()) : QString());
        return;
    }
    m_foot.showSelection(selectionLine(selected.size()));
    m_meter.measure(m_model.inventory(), rowsMeant(*m_model.arrangement(), selected));
}

void InventorySelection::showTotal(const SetSize& size)
{
    m_foot.showSelection(selectionLine(items().size(), size));
}

QMenu* InventorySelection::makeCopyMenu(QWidget* parent) const
{
    auto* menu = new QMenu(tr("Copy as"), parent);
    menu->setIcon(icon("edit-copy"_L1));
    menu->addActions(m_copyActions);
    return menu;
}

void InventorySelection::copyText()
{
    copyToClipboard(recordsAsText(versionsMeant(*m_model.arrangement(), items())));
    tellDone(m_tree, tr("Copied as text"));
}

void InventorySelection::copyCsv()
{
    copyToClipboard(QString::fromUtf8(recordsAsCsv(versionsMeant(*m_model.arrangement(), items()))));
    tellDone(m_tree, tr("Copied as CSV"));
}

void InventorySelection::copyJson()
{
    copyToClipboard(QString::fromUtf8(recordsAsJson(versionsMeant(*m_model.arrangement(), items()))));
    tellDone(m_tree, tr("Copied as JSON"));
}

void InventorySelection::exportCsv()
{
    // What goes into the file: a single row is where the keyboard is, no choice.
    const auto chosen = static_cast<int>(items().size());
    const auto images = static_cast<int>(m_model.arrangement()->imageTotal());
    const QString title = chosen > 1 ? tr("Export %n selected row(s) as CSV", nullptr, chosen)
                                     : tr("Export %n image(s) as CSV", nullptr, images);
    askWhereToSave(m_tree, {title, u"inventory.csv"_s}, [this](const QString& path) {
        if (auto saved = saveCsv(path); !saved)
            Q_EMIT failed(saved.error());
    });
}

Result<void> InventorySelection::saveCsv(const QString& path) const
{
    auto rows = items();
    if (rows.size() < 2) {
        rows.clear();
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.push_back(m_model.itemAt(m_model.index(row, 0)));
    }
    return writeFile(path, recordsAsCsv(versionsMeant(*m_model.arrangement(), rows)));
}

} // namespace slipway
