#include "views/drift/lockdialog.h"

#include "views/drift/diffhighlighter.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/readtext.h"

#include <QFileInfo>
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
constexpr int kTextHeight = 280;
} // namespace

LockDialog::LockDialog(const LockPreviewPtr& preview, QWidget* parent)
    : Dialog(tr("Regenerate %1").arg(QFileInfo(preview->draft.path).fileName()), parent)
    , m_preview(preview)
    , m_summary(new QLabel(lockSummary(*preview), this))
    , m_notes(new QLabel(lockNotes(*preview).join(u'\n'), this))
    , m_text(new ReadText(lockDiffText(preview->diff), this))
    , m_failure(new MessageBar(this))
    , m_propose(new QPushButton(tr("Open a pull request…"), this))
    , m_write(new QPushButton(tr("Write the file"), this))
{
    setDesignWidth(kTextWidth);
    for (auto* label : {m_summary, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setTextRole(*m_notes, TextRole::Caption);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("How the file changes, line by line"));
    followText(*this, [this] { m_text->setMinimumHeight(withText(kTextHeight)); });
    setTextRole(*m_text, TextRole::Code);
    new DiffHighlighter(m_text->document(), *m_text);
    m_text->setVisible(!preview->draft.isSame());
    m_failure->hide();
    body().addWidget(m_summary);
    body().addWidget(m_text, 1);
    body().addWidget(m_notes);
    body().addWidget(m_failure);
    addButtons();
}

void LockDialog::addButtons()
{
    auto* copy = new QPushButton(icon("edit-copy"_L1), tr("Copy the new file"), this);
    auto* cancel = new QPushButton(m_preview->draft.isSame() ? tr("Close") : tr("Cancel"), this);
    const QString obstacle = lockObstacle(*m_preview);
    setButtonKind(*m_write, ButtonKind::Primary);
    m_write->setVisible(!m_preview->draft.isSame());
    m_write->setEnabled(obstacle.isEmpty());
    m_write->setToolTip(obstacle.isEmpty() ? m_preview->draft.path : obstacle);
    m_propose->hide();
    for (auto* button : {copy, m_propose, cancel, m_write}) {
        button->setAutoDefault(false);
        foot().addWidget(button);
    }
    connect(copy, &QPushButton::clicked, this,
            [this] { copyAndTell(*this, QString::fromUtf8(m_preview->draft.text), Copied::File); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &LockDialog::writeRequested);
    connect(m_propose, &QPushButton::clicked, this, &LockDialog::proposalRequested);
    cancel->setFocus();
}

void LockDialog::offerProposal()
{
    m_propose->show();
}

QStringList LockDialog::sentences() const
{
    return m_summary->text().split(u'\n') + m_notes->text().split(u'\n', Qt::SkipEmptyParts);
}

void LockDialog::showFailure(const QString& sentence)
{
    m_failure->showMessage(Tone::Bad, sentence);
}

} // namespace slipway
