#include "views/drift/acknowledgedialog.h"

#include "drift/drifttext.h"
#include "models/driftwords.h"
#include "views/theme/buttonkind.h"
#include "views/theme/typography.h"
#include "views/widgets/dayfield.h"
#include "views/widgets/messagebar.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace slipway
{

namespace
{
/// Long enough to rebuild, short enough to be asked again.
constexpr int kUsualDays = 14;
constexpr int kMostDays = 366;
} // namespace

AcknowledgeDialog::AcknowledgeDialog(const FindingLife& life, const QDateTime& now, QWidget* parent)
    : Dialog(tr("Acknowledge a finding"), parent)
    , m_reason(new QLineEdit(this))
    , m_until(new DayField(tr("Until"), this))
    , m_failure(new MessageBar(this))
    , m_confirm(new QPushButton(tr("Acknowledge"), this))
{
    auto* about = new QLabel(findingImage(life.finding) + u'\n' + driftSentence(life.finding), this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    auto* note = new QLabel(tr("Until then it is listed as acknowledged and fails no check on this machine; after that "
                               "it is open again. It stays in the finding's history."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    setTextRole(*note, TextRole::Caption);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Rebuild is scheduled"));
    m_reason->setMaxLength(500);
    const QDate today = now.toLocalTime().date();
    m_until->setDateRange(today, today.addDays(kMostDays));
    m_until->setDate(today.addDays(kUsualDays));
    m_failure->hide();
    auto* form = new QFormLayout;
    form->addRow(tr("Reason"), m_reason);
    form->addRow(tr("Until"), m_until);
    body().addWidget(about);
    body().addLayout(form);
    body().addWidget(note);
    body().addWidget(m_failure);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setButtonKind(*m_confirm, ButtonKind::Primary);
    m_confirm->setEnabled(false);
    cancel->setAutoDefault(false);
    m_confirm->setDefault(true);
    foot().addWidget(cancel);
    foot().addWidget(m_confirm);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this] { m_confirm->setEnabled(!m_reason->text().trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &AcknowledgeDialog::confirmed);
    m_reason->setFocus();
}

QString AcknowledgeDialog::reason() const
{
    return m_reason->text().trimmed();
}

QDateTime AcknowledgeDialog::until() const
{
    return m_until->date().addDays(1).startOfDay();
}

void AcknowledgeDialog::showFailure(const QString& sentence)
{
    m_failure->showMessage(Tone::Bad, sentence);
}

} // namespace slipway
