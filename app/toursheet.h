#pragma once

#include <QImage>
#include <QStringList>

namespace slipway
{

/// All pictures of a tour on one sheet, small and with their names, in rows of four. `pictures` are files; one that
/// cannot be read leaves its place empty.
[[nodiscard]] QImage tourSheet(const QStringList& pictures);

} // namespace slipway
