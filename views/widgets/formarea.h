#pragma once

#include "views/widgets/focuswatch.h"

#include <QScrollArea>

namespace slipway
{

/// A form that scrolls where there is too little room for it: as high as the form if it may be, and no lower than a few
/// lines of it. What the keyboard comes to is brought to sight.
class FormArea final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes the form.
    explicit FormArea(QWidget* form, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* now);

    FocusWatch m_keyboard;
};

} // namespace slipway
