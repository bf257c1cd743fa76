#pragma once

#include <QJsonObject>

namespace slipway
{

class MainWindow;

/// How much of a layout is taken over.
enum class LayoutPart {
    Whole, ///< the window's place and size, sidebar and log too
    Pages, ///< the page in sight and what each page keeps: the window itself stays as it is
};

/// How the window is arranged, as plain JSON.
[[nodiscard]] QJsonObject windowLayout(const MainWindow& window);
/// What a window nobody has arranged looks like. What a person made on a page, such as saved filters, is in it.
[[nodiscard]] QJsonObject defaultLayout(const MainWindow& window);
/// What is taken along to an owner nobody has looked at yet; of LayoutPart::Pages.
[[nodiscard]] QJsonObject layoutForOthers(const MainWindow& window);
/// Arranges the window so again. What is missing or makes no sense is as it usually is, so an empty object is the
/// default layout but for what a person made. The keyboard stays where it is.
void applyLayout(MainWindow& window, const QJsonObject& layout, LayoutPart part);

} // namespace slipway
