#pragma once

#include "core/error.h"
#include "models/proposalpreview.h"
#include "views/widgets/dialog.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace slipway
{

class MessageBar;

/// Shows which issues of findings would be opened, updated and closed, and does it once that is agreed to.
class IssuesDialog final : public Dialog
{
    Q_OBJECT
public:
    IssuesDialog(const IssuesPreviewPtr& preview, QWidget* parent);

    [[nodiscard]] const IssuesPreviewPtr& preview() const { return m_preview; }
    [[nodiscard]] QPushButton& changeButton() { return *m_change; }
    [[nodiscard]] QListWidget& steps() { return *m_steps; }
    /// What the issue of the chosen step would say.
    [[nodiscard]] QPlainTextEdit& text() { return *m_text; }
    /// Everything it says beside the texts of issues.
    [[nodiscard]] QStringList sentences() const;
    void showOutcome(const Result<IssueOutcome>& outcome);

Q_SIGNALS:
    void changeRequested();

private:
    void showFailure(const QString& sentence, const QString& reason);
    void showSteps(const QStringList& lines);
    void showText(int row);

    IssuesPreviewPtr m_preview;
    QLabel* m_summary;
    QListWidget* m_steps;
    QPlainTextEdit* m_text; ///< of the chosen step's issue
    MessageBar* m_end;
    QLabel* m_reason; ///< may be longer than the bar's one line
    QPushButton* m_cancel;
    QPushButton* m_change;
};

} // namespace slipway
