#include "views/drift/issuesdialog.h"

#include "core/errortext.h"
#include "views/theme/buttonkind.h"
#include "views/theme/typography.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/readtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kTextWidth = 720;
constexpr int kTextHeight = 200;
} // namespace

IssuesDialog::IssuesDialog(const IssuesPreviewPtr& preview, QWidget* parent)
    : Dialog(tr("Issues of findings"), parent)
    , m_preview(preview)
    , m_summary(new QLabel(issuesSummary(*preview), this))
    , m_steps(new ReadText(issueLines(*preview).join(u'\n'), this))
    , m_end(new MessageBar(this))
    , m_cancel(new QPushButton(this))
    , m_change(new QPushButton(tr("Change %n issue(s)", nullptr, preview->changes()), this))
{
    setDesignWidth(kTextWidth);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_steps->setAccessibleName(tr("What is done with each issue"));
    followText(*m_steps, [this] { m_steps->setMinimumHeight(withText(kTextHeight)); });
    m_steps->setVisible(!preview->steps.empty());
    m_end->hide();
    body().addWidget(m_summary);
    body().addWidget(m_steps, 1);
    body().addWidget(m_end);
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
        Q_EMIT changeRequested();
    });
    m_cancel->setFocus();
}

QStringList IssuesDialog::sentences() const
{
    QStringList all{m_summary->text()};
    if (!m_preview->steps.empty())
        all.append(m_steps->toPlainText().split(u'\n'));
    if (!m_end->isHidden())
        all.append(m_end->sentence());
    return all;
}

void IssuesDialog::showOutcome(const Result<IssueOutcome>& outcome)
{
    if (!outcome) {
        m_end->showMessage(Tone::Bad, errorLine(outcome.error()));
        m_change->setEnabled(true);
        return;
    }
    m_steps->setPlainText(issueEndLines(*outcome).join(u'\n'));
    const bool isWhole = outcome->failed.empty() && outcome->left.empty() && !outcome->stopped;
    m_end->showMessage(isWhole ? Tone::Ok : Tone::Bad,
                       isWhole ? tr("All of it is done.") : tr("Not all of it is done; look again to go on."));
    m_change->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
}

} // namespace slipway
