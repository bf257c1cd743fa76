#pragma once

#include "views/theme/tokens.h"

#include <QFrame>

namespace slipway
{

/// A tinted box with a title and a sentence, or the sentence alone, for something a person should know about what is
/// shown.
class NoticeBox final : public QFrame
{
    Q_OBJECT
public:
    NoticeBox(Tone tone, const QString& title, const QString& sentence, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void colorTitle();

    Tone m_tone;
    QWidget* m_title;
};

} // namespace slipway
