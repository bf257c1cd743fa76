#include "views/widgets/keyhint.h"

#include <QVariant>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr const char* kAction = "slipwayHintAction";
constexpr const char* kText = "slipwayHintText";
constexpr const char* kKeys = "slipwayHintKeys";

void compose(QWidget& widget)
{
    const QString text = widget.property(kText).toString();
    const QString keys = widget.property(kKeys).toString();
    const bool hasKeys = !keys.isEmpty() && !widget.property(kAction).toString().isEmpty();
    widget.setToolTip(hasKeys ? u"%1 (%2)"_s.arg(text, keys) : text);
}

} // namespace

void setKeyHint(QWidget& widget, const QString& actionId, const QString& text)
{
    // The keys stay: they are told when they change, the text may change more often.
    if (!actionId.isEmpty() && widget.property(kAction).toString() != actionId)
        widget.setProperty(kKeys, QVariant());
    widget.setProperty(kAction, actionId);
    widget.setProperty(kText, text);
    compose(widget);
}

void showKeys(const QWidget& window, const QHash<QString, QString>& keys)
{
    const auto widgets = window.findChildren<QWidget*>();
    for (auto* widget : widgets) {
        const QString action = widget->property(kAction).toString();
        if (action.isEmpty())
            continue;
        widget->setProperty(kKeys, keys.value(action));
        compose(*widget);
    }
}

} // namespace slipway
