#include "core/errortext.h"
#include "core/textfault.h"
#include "views/cleanup/policyeditor.h"
#include "views/cleanup/yamledit.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/sectioncard.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

/// Until a text is judged the verdict on the one before stands.
void PolicyEditor::showVerdict()
{
    const bool isFaulty = m_trial && m_trial->fault;
    QStringList sentences;
    if (isFaulty)
        sentences.append(policyFaultLine(*m_trial->fault));
    else if (m_trial && m_formFault.isEmpty())
        sentences.append(tr("Nothing is wrong here"));
    if (m_isOpened && !m_formFault.isEmpty())
        sentences.append(m_formFault);
    m_fault->setFullText(sentences.join(u' '));
    const TextFault place = isFaulty ? faultOf(*m_trial->fault) : TextFault();
    m_yaml->markFault(place.line, place.column);
    m_goToFault->setVisible(place.line > 0);
}

void PolicyEditor::showEffects()
{
    const bool isFaulty = m_trial && m_trial->fault;
    const auto lines = m_trial && !isFaulty ? policyEffects(*m_trial) : QStringList();
    m_effects->setText(isFaulty                       ? tr("A policy with an error deletes nothing.")
                       : m_trial && m_trial->obstacle ? errorLine(*m_trial->obstacle)
                       : lines.isEmpty()              ? tr("Nothing was read yet.")
                                                      : lines.join(u'\n'));
    m_remarks->setText(m_trial && !isFaulty ? policyRemarks(*m_trial).join(u'\n') : QString());
}

void PolicyEditor::showButtons()
{
    const bool unsaved = isUnsaved();
    m_load->setVisible(m_isChanged);
    m_overwrite->setVisible(m_isChanged);
    m_overwrite->setEnabled(isRight() && !m_isSaving);
    m_revert->setEnabled(unsaved || m_isRefused);
    m_save->setText(m_origin.file.isEmpty() || isFromProgram(m_origin) ? tr("Save policy…") : tr("Save policy"));
    m_save->setEnabled((unsaved || !m_origin.seen) && !m_isChanged && isRight() && !m_isSaving
                       && !m_yaml->isReadOnly());
    m_propose->setEnabled(isRight() && !m_yaml->isReadOnly());
    m_name->setVisible(!unsaved && !m_isChanged && m_isOpened && canBeNamed(m_origin, m_ground));
}

void PolicyEditor::showState()
{
    const QString name = QFileInfo(m_origin.file).fileName();
    m_formCard->setSubText(!m_isOpened ? QString() : name.isEmpty() ? tr("a new one") : name);
    showVerdict();
    showEffects();
    showButtons();
    const bool unsaved = isUnsaved();
    m_note->setFullText(m_isChanged   ? tr("%1 was changed by somebody else since it was read.").arg(name)
                        : unsaved     ? tr("Not saved")
                        : !m_isOpened ? QString()
                                      : policyPlaceLine(m_origin, m_ground));
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
