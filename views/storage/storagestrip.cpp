#include "views/storage/storagestrip.h"

#include "core/errortext.h"
#include "core/format.h"
#include "models/reclaimtable.h"
#include "storage/storagehistory.h"
#include "views/storage/storagestats.h"
#include "views/widgets/statcard.h"

#include <QHBoxLayout>

namespace slipway
{

namespace
{

void showStat(StatCard& card, const Stat& stat, DataAge age, const QString& since)
{
    if (age == DataAge::Old)
        card.showStale(stat, since);
    else
        card.showValue(stat);
}

} // namespace

StorageStrip::StorageStrip(QWidget* parent)
    : QWidget(parent)
    , m_stored(new StatCard(tr("Stored"), this))
    , m_logical(new StatCard(tr("Logical"), this))
    , m_shared(new StatCard(tr("Shared"), this))
    , m_reclaimable(new StatCard(tr("Reclaimable"), this))
    , m_forecast(new StatCard(tr("Forecast in 30 days"), this))
    , m_cost(new StatCard(tr("Storage cost"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (auto* card : {m_stored, m_logical, m_shared, m_reclaimable, m_forecast, m_cost})
        row->addWidget(card, 1);
    m_logical->setToolTip(tr("Every image whole, as if each were pulled alone"));
    m_shared->setToolTip(tr("Of what is stored, what two or more versions have"));
}

void StorageStrip::showValues(const StorageStripValues& values, DataAge age, const QString& since)
{
    if (!values.overview) {
        for (auto* card : {m_stored, m_logical, m_shared, m_reclaimable, m_forecast, m_cost})
            card->showLoading();
        return;
    }
    const bool isFreedKnown = values.reclaimable && *values.reclaimable;
    const Bytes freed = isFreedKnown ? (*values.reclaimable)->bytes : 0;
    const QString hint = tr("Each layer once, however many images have it: what the registry holds");
    const Stat stored = storedStat(*values.overview, values.terms, freed);
    // Of what is beyond the budget the bar shows nothing.
    const bool isBeyond = values.terms.budget && values.overview->size.stored > *values.terms.budget;
    QString frees;
    if (freed > 0)
        frees = u'\n'
                + (stored.hatched <= 0 ? tr("A cleanup would free %1")
                   : isBeyond          ? tr("A cleanup would free %1; striped: what that leaves below the budget")
                                       : tr("Striped: %1 that a cleanup would free"))
                      .arg(formatBytes(freed));
    m_stored->setToolTip(hint + frees);
    showStat(*m_stored, stored, age, since);
    showStat(*m_logical, logicalStat(*values.overview), age, since);
    showStat(*m_shared, sharedStat(*values.overview), age, since);
    showStat(*m_cost, costStat(*values.overview, values.terms), age, since);
    showReclaimable(values, age, since);
    showForecast(values, age, since);
}

void StorageStrip::showReclaimable(const StorageStripValues& values, DataAge age, const QString& since)
{
    if (!values.reclaimable) {
        m_reclaimable->setToolTip({});
        m_reclaimable->showLoading();
        return;
    }
    if (!*values.reclaimable) {
        m_reclaimable->setToolTip(errorLine(values.reclaimable->error()));
        m_reclaimable->showEmpty(tr("The cleanup policy could not be read"));
        return;
    }
    const QString hint = tr("What a cleanup would free now, %1").arg(reclaimPolicyText(**values.reclaimable));
    const QString unread = reclaimUnreadText(**values.reclaimable);
    m_reclaimable->setToolTip(unread.isEmpty() ? hint : hint + u'\n' + unread);
    showStat(*m_reclaimable, reclaimableStat(**values.reclaimable), age, since);
}

void StorageStrip::showForecast(const StorageStripValues& values, DataAge age, const QString& since)
{
    m_forecast->setToolTip({});
    if (!values.history) {
        m_forecast->showLoading();
        return;
    }
    if (!*values.history) {
        m_forecast->showEmpty(errorText(values.history->error()).what);
        return;
    }
    const auto points = storagePoints(**values.history);
    const auto stat = forecastStat(points, values.terms, values.now);
    if (!stat) {
        m_forecast->showEmpty(stat.error());
        return;
    }
    m_forecast->setToolTip(stat->hint);
    showStat(*m_forecast, stat->stat, age, since);
}

} // namespace slipway
