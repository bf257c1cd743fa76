#pragma once

#include "cleanup/policyreader.h"
#include "gui/showncleanup.h"
#include "views/cleanup/policyeditor.h"
#include "views/cleanup/policyformview.h"
#include "views/cleanup/yamledit.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace slipway::test
{

inline const QByteArray kEditedPolicy = "# ours\n"
                                        "version: 1\n"
                                        "grace: 2h # builds\n"
                                        "untagged: { olderThan: 90d }\n"
                                        "rules:\n"
                                        "  - { tags: \"pr-*\", olderThan: 14d }\n";

/// A policy's editor that is shown with kEditedPolicy, what a person does with it by key, and the answers to what it
/// asks for.
class PolicyHands
{
public:
    /// False if it is not shown.
    [[nodiscard]] bool show()
    {
        m_inventory = inventoryFrom(untidyOrganisation());
        m_editor = std::make_unique<PolicyEditor>();
        m_tries = std::make_unique<QSignalSpy>(m_editor.get(), &PolicyEditor::tryRequested);
        m_saves = std::make_unique<QSignalSpy>(m_editor.get(), &PolicyEditor::saveRequested);
        m_editor->resize(1160, 700);
        m_editor->show();
        if (!QTest::qWaitForWindowActive(m_editor.get()))
            return false;
        m_editor->setOrigin({QStringLiteral("/team/cleanup.yaml"), kEditedPolicy});
        answer();
        return true;
    }
    void leave()
    {
        m_tries.reset();
        m_saves.reset();
        m_editor.reset();
    }

    [[nodiscard]] PolicyTrialPtr trialOf(const QByteArray& text) const
    {
        auto trial = std::make_shared<PolicyTrial>();
        trial->text = text;
        const auto policy = parseCleanupPolicy(text, QStringLiteral("cleanup.yaml"));
        if (!policy) {
            trial->fault = policy.error();
            return trial;
        }
        CleanupTerms terms = untidyTerms();
        terms.policy = *policy;
        trial->sheet = cleanupFrom(m_inventory, terms);
        return trial;
    }
    /// Gives the editor the answer to what it asked for last.
    void answer() { m_editor->setTrial(trialOf(m_tries->last()[0].toByteArray())); }
    static void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    /// Presses Save, and names a place.
    void saveAt(const QString& path)
    {
        m_editor->saveButton().click();
        auto* dialog = m_editor->findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
    }
    [[nodiscard]] QString yaml() const { return m_editor->yaml().toPlainText(); }

protected:
    InventoryPtr m_inventory;
    std::unique_ptr<PolicyEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_tries;
    std::unique_ptr<QSignalSpy> m_saves;
};

} // namespace slipway::test
