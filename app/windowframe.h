#pragma once

#include <QJsonObject>
#include <QList>
#include <QRect>

#include <optional>

namespace slipway
{

/// Where a window stands on the desktop.
struct WindowFrame final {
    QRect geometry; ///< without its decoration, as it is while not maximised
    bool isMaximized = false;

    friend bool operator==(const WindowFrame&, const WindowFrame&) = default;
};

[[nodiscard]] QJsonObject toJson(const WindowFrame& frame);
/// nullopt where numbers are missing or no window can have them.
[[nodiscard]] std::optional<WindowFrame> windowFrame(const QJsonObject& json);

/// The geometry as it is where all of it is in sight, else moved and shrunk into the screen that shows most of it, or
/// the first where none does. `screens` are the parts windows may use.
[[nodiscard]] QRect visibleGeometry(const QRect& wanted, const QList<QRect>& screens);

} // namespace slipway
