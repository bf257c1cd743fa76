#pragma once

#include "core/error.h"
#include "models/proposalpreview.h"
#include "views/widgets/dialog.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace slipway
{

class MessageBar;

/// Shows what a pull request would bring into a repository, pushes once that is agreed to, and tells where it is.
class ProposalDialog final : public Dialog
{
    Q_OBJECT
public:
    ProposalDialog(const ProposalPreviewPtr& preview, QWidget* parent);

    [[nodiscard]] const ProposalPreviewPtr& preview() const { return m_preview; }
    [[nodiscard]] QPushButton& pushButton() { return *m_push; }
    [[nodiscard]] QPushButton& openButton() { return *m_open; }
    [[nodiscard]] QPlainTextEdit& text() { return *m_text; }
    /// What the pull request would say.
    [[nodiscard]] QPlainTextEdit& pullText() { return *m_pullText; }
    /// Everything it says beside the diff.
    [[nodiscard]] QStringList sentences() const;
    /// What came of it: the pull request's address, or why it failed; then it can be pressed again.
    void showOutcome(const Result<ProposalOutcome>& outcome);

Q_SIGNALS:
    void pushRequested();

private:
    void showFailure(const QString& sentence, const QString& reason);
    void addButtons();

    ProposalPreviewPtr m_preview;
    QLabel* m_facts;
    QPlainTextEdit* m_pullText; ///< of the pull request
    QPlainTextEdit* m_text;
    MessageBar* m_end;
    QLabel* m_reason; ///< may be longer than the bar's one line
    QPushButton* m_open;
    QPushButton* m_cancel;
    QPushButton* m_push;
    QUrl m_page;
};

} // namespace slipway
