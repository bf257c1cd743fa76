#pragma once

#include "drift/findinglife.h"
#include "views/widgets/dialog.h"

class QLineEdit;
class QPushButton;

namespace slipway
{

class DayField;
class MessageBar;

/// Takes note of a finding: why, and until when it counts for nothing.
class AcknowledgeDialog final : public Dialog
{
    Q_OBJECT
public:
    AcknowledgeDialog(const FindingLife& life, const QDateTime& now, QWidget* parent);

    [[nodiscard]] QString reason() const;
    /// The end of the chosen day in the person's own zone.
    [[nodiscard]] QDateTime until() const;
    [[nodiscard]] QLineEdit& reasonField() { return *m_reason; }
    [[nodiscard]] DayField& untilField() { return *m_until; }
    [[nodiscard]] QPushButton& confirmButton() { return *m_confirm; }
    /// Keeping it failed: the sentence stands in the dialog, which stays.
    void showFailure(const QString& sentence);

Q_SIGNALS:
    void confirmed();

private:
    QLineEdit* m_reason;
    DayField* m_until;
    MessageBar* m_failure;
    QPushButton* m_confirm;
};

} // namespace slipway
