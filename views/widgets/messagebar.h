#pragma once

#include "views/theme/tokens.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace slipway
{

class ElidedLabel;

/// One sentence across the page with at most one action and a list of details to unfold:
/// "3 of 34 images could not be read."
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Shows the bar. `details` are shown when a person asks for them; empty: there is nothing to ask for.
    void showMessage(Tone tone, const QString& sentence, const QStringList& details = {});
    /// The same for what has just become of something: it is announced too.
    void announceMessage(Tone tone, const QString& sentence, const QStringList& details = {});
    /// Gives the bar a button; empty text takes it away.
    void setAction(const QString& text);
    /// Gives the bar a further button, and Esc while it has the keyboard, to be done with it: it is hidden then.
    void setClosable(bool isClosable);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QStringList shownDetails() const;

Q_SIGNALS:
    void actionTriggered();
    /// By a person; the bar is hidden already.
    void closed();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void toggleDetails(bool isOpen);
    void dismiss();
    [[nodiscard]] bool isToClose(const QKeyEvent& event) const;

    Tone m_tone = Tone::Info;
    QStringList m_details;
    ElidedLabel* m_sentence;
    QLabel* m_detailText;
    QPushButton* m_detailsButton;
    QPushButton* m_action;
    QPushButton* m_close;
    QWidget* m_glyph;
};

} // namespace slipway
