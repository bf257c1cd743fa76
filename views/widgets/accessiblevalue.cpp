#include "views/widgets/accessiblevalue.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace slipway
{

namespace
{

class AccessibleAmount final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    AccessibleAmount(QWidget& widget, const AmountShown& shown)
        : QAccessibleWidget(&widget, QAccessible::ProgressBar)
        , m_shown(shown)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QVariant currentValue() const override { return m_shown.amount().current; }
    void setCurrentValue(const QVariant&) override {}
    [[nodiscard]] QVariant maximumValue() const override { return m_shown.amount().maximum; }
    [[nodiscard]] QVariant minimumValue() const override { return m_shown.amount().minimum; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 0.0; }

private:
    const AmountShown& m_shown;
};

QAccessibleInterface* makeAmount(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const auto* shown = dynamic_cast<const AmountShown*>(object);
    return widget && shown ? new AccessibleAmount(*widget, *shown) : nullptr;
}

} // namespace

void installAccessibleAmounts()
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(makeAmount);
        return true;
    }();
}

void tellAmountChanged(QWidget& widget, double current)
{
    QAccessibleValueChangeEvent event(&widget, current);
    QAccessible::updateAccessibility(&event);
}

} // namespace slipway
