#pragma once

#include "views/theme/tokens.h"

#include <QLabel>

namespace slipway
{

/// Words in the colour of what they mean; the colour follows the theme.
class ToneLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ToneLabel(Tone tone, QWidget* parent = nullptr);

    void setTone(Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void color();

    Tone m_tone;
};

} // namespace slipway
