#pragma once

class QAbstractButton;

namespace slipway
{

/// How much a button asks to be pressed. At most one primary button on a page.
enum class ButtonKind {
    Normal,
    Primary, ///< filled with the accent
    Danger,  ///< outlined in the colour of harm
    Harm,    ///< filled with it: what does the harm, inside a dialog that asks before
    Quiet,   ///< no frame until the pointer is on it
    Link,    ///< text in the accent, as in a sentence
};

void setButtonKind(QAbstractButton& button, ButtonKind kind);
/// What was set; else quiet for a tool button and normal for every other.
[[nodiscard]] ButtonKind buttonKind(const QAbstractButton& button);

} // namespace slipway
