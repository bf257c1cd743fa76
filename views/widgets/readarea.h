#pragma once

#include <QScrollArea>

namespace slipway
{

/// Texts that are read, and scroll where there is too little room for them: only then they take the keyboard, by Tab,
/// with a ring around what is in sight, so that they are read to their end without a mouse.
class ReadArea final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes the texts.
    explicit ReadArea(QWidget* texts, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fitFocus();
};

} // namespace slipway
