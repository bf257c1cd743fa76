#pragma once

#include "views/widgets/glyph.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace slipway
{

/// A dialog over the window: a heading, what it is about, and a strip at the foot with its buttons. The window behind
/// is dimmed while it is open. 560 pixels wide, unless it says otherwise, and as high as what it says, but no higher
/// than the window it is over where a part of it can scroll. It grows about its middle, and not out of the screen.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    explicit Dialog(const QString& title, QWidget* parent);

    void setTitle(const QString& title);
    /// What kind of thing it asks or tells, left of the title; what is below begins where the title does.
    void setGlyph(Glyph glyph);
    [[nodiscard]] QVBoxLayout& body() { return *m_body; }
    /// Buttons are put in from left to right; a stretch is there before them.
    [[nodiscard]] QHBoxLayout& foot() { return *m_foot; }
    /// Another width, in pixels of the design: it grows as text does.
    void setDesignWidth(int pixels);

protected:
    /// Grows with what it says.
    bool event(QEvent* event) override;
    /// Tab goes as one reads.
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fitWidth();
    void fitHeight();
    [[nodiscard]] int neededHeight() const;

    int m_designWidth = 560;
    bool m_isTextNew = false; ///< its height is of another size of text
    QLabel* m_title;
    QVBoxLayout* m_body;
    QHBoxLayout* m_foot;
    QHBoxLayout* m_upper;
};

} // namespace slipway
