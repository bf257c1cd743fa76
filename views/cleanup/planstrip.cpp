#include "views/cleanup/planstrip.h"

#include "cleanup/restoring.h"
#include "core/format.h"
#include "models/timetext.h"
#include "views/cleanup/reclaimbar.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/card.h"
#include "views/widgets/statcard.h"

#include <QHBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// "5.2" and "GiB".
std::pair<QString, QString> amountOf(Bytes bytes)
{
    const QString text = formatBytes(bytes);
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

} // namespace

PlanStrip::PlanStrip(QWidget* parent)
    : QWidget(parent)
    , m_frees(new StatCard(tr("This plan reclaims"), this))
    , m_bar(new ReclaimBar(this))
    , m_aged(new AgedText(*m_bar))
    , m_held(new StatCard(tr("Protected"), this))
    , m_until(new StatCard(tr("Restore until"), this))
{
    auto* card = framed(m_bar, this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_frees, 3);
    row->addWidget(card, 6);
    row->addWidget(m_held, 2);
    row->addWidget(m_until, 2);
    m_held->setToolTip(tr("Versions that a rule selects, and that stay all the same"));
    m_until->setToolTip(
        tr("GitHub keeps what is deleted for 30 days, as long as the package and its tag name are free"));
}

void PlanStrip::showSheet(const CleanupSheetPtr& sheet, const QDateTime& now)
{
    if (!sheet) {
        for (auto* card : {m_frees, m_held, m_until})
            card->showLoading();
        m_bar->setBytes(0, 0);
        return;
    }
    const auto [value, unit] = amountOf(sheet->plan.freed.owner);
    Stat frees{tr("This plan reclaims"), value, unit, {}, {}, Tone::Accent};
    frees.note = tr("%1 of %2 versions", "numbers").arg(sheet->goes()).arg(sheet->snapshot().versions.size());
    m_frees->showValue(frees);
    m_frees->setToolTip(
        tr("Of %1 stored: each layer once that no remaining version has").arg(formatBytes(sheet->stored)));
    m_bar->setBytes(sheet->stored, sheet->plan.freed.owner);
    m_held->showValue({tr("Protected"),
                       QString::number(sheet->held),
                       tr("version(s)", "after a number", static_cast<int>(sheet->held)),
                       tr("matched, but kept"),
                       {},
                       Tone::Accent});
    const QDate until = now.addDays(kRestorable.count()).toLocalTime().date();
    m_until->showValue(
        {tr("Restore until"), dayText(until.startOfDay()), {}, tr("30 days on GitHub"), {}, Tone::Accent});
}

void PlanStrip::setAge(DataAge age)
{
    m_aged->setAge(age);
}

} // namespace slipway
