#pragma once

#include "models/lockpreview.h"
#include "views/widgets/dialog.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace slipway
{

class MessageBar;

/// Shows how a lock file would change, tag by tag and line by line, before anything is written.
class LockDialog final : public Dialog
{
    Q_OBJECT
public:
    LockDialog(const LockPreviewPtr& preview, QWidget* parent);

    [[nodiscard]] const LockPreviewPtr& preview() const { return m_preview; }
    [[nodiscard]] QPushButton& writeButton() { return *m_write; }
    [[nodiscard]] QPushButton& proposeButton() { return *m_propose; }
    /// Offers to bring the file into its repository instead; it does not unless somebody says so.
    void offerProposal();
    [[nodiscard]] QPlainTextEdit& text() { return *m_text; }
    /// What the draft changes, and what stands against it.
    [[nodiscard]] QStringList sentences() const;
    /// Writing failed: the sentence stands in the dialog, which stays.
    void showFailure(const QString& sentence);

Q_SIGNALS:
    void writeRequested();
    /// A pull request is wanted, with a preview of its own: the repository's file may be another one.
    void proposalRequested();

private:
    void addButtons();

    LockPreviewPtr m_preview;
    QLabel* m_summary;
    QLabel* m_notes;
    QPlainTextEdit* m_text;
    MessageBar* m_failure;
    QPushButton* m_propose;
    QPushButton* m_write;
};

} // namespace slipway
