#include "views/inventory/historytable.h"

#include "views/inventory/historydelegate.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPadding = 12;
/// More are no list to choose from.
constexpr std::size_t kMostDigests = 12;

} // namespace

HistoryTable::HistoryTable(QWidget* parent)
    : RowView(parent)
{
    setAccessibleName(tr("History"));
    setItemDelegate(new HistoryDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setRootIsDecorated(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& pos) { showMenu(indexAt(pos), viewport()->mapToGlobal(pos)); });
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        showMenu(index, viewport()->mapToGlobal(visualRect(index.siblingAtColumn(0)).bottomLeft()));
    });
}

void HistoryTable::setHistory(HistoryModel& model)
{
    m_history = &model;
    setModel(&model);
}

std::vector<HistoryEvent> HistoryTable::eventsToCopy() const
{
    const auto row = static_cast<std::size_t>(currentIndex().row());
    if (!selectionModel()->hasSelection())
        return hasFocus() && currentIndex().isValid() ? std::vector{m_history->events()[row]} : m_history->events();
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<HistoryEvent> events;
    for (const auto& index : std::as_const(rows))
        events.push_back(m_history->events()[static_cast<std::size_t>(index.row())]);
    return events;
}

void HistoryTable::copyText()
{
    copyAndTell(*this, historyAsText(eventsToCopy()), Copied::Text);
}

void HistoryTable::copyCsv()
{
    copyAndTell(*this, QString::fromUtf8(historyAsCsv(eventsToCopy())), Copied::Csv);
}

void HistoryTable::showMenu(const QModelIndex& index, const QPoint& at)
{
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto digests = historyDigests(m_history->events()[static_cast<std::size_t>(index.row())]);
    digests.resize(std::min(digests.size(), kMostDigests));
    for (const auto& digest : digests) {
        auto* action = menu->addAction(icon("edit-copy"_L1), tr("Copy digest %1").arg(digest.shortForm()), this,
                                       [this, digest] { copyAndTell(*this, digest.toString(), Copied::Digest); });
        action->setToolTip(digest.toString());
    }
    menu->addSeparator();
    menu->addAction(tr("Copy as text"), this, &HistoryTable::copyText);
    menu->addAction(tr("Copy as CSV"), this, &HistoryTable::copyCsv);
    menu->popup(at);
    menu->setActiveAction(menu->actions().constFirst());
}

void HistoryTable::fitColumns()
{
    // As wide as the longest age: "just now" and its translations.
    const QFontMetrics metrics(fontFor(TextRole::Caption));
    const int seen = std::max(metrics.averageCharWidth() * 11, 48) + 2 * kPadding;
    header()->resizeSection(0, std::max(viewport()->width() - seen, seen));
}

void HistoryTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyText();
    else
        RowView::keyPressEvent(event);
}

} // namespace slipway
