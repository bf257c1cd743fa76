#include "views/drift/proposaldialog.h"

#include "models/lockpreview.h"
#include "views/drift/diffhighlighter.h"
#include "views/theme/buttonkind.h"
#include "views/theme/typography.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/readtext.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kTextWidth = 720;
// In the smallest window, with text at its largest, both scroll.
constexpr int kTextHeight = 128;
constexpr int kBodyHeight = 104;
constexpr int kLeastHeight = 48;
} // namespace

ProposalDialog::ProposalDialog(const ProposalPreviewPtr& preview, QWidget* parent)
    : Dialog(tr("Pull request with %1").arg(preview->proposal.files.front().path.section(u'/', -1)), parent)
    , m_preview(preview)
    , m_facts(new QLabel(proposalLines(*preview).join(u'\n'), this))
    , m_pullText(new ReadText(preview->proposal.body, this))
    , m_text(new ReadText(lockDiffText(preview->diff), this))
    , m_end(new MessageBar(this))
    , m_reason(new QLabel(this))
    , m_open(new QPushButton(tr("Open in the browser"), this))
    , m_cancel(new QPushButton(this))
    , m_push(new QPushButton(
          preview->ground.pull ? tr("Push and update the pull request") : tr("Push and open the pull request"), this))
{
    setDesignWidth(kTextWidth);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    for (auto* text : {m_pullText, m_text}) {
        text->setLineWrapMode(QPlainTextEdit::NoWrap);
        setTextRole(*text, TextRole::Code);
        text->setVisible(!preview->draft.isSame());
    }
    m_pullText->setAccessibleName(tr("Text of the pull request"));
    m_text->setAccessibleName(tr("How the file changes, line by line"));
    followText(*this, [this] {
        m_pullText->setMinimumHeight(withText(kLeastHeight));
        m_pullText->setMaximumHeight(withText(kBodyHeight));
        m_text->setMinimumHeight(withText(kTextHeight));
    });
    new DiffHighlighter(m_text->document(), *m_text);
    m_end->hide();
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->hide();
    body().addWidget(m_facts);
    body().addWidget(m_pullText);
    body().addWidget(m_text, 1);
    body().addWidget(m_end);
    body().addWidget(m_reason);
    addButtons();
}

void ProposalDialog::addButtons()
{
    const bool isSame = m_preview->draft.isSame();
    m_cancel->setText(isSame ? tr("Close") : tr("Cancel"));
    setButtonKind(*m_push, ButtonKind::Primary);
    m_push->setVisible(!isSame);
    m_open->hide();
    for (auto* button : {m_open, m_cancel, m_push}) {
        button->setAutoDefault(false);
        foot().addWidget(button);
    }
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_push, &QPushButton::clicked, this, [this] {
        m_push->setEnabled(false);
        m_end->hide();
        m_reason->hide();
        Q_EMIT pushRequested();
    });
    m_cancel->setFocus();
}

QStringList ProposalDialog::sentences() const
{
    QStringList all = m_facts->text().split(u'\n');
    if (!m_end->isHidden())
        all.append(m_end->sentence());
    if (!m_reason->isHidden())
        all.append(m_reason->text().split(u'\n'));
    return all;
}

void ProposalDialog::showFailure(const QString& sentence, const QString& reason)
{
    m_end->announceMessage(Tone::Bad, sentence);
    m_reason->setText(reason);
    m_reason->show();
}

void ProposalDialog::showOutcome(const Result<ProposalOutcome>& outcome)
{
    const bool isDone = outcome && !outcome->stopped;
    if (!outcome)
        showFailure(tr("Nothing was pushed."), proposalFailureText(outcome.error()));
    else if (!isDone)
        showFailure(tr("It did not get to its end."), proposalEndLine(*m_preview, *outcome));
    else
        m_end->announceMessage(Tone::Ok, proposalEndLine(*m_preview, *outcome));
    m_push->setEnabled(!isDone);
    if (!isDone)
        return;
    m_push->hide();
    m_cancel->setText(tr("Close"));
    // A server's address is opened only where it is one of the web.
    m_page = outcome->pull ? outcome->pull->page : QUrl();
    const bool isWeb = m_page.scheme() == "https"_L1 || m_page.scheme() == "http"_L1;
    m_open->setVisible(isWeb);
    m_open->setToolTip(m_page.toString());
    (isWeb ? m_open : m_cancel)->setFocus();
}

} // namespace slipway
