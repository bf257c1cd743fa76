#include "views/widgets/windowplace.h"

#include <QRect>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace slipway
{

namespace
{

/// From `begin` for `length` as far as it can be between two edges; at the first where it is longer than these allow.
int between(int begin, int length, int first, int last)
{
    return std::max(std::min(begin, last - length + 1), first);
}

} // namespace

void keepMiddle(QWidget& window, const QRect& before)
{
    QRect frame = window.frameGeometry();
    if (!window.isVisible() || frame.size() == before.size())
        return;
    frame.moveCenter(before.center());
    const QRect available = window.screen()->availableGeometry();
    window.move(between(frame.left(), frame.width(), available.left(), available.right()),
                between(frame.top(), frame.height(), available.top(), available.bottom()));
}

} // namespace slipway
