#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace slipway
{

/// The CRC-32 of gzip (RFC 1952 section 8) of `bytes` that follow bytes with the checksum `before`.
[[nodiscard]] std::uint32_t crc32(QByteArrayView bytes, std::uint32_t before = 0);

/// The checksum of two runs of bytes set one after the other, from their checksums and the length of the second.
/// Logarithmic in the length: a repeated block of many gigabytes is checked without reading it.
[[nodiscard]] std::uint32_t crc32Joined(std::uint32_t first, std::uint32_t second, std::int64_t secondLength);

/// The checksum of a run of bytes repeated `times` times.
[[nodiscard]] std::uint32_t crc32Repeated(std::uint32_t once, std::int64_t length, std::int64_t times);

} // namespace slipway
