#pragma once

class QWidget;

namespace slipway
{

/// An amount between two others, for those who do not see the picture of it.
struct AmountRange final {
    double current = 0;
    double minimum = 0;
    double maximum = 0;
};

/// What a painted widget that shows an amount has beside its name.
class AmountShown
{
public:
    virtual ~AmountShown() = default;
    [[nodiscard]] virtual AmountRange amount() const = 0;
};

/// From the first call on, every widget that is an AmountShown has QAccessibleValueInterface, read only, and the role
/// of a progress bar. Such widgets call it when they are made.
void installAccessibleAmounts();
/// Tells who listens that `widget` shows another amount.
void tellAmountChanged(QWidget& widget, double current);

} // namespace slipway
