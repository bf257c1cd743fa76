#pragma once

#include "views/theme/buttonkind.h"
#include "views/theme/tokens.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace slipway
{

/// A button that looks as if it were in a state: under the pointer, pressed, with the keyboard.
class ButtonSample final : public QPushButton
{
    Q_OBJECT
public:
    ButtonSample(const QString& text, ButtonKind kind, QStyle::State state, QWidget* parent);

protected:
    void initStyleOption(QStyleOptionButton* option) const override;

private:
    QStyle::State m_state;
};

/// A button whose work goes on: the arc that runs elsewhere, standing still, and a verb.
class WorkingSample final : public QPushButton
{
    Q_OBJECT
public:
    WorkingSample(const QString& text, QWidget* parent);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_glyph;
};

/// A field that looks as if it had the keyboard.
class FocusedField final : public QLineEdit
{
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

protected:
    void initStyleOption(QStyleOptionFrame* option) const override;
};

/// One colour of the theme that is on.
class Swatch final : public QWidget
{
    Q_OBJECT
public:
    Swatch(const QString& name, QColor Tokens::* color, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor Tokens::* m_color;
};

/// The chart colours in their order.
class ChartColors final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartColors(QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A place where nothing is yet, around what says so.
class DashedFrame final : public QWidget
{
    Q_OBJECT
public:
    DashedFrame(QWidget* content, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Makes a widget look as if the pointer were on it.
void hover(QWidget& widget);

} // namespace slipway
