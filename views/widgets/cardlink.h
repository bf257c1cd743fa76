#pragma once

#include <QAbstractButton>

namespace slipway
{

/// The last line of a card that leads somewhere: what is noted, and where it leads while the pointer is on the card or
/// this has the keyboard.
class CardLink final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CardLink(QWidget* parent = nullptr);

    /// Its text(), and accessible name, is where it leads.
    void setNote(const QString& note);
    void setHighlighted(bool isHighlighted);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_note;
    bool m_isHighlighted = false;
};

} // namespace slipway
