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

#include <QApplication>
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
    , m_name(new QPushButton(tr("Write it into the profile"), this))
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
    connect(m_load, &QPushButton::clicked, this, [this] { askFor(Wish::Take, m_origin.file); });
    connect(m_overwrite, &QPushButton::clicked, this, [this] { askFor(Wish::Overwrite, m_origin.file); });
    connect(m_name, &QPushButton::clicked, this, [this] { Q_EMIT nameRequested(m_origin.file); });
    connect(m_propose, &QPushButton::clicked, this, [this] {
        m_bar->hide();
        Q_EMIT proposeRequested(m_origin, text());
    });
    auto* keys = new QShortcut(QKeySequence::Save, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    keys->setAutoRepeat(false);
    connect(keys, &QShortcut::activated, m_save, &QPushButton::click);
}

void PolicyEditor::clear()
{
    m_origin = {};
    m_trial.reset();
    m_isOpened = false;
    m_isChanged = false;
    forgetAsked();
    m_bar->hide();
    m_kept.clear();
    // What would be typed before something was read could not be saved.
    m_yaml->setReadOnly(true);
    m_yaml->replaceText({});
    m_yaml->document()->clearUndoRedoStacks();
    takeText();
}

void PolicyEditor::forgetAsked()
{
    m_wish = Wish::None;
    m_isSaving = false;
    showState();
}

void PolicyEditor::askFor(Wish wish, const QString& file)
{
    m_wish = wish;
    m_wishedFile = file;
    Q_EMIT loadRequested(file);
}

void PolicyEditor::setOrigin(const PolicyOrigin& origin)
{
    const bool isWished = m_wish != Wish::None && origin.file == m_wishedFile;
    const Wish wish = isWished ? std::exchange(m_wish, Wish::None) : Wish::None;
    if (wish == Wish::Overwrite || wish == Wish::SaveElsewhere) {
        saveTo(origin);
    } else if (m_isOpened && origin == m_origin && wish == Wish::None) {
        m_isChanged = false; // it is again what was read
    } else if (m_isOpened && wish == Wish::None && isUnsaved() && !hasWhatIsTyped(origin)) {
        m_isChanged = origin.file == m_origin.file;
    } else {
        take(origin);
    }
    showState();
}

/// It may have been written by the saving that is not answered any more.
bool PolicyEditor::hasWhatIsTyped(const PolicyOrigin& origin) const
{
    return origin.file == m_origin.file && origin.seen && shownOf(*origin.seen) == m_yaml->text();
}

void PolicyEditor::take(const PolicyOrigin& origin)
{
    const QString shown = shownOf(origin.seen.value_or(newPolicyText()));
    const bool isPlain = !origin.seen || bytesOf(shown, origin.seen) == *origin.seen;
    const bool isOther = !m_isOpened || origin.file != m_origin.file;
    m_yaml->setReadOnly(!isPlain);
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
    const auto changed = withPolicyForm(m_yaml->text().toUtf8(), m_form->form(), m_rulesTaken);
    // The form's rules are no longer the text's one by one; they are again when they were all brought in.
    m_rulesTaken = changed.parts.contains("rules"_L1) ? RulesTaken::Together : RulesTaken::Singly;
    m_isRefused = changed.refused.has_value();
    m_formFault = m_isRefused ? tr("This cannot be brought into the YAML as it is written: %1. Change it there; all "
                                   "else is brought in.",
                                   "keys of a policy")
                                    .arg(changed.parts.join(u", "_s))
                              : QString();
    m_isWriting = true;
    m_yaml->replaceText(QString::fromUtf8(changed.text));
    m_isWriting = false;
    showState();
}

void PolicyEditor::takeText()
{
    if (!m_isWriting) {
        const auto form = readPolicyForm(m_yaml->text().toUtf8());
        m_isRefused = false;
        m_formFault = form ? QString() : tr("The form follows again when the YAML can be read.");
        const bool isUsable = form && !m_yaml->isReadOnly();
        // The keyboard would be nowhere.
        if (const auto* focus = QApplication::focusWidget(); !isUsable && focus && m_form->isAncestorOf(focus))
            m_yaml->setFocus(Qt::OtherFocusReason);
        m_form->setEnabled(isUsable);
        if (form) {
            m_form->setForm(*form);
            m_rulesTaken = RulesTaken::Singly;
        }
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

/// Whether what is in sight was tried out and has no fault.
bool PolicyEditor::isRight() const
{
    return m_isOpened && m_trial && m_trial->text == m_yaml->text().toUtf8() && !m_trial->fault;
}

void PolicyEditor::save()
{
    if (!m_origin.file.isEmpty() && !isFromProgram(m_origin)) {
        saveTo(m_origin);
        return;
    }
    // Whoever names a file that is there has agreed to its being replaced: what was there then, and nothing later.
    askWhereToSave(*this, {tr("Save policy"), u"cleanup.yaml"_s},
                   [this](const QString& path) { askFor(Wish::SaveElsewhere, path); });
}

/// The text may have changed since somebody wished for it.
void PolicyEditor::saveTo(const PolicyOrigin& origin)
{
    if (!isRight() || m_isSaving || m_yaml->isReadOnly())
        return;
    m_isSaving = true;
    showState();
    Q_EMIT saveRequested(origin, text());
}

void PolicyEditor::showSaved(const PolicyOrigin& now, const Result<PolicySaving>& done)
{
    m_isSaving = false;
    const bool isChanged = done && *done == PolicySaving::Changed;
    m_isChanged = isChanged && now.file == m_origin.file;
    if (!done) {
        m_bar->showMessage(Tone::Bad, errorLine(done.error()));
    } else if (!isChanged) {
        m_origin = now;
        m_kept = shownOf(now.seen.value_or(QByteArray()));
        m_bar->hide();
        tellDone(*this, tr("Saved %1").arg(QFileInfo(now.file).fileName()));
    } else if (!m_isChanged) {
        m_bar->showMessage(
            Tone::Warn,
            tr("%1 was changed while it was to be saved, so nothing was written. Save again.").arg(now.file));
    }
    showState();
}

void PolicyEditor::revert()
{
    m_isChanged = false;
    if (m_yaml->text() == m_kept)
        takeText(); // the form alone has something else
    else
        m_yaml->replaceText(m_kept);
    showState();
}

void PolicyEditor::setGround(const PolicyGround& ground)
{
    m_ground = ground;
    m_name->setToolTip(tr("Adds it to the end of \"policies\" in %1, for all packages that none there is for; "
                          "everything else in it stays")
                           .arg(ground.profile));
    showState();
}

void PolicyEditor::showNamed(const Result<void>& done)
{
    if (done)
        tellDone(*this, tr("%1 names it now").arg(QFileInfo(m_ground.profile).fileName()));
    else
        m_bar->showMessage(Tone::Bad, errorLine(done.error()));
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

} // namespace slipway
