#pragma once

#include <QByteArray>
#include <QCborMap>

#include <optional>

namespace slipway
{

/// A map from its CBOR form (RFC 8949); nullopt of anything else, also of one that ends early or goes on. What Qt gives
/// of a map that ends early may be a key without its value, which a QCborMap is not safe with.
[[nodiscard]] std::optional<QCborMap> cborMapFrom(const QByteArray& bytes);

} // namespace slipway
