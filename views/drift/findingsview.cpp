#include "views/drift/findingsview.h"

#include "models/driftwords.h"
#include "models/findingsmodel.h"
#include "models/timetext.h"
#include "views/drift/findingdelegate.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace slipway
{

namespace
{

/// Beside an open log in the smallest window: a finding.
constexpr int kLeastHeight = 56;
constexpr int kPadding = 12;

} // namespace

FindingsView::FindingsView(FindingsModel& model, QWidget* parent)
    : RowView(parent)
    , m_findings(model)
{
    setAccessibleName(tr("Findings"));
    setItemDelegate(new FindingDelegate(this));
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHeaderHidden(true);
    header()->setStretchLastSection(false); // a hidden header is told of no new width
    header()->setMinimumSectionSize(1);
    followText(*this, [this] { setMinimumHeight(withText(kLeastHeight)); });
    setModel(&model);
    connect(this, &QAbstractItemView::doubleClicked, this, &FindingsView::opened);
}

/// The day has the room of the widest there is.
void FindingsView::fitColumns()
{
    const QFontMetrics metrics(fontFor(TextRole::Caption));
    const QDateTime wide(QDate(2028, 9, 28), QTime(12, 0));
    const int since = metrics.horizontalAdvance(dayText(wide)) + 2 * kPadding;
    const int finding = std::max(viewport()->width() - since, since);
    header()->resizeSection(0, finding);
    header()->resizeSection(1, std::max(viewport()->width() - finding, 1));
}

void FindingsView::copy()
{
    if (const auto* life = m_findings.findingAt(currentIndex().row()))
        copyAndTell(*this, findingAsText(*life, m_now), Copied::Text);
}

void FindingsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT opened();
    else
        RowView::keyPressEvent(event);
}

} // namespace slipway
