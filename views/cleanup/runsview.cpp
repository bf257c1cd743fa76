#include "views/cleanup/runsview.h"

#include "models/runstreemodel.h"
#include "views/theme/cellinset.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace slipway
{

namespace
{

constexpr int kRow = 28;
/// Beside an open log in the smallest window: the head and a row.
constexpr int kLeastHeight = 56;
constexpr int kName = 220;
constexpr int kTags = 140;
constexpr int kFreed = 90;
constexpr int kPadding = 2 * kCellPadding + 2;

/// Versions that are there, and runs above them across all columns.
class RunsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isRun = index.data(RunsTreeModel::kRunRole).toBool();
        const bool isMono = index.column() == static_cast<int>(RunsColumn::ShortDigest);
        const QRect rect = insideCell(option, index);
        painter->save();
        painter->setFont(fontFor(isRun ? TextRole::CardHeader : isMono ? TextRole::Mono : TextRole::Body));
        painter->setPen(option.palette.color(QPalette::Text));
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {QFontMetrics(fontFor(TextRole::Body)).horizontalAdvance(index.data().toString()) + kPadding,
                withText(kRow)};
    }
};

} // namespace

RunsView::RunsView(RunsTreeModel& runs, QWidget* parent)
    : RowView(parent)
    , m_runs(runs)
{
    setAccessibleName(tr("Runs"));
    setItemDelegate(new RunsDelegate(this));
    setRootIsDecorated(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(24);
    followText(*this, [this] { setMinimumHeight(withText(kLeastHeight)); });
    setModel(&m_runs);
}

void RunsView::setRuns(std::vector<CleanupRun> runs)
{
    const auto* before = m_runs.runAt(currentIndex());
    const QString at = before ? before->journal : QString();
    QSet<QString> open;
    for (int run = 0; run < m_runs.rowCount(); ++run)
        if (isExpanded(m_runs.index(run, 0)))
            open.insert(m_runs.runs()[static_cast<std::size_t>(run)].journal);
    m_runs.setRuns(std::move(runs));
    QModelIndex chosen;
    for (int run = 0; run < m_runs.rowCount(); ++run) {
        const QString& journal = m_runs.runs()[static_cast<std::size_t>(run)].journal;
        setFirstColumnSpanned(run, {}, true);
        setExpanded(m_runs.index(run, 0), open.contains(journal) || (open.isEmpty() && run == 0));
        if (journal == at)
            chosen = m_runs.index(run, 0);
    }
    if (!currentIndex().isValid() && m_runs.rowCount() > 0)
        setCurrentIndex(chosen.isValid() ? chosen : m_runs.index(0, 0));
    fitColumns();
}

const CleanupRun* RunsView::chosenRun() const
{
    const auto rows = selectionModel()->selectedRows();
    const auto* at = m_runs.runAt(currentIndex());
    const bool isAtOne = std::ranges::any_of(rows, [&](const QModelIndex& row) { return m_runs.runAt(row) == at; });
    if (isAtOne)
        return at;
    return rows.isEmpty() ? nullptr : m_runs.runAt(rows.constFirst());
}

std::vector<RunVersion> RunsView::chosenVersions() const
{
    const auto* run = chosenRun();
    if (!run)
        return {};
    std::vector<RunVersion> versions;
    const auto rows = selectionModel()->selectedRows();
    for (const QModelIndex& row : rows) {
        if (m_runs.runAt(row) != run)
            continue;
        if (const auto* version = m_runs.versionAt(row))
            versions.push_back(*version);
        else
            return run->versions;
    }
    return versions;
}

void RunsView::fitColumns()
{
    const int digest =
        QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(QStringLiteral("000000…0000")) + kPadding;
    const std::array widths{withText(kName) + indentation(), withText(kTags), digest, withText(kFreed)};
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        header()->resizeSection(column, widths[static_cast<std::size_t>(column)]);
}

} // namespace slipway
