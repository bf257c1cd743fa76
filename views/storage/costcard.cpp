#include "views/storage/costcard.h"

#include "core/errortext.h"
#include "models/storagetables.h"
#include "views/storage/figureview.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/sectioncard.h"

#include <QLabel>
#include <QVBoxLayout>

namespace slipway
{

CostCard::CostCard(QWidget* parent)
    : QWidget(parent)
    , m_table(new FigureView(tr("Cost a month"), this))
    , m_note(new QLabel(this))
    , m_aged(new AgedText(*m_table))
{
    auto* card = new SectionCard(tr("Cost a month"), this);
    card->setSubText(tr("at the profile's or your prices"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    setTextRole(*m_note, TextRole::Caption);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 4, 12, 8);
    card->body().setContentsMargins(0, 0, 0, 2);
    card->body().addWidget(m_table);
    card->body().addWidget(m_note);
}

void CostCard::showCosts(const StorageOverview* overview, const Prices& prices, const QDateTime& now)
{
    // What was read of an earlier month says nothing of this one.
    const bool isPresent = m_billing && m_billing->month == billingMonthAt(now);
    const auto billing = isPresent ? m_billing : std::nullopt;
    m_table->showTable(overview ? costTable(*overview, prices, billing) : FigureTable());
    QString note = billingText(billing, now);
    if (m_billingError)
        note += u' ' + errorLine(*m_billingError);
    m_note->setText(note);
}

void CostCard::setBilling(const Result<BillingReading>& billing)
{
    m_billingError = billing ? std::nullopt : std::optional(billing.error());
    if (billing)
        m_billing = *billing;
}

void CostCard::forgetBilling()
{
    m_billing.reset();
    m_billingError.reset();
}

void CostCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

QString CostCard::note() const
{
    return m_note->text();
}

} // namespace slipway
