#include "views/cleanup/planview.h"

#include "models/plantreemodel.h"
#include "views/cleanup/plandelegate.h"
#include "views/theme/cellinset.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <tuple>

namespace slipway
{

namespace
{

/// So many rows of a group are measured: more look alike.
constexpr int kMeasured = 60;
/// Beside an open log in the smallest window: the head and a row.
constexpr int kLeastHeight = 56;
constexpr int kLeastName = 150;
constexpr int kLeastWhy = 150;
constexpr int kLeastHeld = 110;
constexpr int kWidestTag = 120;
constexpr int kWidestName = 240;
/// Those that go where there is no room, the least needed first.
constexpr std::array kSpare{PlanColumn::ShortDigest, PlanColumn::Age, PlanColumn::Tags};

} // namespace

PlanView::PlanView(QWidget* parent)
    : RowView(parent)
    , m_plan(new PlanTreeModel(this))
{
    setAccessibleName(tr("Plan"));
    setItemDelegate(new PlanDelegate(this));
    setRootIsDecorated(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    followText(*this, [this] { setMinimumHeight(withText(kLeastHeight)); });
    setModel(m_plan);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_plan->rowAt(index))
            Q_EMIT opened();
        else
            setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
    });
}

QSet<QString> PlanView::closedGroups() const
{
    QSet<QString> closed;
    for (int group = 0; group < m_plan->rowCount(); ++group)
        if (const QModelIndex index = m_plan->index(group, 0); !isExpanded(index))
            closed.insert(m_plan->groupAt(index)->key);
    return closed;
}

void PlanView::setSheet(const CleanupSheetPtr& sheet)
{
    const auto closed = closedGroups();
    const VersionId at = m_plan->idAt(currentIndex());
    const int scrolled = verticalScrollBar()->value();
    const QPersistentModelIndex before = currentIndex();
    m_plan->setSheet(sheet);
    for (int group = 0; group < m_plan->rowCount(); ++group) {
        const QModelIndex index = m_plan->index(group, 0);
        setFirstColumnSpanned(group, {}, true);
        setExpanded(index, !closed.contains(m_plan->groupAt(index)->key));
    }
    if (!before.isValid() && m_plan->rowCount() > 0) {
        const QModelIndex again = at.value != 0 ? m_plan->indexOf(at) : QModelIndex();
        setCurrentIndex(again.isValid() ? again : m_plan->index(0, 0));
        verticalScrollBar()->setValue(scrolled);
    }
    fitColumns();
    Q_EMIT currentVersionChanged();
}

RowIndex PlanView::currentVersion() const
{
    const auto* row = m_plan->rowAt(currentIndex());
    return row ? row->version : kNoRow;
}

void PlanView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowView::currentChanged(current, previous);
    Q_EMIT currentVersionChanged();
}

int PlanView::neededWidth(int column) const
{
    int width = QFontMetrics(fontFor(TextRole::Caption))
                    .horizontalAdvance(m_plan->headerData(column, Qt::Horizontal).toString())
                + 2 * kCellPadding + 2;
    for (int group = 0; group < m_plan->rowCount(); ++group) {
        const QModelIndex parent = m_plan->index(group, 0);
        const int rows = std::min(m_plan->rowCount(parent), kMeasured);
        for (int row = 0; row < rows; ++row)
            width = std::max(width, itemDelegate()->sizeHint({}, m_plan->index(row, column, parent)).width());
    }
    if (column == static_cast<int>(PlanColumn::Frees)) {
        const QFontMetrics bold(fontFor(TextRole::CardHeader));
        for (int group = 0; group < m_plan->rowCount(); ++group)
            width = std::max(width, bold.horizontalAdvance(m_plan->index(group, column).data().toString())
                                        + 2 * kCellPadding + 2);
    }
    return width;
}

void PlanView::fitColumns()
{
    const auto at = [](PlanColumn column) { return static_cast<int>(column); };
    std::array<int, kPlanColumns> widths{};
    for (int column = 0; column < kPlanColumns; ++column)
        widths[static_cast<std::size_t>(column)] = neededWidth(column);
    auto& name = widths[static_cast<std::size_t>(at(PlanColumn::What))];
    auto& why = widths[static_cast<std::size_t>(at(PlanColumn::Why))];
    auto& held = widths[static_cast<std::size_t>(at(PlanColumn::Held))];
    auto& tag = widths[static_cast<std::size_t>(at(PlanColumn::Tags))];
    name = std::clamp(name + 2 * indentation() + kEdgeExtra, withText(kLeastName), withText(kWidestName));
    tag = std::min(tag, withText(kWidestTag));
    const int wishedWhy = why;
    const int wishedHeld = held + kEdgeExtra;
    why = std::min(why, withText(kLeastWhy));
    held = std::min(wishedHeld, withText(kLeastHeld));
    const auto sum = [&widths] {
        int all = 0;
        for (const int width : widths)
            all += width;
        return all;
    };
    for (int column = 0; column < kPlanColumns; ++column)
        header()->setSectionHidden(column, false);
    const int room = std::max(steadyWidth(), 200);
    for (const PlanColumn spare : kSpare) {
        if (sum() <= room)
            break;
        widths[static_cast<std::size_t>(at(spare))] = 0;
        header()->setSectionHidden(at(spare), true);
    }
    // What is left over goes to the two that tell in words.
    int left = std::max(room - sum(), 0);
    const int more = std::clamp(wishedWhy - why, 0, left);
    why += more;
    left -= more;
    held += left;
    for (int column = 0; column < kPlanColumns; ++column)
        if (widths[static_cast<std::size_t>(column)] > 0)
            header()->resizeSection(column, widths[static_cast<std::size_t>(column)]);
}

void PlanView::toggle()
{
    const QModelIndex index = currentIndex().siblingAtColumn(0);
    const auto state = index.data(Qt::CheckStateRole);
    if (state.isValid())
        std::ignore = m_plan->setData(index, state.value<Qt::CheckState>() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                                      Qt::CheckStateRole);
}

void PlanView::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Space && currentIndex().isValid()) {
        setByKeyboard(true);
        toggle();
    } else if (isEnter && currentVersion() != kNoRow) {
        Q_EMIT opened();
    } else {
        RowView::keyPressEvent(event);
    }
}

} // namespace slipway
