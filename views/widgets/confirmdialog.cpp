#include "views/widgets/confirmdialog.h"

#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/factbox.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/noticebox.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QLabel* wrapped(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Confirmation& confirmation, QWidget* parent)
    : Dialog(confirmation.title, parent)
    , m_confirmation(confirmation)
    , m_field(new QLineEdit(this))
    , m_message(new MessageBar(this))
    , m_told(new MessageBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_confirm(new QPushButton(confirmation.verb, this))
{
    setGlyph(confirmation.harms ? Glyph::Bad : Glyph::Info);
    addConsequences();
    m_field->setVisible(confirmation.harms);
    if (confirmation.harms)
        addPhrase();
    m_told->hide();
    body().addWidget(m_told);
    body().addWidget(m_message);
    addButtons();
    connect(m_field, &QLineEdit::textChanged, this, &ConfirmDialog::judge);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    judge();
    m_cancel->setFocus();
}

void ConfirmDialog::addConsequences()
{
    const QString sentences = QStringList{m_confirmation.goes, m_confirmation.stays}.join(u' ').trimmed();
    body().addWidget(wrapped(sentences, this));
    setAccessibleDescription(QStringList{sentences, m_confirmation.undo, m_confirmation.recorded}.join(u'\n'));
    if (!m_confirmation.facts.empty())
        body().addWidget(new FactBox(m_confirmation.facts, this));
    if (!m_confirmation.undo.isEmpty())
        body().addWidget(new NoticeBox(Tone::Warn, {}, m_confirmation.undo, this));
    if (!m_confirmation.recorded.isEmpty())
        body().addWidget(new FactBox({{tr("Recorded"), m_confirmation.recorded, {}}}, this));
}

void ConfirmDialog::addPhrase()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    auto* phrase = wrapped(m_confirmation.phrase, this);
    setTextRole(*phrase, TextRole::CardHeader);
    phrase->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(new QLabel(tr("To confirm, type"), this));
    line->addWidget(phrase, 1);
    auto* hint = wrapped(tr("The button becomes available when the text matches."), this);
    setTextRole(*hint, TextRole::Caption);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_field->setAccessibleName(tr("To confirm, type %1").arg(m_confirmation.phrase));
    m_field->setAccessibleDescription(hint->text());
    auto* block = new QVBoxLayout;
    block->setSpacing(6);
    block->addLayout(line);
    block->addWidget(m_field);
    block->addWidget(hint);
    body().addLayout(block);
}

void ConfirmDialog::addButtons()
{
    setButtonKind(*m_confirm, m_confirmation.harms ? ButtonKind::Harm : ButtonKind::Primary);
    if (m_confirmation.harms)
        m_confirm->setIcon(icon("trash-empty"_L1, IconColor::OnFill));
    m_confirm->setAutoDefault(false);
    m_cancel->setDefault(true);
    if (!m_confirmation.list.isEmpty()) {
        m_list = new QPushButton(icon("document-export"_L1), m_confirmation.list, this);
        m_list->setAutoDefault(false);
        connect(m_list, &QPushButton::clicked, this, &ConfirmDialog::listWanted);
        foot().insertWidget(0, m_list);
    }
    foot().addWidget(m_cancel);
    if (!m_confirmation.skip.isEmpty()) {
        m_skip = new QPushButton(m_confirmation.skip, this);
        m_skip->setAutoDefault(false);
        connect(m_skip, &QPushButton::clicked, this, [this] { done(kSkipped); });
        foot().addWidget(m_skip);
    }
    foot().addWidget(m_confirm);
}

void ConfirmDialog::setBlocked(const QString& reason)
{
    m_blocked = reason;
    if (reason.isEmpty())
        m_message->hide();
    else
        m_message->showMessage(Tone::Bad, reason);
    judge();
}

void ConfirmDialog::tell(Tone tone, const QString& sentence)
{
    m_told->announceMessage(tone, sentence);
}

QString ConfirmDialog::told() const
{
    return m_told->isHidden() ? QString() : m_told->sentence();
}

void ConfirmDialog::judge()
{
    const bool isConfirmed = !m_confirmation.harms || matchesPhrase(m_field->text(), m_confirmation.phrase);
    m_confirm->setEnabled(m_blocked.isEmpty() && isConfirmed);
}

void ConfirmDialog::keyPressEvent(QKeyEvent* event)
{
    // A dialog gives Enter to its default button, wherever the keyboard is: only on Cancel it cancels.
    for (auto* button : {m_skip, m_list}) {
        if (button && button->hasFocus() && isEnter(*event)) {
            button->click();
            return;
        }
    }
    if (!isEnter(*event) || m_cancel->hasFocus()) {
        Dialog::keyPressEvent(event);
        return;
    }
    event->accept();
    if (m_field->hasFocus() && m_confirm->isEnabled())
        m_confirm->setFocus(Qt::TabFocusReason);
}

} // namespace slipway
