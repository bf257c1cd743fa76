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

/// Shows which issues of findings would be opened, updated and closed, and does it once that is agreed to.
class IssuesDialog final : public Dialog
{
    Q_OBJECT
public:
    IssuesDialog(const IssuesPreviewPtr& preview, QWidget* parent);

    [[nodiscard]] const IssuesPreviewPtr& preview() const { return m_preview; }
    [[nodiscard]] QPushButton& changeButton() { return *m_change; }
    /// Everything it says.
    [[nodiscard]] QStringList sentences() const;
    void showOutcome(const Result<IssueOutcome>& outcome);

Q_SIGNALS:
    void changeRequested();

private:
    IssuesPreviewPtr m_preview;
    QLabel* m_summary;
    QPlainTextEdit* m_steps;
    MessageBar* m_end;
    QPushButton* m_cancel;
    QPushButton* m_change;
};

} // namespace slipway
