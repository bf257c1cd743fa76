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
/// Arranges the window so again. What is missing or makes no sense is as it usually is, so an empty object is the
/// default layout. The keyboard stays where it is.
void applyLayout(MainWindow& window, const QJsonObject& layout, LayoutPart part);

} // namespace slipway
