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
    /// Gives the bar a button; empty text takes it away.
    void setAction(const QString& text);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QStringList shownDetails() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void toggleDetails(bool isOpen);

    Tone m_tone = Tone::Info;
    QStringList m_details;
    ElidedLabel* m_sentence;
    QLabel* m_detailText;
    QPushButton* m_detailsButton;
    QPushButton* m_action;
    QWidget* m_glyph;
};

} // namespace slipway
