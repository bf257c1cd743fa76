#include "views/storage/whatifdialog.h"

#include "views/storage/figureview.h"
#include "views/storage/whatifform.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"
#include "views/widgets/formarea.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

WhatIfDialog::WhatIfDialog(const InventoryPtr& inventory, const Prices& prices, const QDateTime& now, QWidget* parent)
    : Dialog(tr("What if we consolidate?"), parent)
    , m_prices(prices)
    , m_now(now)
    , m_form(new WhatIfForm(this))
    , m_sentence(new QLabel(tr("Counting…"), this))
    , m_steps(new FigureView(tr("Savings step by step"), this))
    , m_notes(new QLabel(this))
{
    setTextRole(*m_sentence, TextRole::CardHeader);
    setTextRole(*m_notes, TextRole::Caption);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_steps->showTable(whatIfTable({}, prices, prices.runnerPerMonth));
    m_steps->setRowsInSight(m_steps->model()->rowCount());
    m_steps->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    body().addWidget(new FormArea(m_form, this), 1);
    body().addWidget(m_sentence);
    body().addWidget(m_steps);
    body().addWidget(m_notes);
    addButtons();
    connect(m_form, &WhatIfForm::changed, this, &WhatIfDialog::count);
    connect(&m_meter, &WhatIfMeter::prepared, this, &WhatIfDialog::takeGround);
    connect(&m_meter, &WhatIfMeter::measured, this, &WhatIfDialog::showResult);
    m_meter.prepare(inventory);
}

void WhatIfDialog::addButtons()
{
    m_reset = new QPushButton(tr("Reset"), this);
    m_copy = new QPushButton(icon("edit-copy"_L1), tr("Copy as text"), this);
    auto* close = new QPushButton(tr("Close"), this);
    for (auto* button : {m_reset, m_copy})
        button->setEnabled(false);
    for (auto* button : {m_reset, m_copy, close}) {
        button->setAutoDefault(false);
        foot().addWidget(button);
    }
    connect(m_reset, &QPushButton::clicked, this, [this] { m_form->setWish(usualWhatIf(*m_ground, m_prices)); });
    connect(m_copy, &QPushButton::clicked, this, &WhatIfDialog::copyText);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void WhatIfDialog::takeGround(const std::shared_ptr<const WhatIfGround>& ground)
{
    m_ground = ground;
    m_form->setGround(*ground, m_prices.currency);
    m_form->setWish(usualWhatIf(*ground, m_prices));
    m_reset->setEnabled(true);
}

/// What is in sight is of another wish until the new one is counted.
void WhatIfDialog::count()
{
    m_counted.reset();
    m_copy->setEnabled(false);
    m_steps->setEnabled(false);
    m_notes->clear();
    const auto wish = m_form->wish();
    m_sentence->setText(wish ? tr("Counting…") : tr("Not counted"));
    if (wish)
        m_meter.measure(*wish, m_now);
}

void WhatIfDialog::showResult(const WhatIf& wish, const ConsolidationResult& result)
{
    // The form may have become wrong meanwhile.
    if (m_form->wish() != wish)
        return;
    m_counted = Counted{wish, result};
    m_sentence->setText(whatIfSentence(result.stored));
    m_steps->showTable(whatIfTable(result.stored, m_prices, wish.runnerPerMonth));
    m_steps->setEnabled(true);
    m_notes->setText(whatIfNotes(result).join(u", "_s));
    m_copy->setEnabled(true);
    QAccessibleAnnouncementEvent announcement(this, m_sentence->text());
    QAccessible::updateAccessibility(&announcement);
    Q_EMIT counted();
}

void WhatIfDialog::copyText()
{
    copyAndTell(*this, whatIfText(*m_ground, m_counted->wish, m_counted->result, m_prices), Copied::Text);
}

QString WhatIfDialog::sentence() const
{
    return m_sentence->text();
}

QString WhatIfDialog::notes() const
{
    return m_notes->text();
}

} // namespace slipway
