#pragma once

#include "views/theme/tokens.h"
#include "views/widgets/confirmation.h"
#include "views/widgets/dialog.h"

class QLineEdit;
class QPushButton;

namespace slipway
{

class MessageBar;

/// Asks, by having a phrase typed, before something is done that cannot simply be taken back; where nothing is lost by
/// it nothing is typed. Cancel has the keyboard and is what Enter does there; in the field Enter does nothing until the
/// text matches, and then goes on to the button that confirms, which Space or a click presses: Enter never confirms.
/// Accepted only by that button. One of several questions has a button that passes over it (kSkipped): Esc and Cancel
/// give up all of them.
class ConfirmDialog final : public Dialog
{
    Q_OBJECT
public:
    /// The result of Confirmation::skip's button.
    static constexpr int kSkipped = 2;

    ConfirmDialog(const Confirmation& confirmation, QWidget* parent);

    /// Keeps the button off, whatever is typed, and says why: "The plan has changed: 1 tag moved. Preview again."
    /// Empty: nothing stands against it.
    void setBlocked(const QString& reason);
    /// What has become of something that was done from here, beside what blocks it.
    void tell(Tone tone, const QString& sentence);
    [[nodiscard]] QLineEdit& field() { return *m_field; }
    [[nodiscard]] QPushButton& confirmButton() { return *m_confirm; }
    [[nodiscard]] QPushButton& cancelButton() { return *m_cancel; }
    /// Null where nothing is passed over.
    [[nodiscard]] QPushButton* skipButton() { return m_skip; }
    /// Null where nothing can be saved.
    [[nodiscard]] QPushButton* listButton() { return m_list; }
    /// What was told last; empty: nothing was.
    [[nodiscard]] QString told() const;

Q_SIGNALS:
    /// A person wants what goes to be saved first; the dialog stays.
    void listWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addConsequences();
    void addPhrase();
    void addButtons();
    void judge();

    Confirmation m_confirmation;
    QString m_blocked;
    QLineEdit* m_field;
    MessageBar* m_message;
    MessageBar* m_told;
    QPushButton* m_cancel;
    QPushButton* m_skip = nullptr;
    QPushButton* m_list = nullptr;
    QPushButton* m_confirm;
};

} // namespace slipway
