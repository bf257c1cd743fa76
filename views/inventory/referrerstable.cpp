#include "views/inventory/referrerstable.h"

#include "models/roles.h"
#include "views/inventory/configdelegate.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace slipway
{

namespace
{
constexpr int kDigestWidth = 116;
}

ReferrersTable::ReferrersTable(QWidget* parent)
    : RowView(parent)
{
    setAccessibleName(tr("Referrers as a table"));
    setItemDelegate(new ConfigDelegate(this));
    setRootIsDecorated(false);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ReferrersTable::copyDigest()
{
    if (currentIndex().isValid())
        copyAndTell(*this, currentIndex().data(DigestRole).toString(), Copied::Digest);
}

void ReferrersTable::fitColumns()
{
    header()->resizeSection(0, std::max(viewport()->width() - withText(kDigestWidth), withText(kDigestWidth)));
}

void ReferrersTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyDigest();
    else
        RowView::keyPressEvent(event);
}

void ReferrersTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT rowChanged(current.row());
}

} // namespace slipway
