#include "views/drift/issuesdialog.h"

#include "models/tiptext.h"
#include "views/theme/buttonkind.h"
#include "views/theme/typography.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/readtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kTextWidth = 720;
constexpr int kStepsHeight = 132;
constexpr int kTextHeight = 200;
} // namespace

IssuesDialog::IssuesDialog(const IssuesPreviewPtr& preview, QWidget* parent)
    : Dialog(tr("Issues of findings"), parent)
    , m_preview(preview)
    , m_summary(new QLabel(issuesSummary(*preview), this))
    , m_steps(new QListWidget(this))
    , m_text(new ReadText(this))
    , m_end(new MessageBar(this))
    , m_reason(new QLabel(this))
    , m_cancel(new QPushButton(this))
    , m_change(new QPushButton(tr("Change %n issue(s)", nullptr, preview->changes()), this))
{
    setDesignWidth(kTextWidth);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_steps->setAccessibleName(tr("What is done with each issue"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Text of the chosen issue"));
    setTextRole(*m_text, TextRole::Code);
    followText(*this, [this] {
        m_steps->setMinimumHeight(withText(kStepsHeight));
        m_text->setMinimumHeight(withText(kTextHeight));
    });
    showSteps(issueLines(*preview));
    connect(m_steps, &QListWidget::currentRowChanged, this, &IssuesDialog::showText);
    m_steps->setCurrentRow(0);
    m_steps->setVisible(!preview->steps.empty());
    m_text->setVisible(!preview->steps.empty());
    m_end->hide();
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->hide();
    body().addWidget(m_summary);
    body().addWidget(m_steps, 1);
    body().addWidget(m_text, 2);
    body().addWidget(m_end);
    body().addWidget(m_reason);
    const bool hasChanges = preview->changes() > 0;
    m_cancel->setText(hasChanges ? tr("Cancel") : tr("Close"));
    setButtonKind(*m_change, ButtonKind::Primary);
    m_change->setVisible(hasChanges);
    for (auto* button : {m_cancel, m_change}) {
        button->setAutoDefault(false);
        foot().addWidget(button);
    }
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_change->setEnabled(false);
        m_end->hide();
        m_reason->hide();
        Q_EMIT changeRequested();
    });
    m_cancel->setFocus();
}

QStringList IssuesDialog::sentences() const
{
    QStringList all{m_summary->text()};
    for (int row = 0; row < m_steps->count(); ++row)
        all.append(m_steps->item(row)->text());
    if (!m_end->isHidden())
        all.append(m_end->sentence());
    if (!m_reason->isHidden())
        all.append(m_reason->text().split(u'\n'));
    return all;
}

void IssuesDialog::showSteps(const QStringList& lines)
{
    m_steps->clear();
    m_steps->addItems(lines);
    for (int row = 0; row < m_steps->count(); ++row)
        m_steps->item(row)->setToolTip(tipText(lines[row]));
}

void IssuesDialog::showText(int row)
{
    const auto index = static_cast<size_t>(row);
    const bool isStep = row >= 0 && index < m_preview->steps.size();
    m_text->setPlainText(isStep ? issueText(m_preview->steps[index]) : QString());
}

void IssuesDialog::showFailure(const QString& sentence, const QString& reason)
{
    m_end->announceMessage(Tone::Bad, sentence);
    m_reason->setText(reason);
    m_reason->show();
}

void IssuesDialog::showOutcome(const Result<IssueOutcome>& outcome)
{
    if (!outcome) {
        showFailure(tr("No issue was changed."), proposalFailureText(outcome.error()));
        m_change->setEnabled(true);
        return;
    }
    m_text->hide();
    showSteps(issueEndLines(*outcome));
    m_steps->setCurrentRow(0); // its address can be copied by keys
    m_end->announceMessage(outcome->isWhole() ? Tone::Ok : Tone::Bad, issuesEndLine(*outcome));
    m_change->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
}

} // namespace slipway
