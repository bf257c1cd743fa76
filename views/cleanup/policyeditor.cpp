#include "views/cleanup/policyeditor.h"

#include "cleanup/policyform.h"
#include "core/errortext.h"
#include "core/textfault.h"
#include "views/cleanup/policyformview.h"
#include "views/cleanup/yamledit.h"
#include "views/theme/icons.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/filesaving.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/toast.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray withoutMark(const QByteArray& bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
}

/// What comes with the program can be read only.
bool isBuiltIn(const PolicyOrigin& origin)
{
    return origin.file.startsWith(u':');
}

/// What the editor shows of a file: line feeds alone.
QString shownOf(const QByteArray& bytes)
{
    return YamlEdit::kept(QString::fromUtf8(withoutMark(bytes)));
}

/// The bytes of what is shown, as the file had them.
QByteArray bytesOf(const QString& shown, const std::optional<QByteArray>& seen)
{
    QByteArray bytes = shown.toUtf8();
    if (seen && seen->contains("\r\n"))
        bytes.replace("\n", "\r\n");
    if (seen && seen->startsWith("\xEF\xBB\xBF"))
        bytes.prepend("\xEF\xBB\xBF");
    return bytes;
}

} // namespace

PolicyEditor::PolicyEditor(QWidget* parent)
    : QWidget(parent)
    , m_formCard(new SectionCard(tr("Policy"), this))
    , m_yamlCard(new SectionCard(tr("YAML"), this))
    , m_form(new PolicyFormView)
    , m_yaml(new YamlEdit(this))
    , m_bar(new MessageBar(this))
    , m_fault(new ElidedLabel(this))
    , m_goToFault(new QPushButton(tr("Go to the line"), this))
    , m_effects(new QLabel(this))
    , m_remarks(new QLabel(this))
    , m_note(new ElidedLabel(this))
    , m_load(new QPushButton(tr("Load what is there"), this))
    , m_overwrite(new QPushButton(tr("Overwrite it"), this))
    , m_propose(new QPushButton(icon("vcs-merge-request"_L1), tr("Open as pull request…"), this))
    , m_revert(new QPushButton(tr("Discard changes"), this))
    , m_save(new QPushButton(tr("Save policy"), this))
{
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(makeYaml(), 3);
    right->addWidget(makeEffects(), 2);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(makeForm());
    columns->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addLayout(columns, 1);
    layout->addWidget(makeFoot());
    m_bar->hide();
    m_propose->hide();
    m_propose->setToolTip(
        tr("Shows how the policy and the workflow that cleans up by it would change in the repository; "
           "nothing is pushed before you agree"));
    connectParts();
    clear();
}

void PolicyEditor::connectParts()
{
    connect(m_form, &PolicyFormView::edited, this, &PolicyEditor::takeForm);
    connect(m_form, &PolicyFormView::undoRequested, m_yaml, &QPlainTextEdit::undo);
    connect(m_form, &PolicyFormView::redoRequested, m_yaml, &QPlainTextEdit::redo);
    connect(m_yaml, &QPlainTextEdit::textChanged, this, &PolicyEditor::takeText);
    connect(m_goToFault, &QPushButton::clicked, this, [this] {
        if (!m_trial || !m_trial->fault)
            return;
        const TextFault place = faultOf(*m_trial->fault);
        m_yaml->goTo(place.line, place.column);
    });
    connect(m_save, &QPushButton::clicked, this, &PolicyEditor::save);
    connect(m_revert, &QPushButton::clicked, this, &PolicyEditor::revert);
    connect(m_load, &QPushButton::clicked, this, [this] {
        m_wish = Wish::Take;
        Q_EMIT loadRequested(m_origin.file);
    });
    connect(m_overwrite, &QPushButton::clicked, this, [this] {
        m_wish = Wish::Overwrite;
        Q_EMIT loadRequested(m_origin.file);
    });
    connect(m_propose, &QPushButton::clicked, this, [this] {
        m_bar->hide();
        Q_EMIT proposeRequested(m_origin, text());
    });
    const auto* keys = new QShortcut(QKeySequence::Save, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, m_save, &QPushButton::click);
}

void PolicyEditor::clear()
{
    m_origin = {};
    m_trial.reset();
    m_isOpened = false;
    m_isChanged = false;
    m_wish = Wish::None;
    m_bar->hide();
    m_kept.clear();
    m_yaml->replaceText({});
    m_yaml->document()->clearUndoRedoStacks();
    showState();
}

void PolicyEditor::setOrigin(const PolicyOrigin& origin)
{
    const Wish wish = std::exchange(m_wish, Wish::None);
    const bool isSame = m_isOpened && origin == m_origin;
    if (isSame && wish == Wish::None)
        return;
    if (wish == Wish::Overwrite) {
        m_origin.seen = origin.seen;
        Q_EMIT saveRequested(m_origin, text());
        return;
    }
    if (m_isOpened && wish == Wish::None && isUnsaved()) {
        m_isChanged = origin.file == m_origin.file;
        showState();
        return;
    }
    const QString shown = shownOf(origin.seen.value_or(newPolicyText()));
    const bool isPlain = !origin.seen || bytesOf(shown, origin.seen) == *origin.seen;
    m_yaml->setReadOnly(!isPlain);
    m_form->setDisabled(!isPlain);
    const bool isOther = !m_isOpened || origin.file != m_origin.file;
    m_origin = origin;
    m_isOpened = true;
    m_isChanged = false;
    m_bar->hide();
    m_kept = shown;
    if (shown == m_yaml->text())
        takeText();
    else
        m_yaml->replaceText(shown);
    if (isOther)
        m_yaml->document()->clearUndoRedoStacks();
    if (!isPlain)
        m_bar->showMessage(Tone::Warn,
                           tr("This file is not UTF-8 or mixes line ends. Nothing would be kept as it is, so "
                              "it can be changed in another editor only."));
    showState();
}

void PolicyEditor::showFailure(const Error& error)
{
    m_wish = Wish::None;
    m_bar->showMessage(Tone::Bad, errorLine(error));
    showState();
}

bool PolicyEditor::isUnsaved() const
{
    return m_isOpened && m_yaml->text() != m_kept;
}

QByteArray PolicyEditor::text() const
{
    return bytesOf(m_yaml->text(), m_origin.seen);
}

void PolicyEditor::takeForm()
{
    const auto changed = withPolicyForm(m_yaml->text().toUtf8(), m_form->form());
    m_formFault = changed ? QString()
                          : tr("This cannot be brought into the YAML as it is written: %1. Change it there.")
                                .arg(changed.error().detail);
    if (changed) {
        m_isWriting = true;
        m_yaml->replaceText(QString::fromUtf8(*changed));
        m_isWriting = false;
    }
    showState();
}

void PolicyEditor::takeText()
{
    if (!m_isWriting) {
        const auto form = readPolicyForm(m_yaml->text().toUtf8());
        m_formFault = form ? QString() : tr("The form follows again when the YAML can be read.");
        m_form->setEnabled(form && !m_yaml->isReadOnly());
        if (form)
            m_form->setForm(*form);
    }
    if (m_isOpened)
        Q_EMIT tryRequested(m_yaml->text().toUtf8());
    showState();
}

void PolicyEditor::setTrial(const PolicyTrialPtr& trial)
{
    if (trial->text != m_yaml->text().toUtf8())
        return;
    m_trial = trial;
    showState();
}

void PolicyEditor::save()
{
    if (!m_save->isEnabled())
        return;
    if (!m_origin.file.isEmpty() && !isBuiltIn(m_origin)) {
        Q_EMIT saveRequested(m_origin, text());
        return;
    }
    askWhereToSave(*this, {tr("Save policy"), u"cleanup.yaml"_s}, [this](const QString& path) {
        m_origin = {path, std::nullopt};
        Q_EMIT saveRequested(m_origin, text());
    });
}

void PolicyEditor::showSaved(const PolicyOrigin& now, const Result<PolicySaving>& done)
{
    m_isChanged = done && *done == PolicySaving::Changed;
    if (!done) {
        m_bar->showMessage(Tone::Bad, errorLine(done.error()));
    } else if (!m_isChanged) {
        m_origin = now;
        m_kept = shownOf(now.seen.value_or(QByteArray()));
        m_bar->hide();
        tellDone(*this, tr("Saved %1").arg(QFileInfo(now.file).fileName()));
    }
    showState();
}

void PolicyEditor::revert()
{
    m_isChanged = false;
    m_yaml->replaceText(m_kept);
    showState();
}

void PolicyEditor::setProposable(bool isProposable)
{
    m_propose->setVisible(isProposable);
}

void PolicyEditor::showNothingToPropose(const QString& branch)
{
    m_bar->showMessage(Tone::Ok,
                       tr("%1 has this policy and its workflow already. There is nothing to propose.").arg(branch));
}

void PolicyEditor::showState()
{
    const bool isJudged = m_trial && m_trial->text == m_yaml->text().toUtf8();
    const bool isFaulty = isJudged && m_trial->fault.has_value();
    const QString name = QFileInfo(m_origin.file).fileName();
    m_formCard->setSubText(!m_isOpened ? QString() : name.isEmpty() ? tr("a new one") : name);
    const TextFault place = m_trial && m_trial->fault ? faultOf(*m_trial->fault) : TextFault();
    m_yaml->markFault(place.line, place.column);
    m_goToFault->setVisible(place.line > 0);
    m_fault->setFullText(isFaulty                ? policyFaultLine(*m_trial->fault)
                         : m_formFault.isEmpty() ? tr("Nothing is wrong here")
                                                 : m_formFault);
    if (isFaulty && !m_formFault.isEmpty())
        m_fault->setFullText(policyFaultLine(*m_trial->fault) + u' ' + m_formFault);
    const auto lines = m_trial && !isFaulty ? policyEffects(*m_trial) : QStringList();
    m_effects->setText(isFaulty          ? tr("A policy with an error deletes nothing.")
                       : lines.isEmpty() ? tr("Nothing was read yet.")
                                         : lines.join(u'\n'));
    m_remarks->setText(m_trial && !isFaulty ? policyRemarks(*m_trial).join(u'\n') : QString());
    const bool unsaved = isUnsaved();
    m_note->setFullText(m_isChanged ? tr("%1 was changed by somebody else since it was read.").arg(name)
                        : unsaved   ? tr("Not saved")
                        : m_isOpened && name.isEmpty()
                            ? tr("No file yet: where it is saved, the profile names it under \"policies\"")
                        : isBuiltIn(m_origin) ? tr("It comes with the program; saving asks for a place")
                                              : m_origin.file);
    m_load->setVisible(m_isChanged);
    m_overwrite->setVisible(m_isChanged);
    m_overwrite->setEnabled(isJudged && !isFaulty);
    m_revert->setEnabled(unsaved);
    m_save->setText(m_origin.file.isEmpty() || isBuiltIn(m_origin) ? tr("Save policy…") : tr("Save policy"));
    m_save->setEnabled((unsaved || !m_origin.seen) && m_isOpened && !m_isChanged && isJudged && !isFaulty
                       && !m_yaml->isReadOnly());
    m_propose->setEnabled(m_isOpened && isJudged && !isFaulty);
    if (std::exchange(m_wasUnsaved, unsaved) != unsaved)
        Q_EMIT unsavedChanged(unsaved);
}

QStringList PolicyEditor::sentences() const
{
    QStringList all{m_fault->fullText(), m_note->fullText()};
    if (!m_bar->isHidden())
        all.append(m_bar->sentence());
    return all + m_effects->text().split(u'\n') + m_remarks->text().split(u'\n', Qt::SkipEmptyParts);
}

} // namespace slipway
