#include "views/theme/buttonkind.h"

#include <QAbstractButton>
#include <QToolButton>
#include <QVariant>

namespace slipway
{

namespace
{
constexpr const char* kProperty = "slipwayButtonKind";
}

void setButtonKind(QAbstractButton& button, ButtonKind kind)
{
    button.setProperty(kProperty, static_cast<int>(kind));
    button.update();
}

ButtonKind buttonKind(const QAbstractButton& button)
{
    const QVariant kind = button.property(kProperty);
    if (kind.isValid())
        return static_cast<ButtonKind>(kind.toInt());
    return qobject_cast<const QToolButton*>(&button) ? ButtonKind::Quiet : ButtonKind::Normal;
}

} // namespace slipway
