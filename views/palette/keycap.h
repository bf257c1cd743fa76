#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace slipway
{

struct Tokens;

constexpr int kKeyCapHeight = 18;

/// Width of a key's cap with this text.
[[nodiscard]] int keyCapWidth(const QString& text);
/// Draws a key with its name, right-aligned and in the middle of `rect`'s height. Gives the width it took.
int paintKeyCap(QPainter& painter, const QRectF& rect, const QString& text, const Tokens& tokens);

} // namespace slipway
