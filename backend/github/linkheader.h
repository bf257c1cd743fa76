#pragma once

#include <QByteArray>
#include <QHash>
#include <QUrl>

namespace slipway
{

/// The targets of a Link header (RFC 8288) by relation, resolved against the URL they came from. Parts that cannot be
/// read are left out.
[[nodiscard]] QHash<QByteArray, QUrl> parseLinkHeader(const QByteArray& header, const QUrl& base);

} // namespace slipway
