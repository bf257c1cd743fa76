#include "app/windowframe.h"

#include <QRegion>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// More than any desktop has: a number beyond it was never a place.
constexpr double kFarthest = 100'000;

std::optional<int> number(const QJsonObject& json, QLatin1StringView name, double least)
{
    const double value = json[name].toDouble(kFarthest + 1);
    if (value < least || value > kFarthest)
        return std::nullopt;
    return static_cast<int>(value);
}

int area(const QRect& rect)
{
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

} // namespace

QJsonObject toJson(const WindowFrame& frame)
{
    return {{u"x"_s, frame.geometry.x()},
            {u"y"_s, frame.geometry.y()},
            {u"width"_s, frame.geometry.width()},
            {u"height"_s, frame.geometry.height()},
            {u"maximized"_s, frame.isMaximized}};
}

std::optional<WindowFrame> windowFrame(const QJsonObject& json)
{
    const auto x = number(json, "x"_L1, -kFarthest);
    const auto y = number(json, "y"_L1, -kFarthest);
    const auto width = number(json, "width"_L1, 1);
    const auto height = number(json, "height"_L1, 1);
    if (!x || !y || !width || !height)
        return std::nullopt;
    return WindowFrame{QRect(*x, *y, *width, *height), json["maximized"_L1].toBool()};
}

QRect visibleGeometry(const QRect& wanted, const QList<QRect>& screens)
{
    if (screens.isEmpty())
        return wanted;
    QRegion desktop;
    for (const auto& screen : screens)
        desktop += screen;
    if (QRegion(wanted).subtracted(desktop).isEmpty())
        return wanted;
    const QRect screen = *std::ranges::max_element(
        screens, {}, [&wanted](const QRect& candidate) { return area(candidate.intersected(wanted)); });
    const QSize size = wanted.size().boundedTo(screen.size());
    const QPoint last(screen.right() - size.width() + 1, screen.bottom() - size.height() + 1);
    return {QPoint(std::clamp(wanted.x(), screen.left(), last.x()), std::clamp(wanted.y(), screen.top(), last.y())),
            size};
}

} // namespace slipway
