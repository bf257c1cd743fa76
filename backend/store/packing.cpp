#include "store/packing.h"

#include <bit>
#include <cstring>

namespace slipway
{

namespace
{

constexpr std::uint64_t kMultiplier = 0x9E37'79B9'7F4A'7C15;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    hash = (hash ^ word) * kMultiplier;
    return hash ^ (hash >> 32U);
}

} // namespace

std::int64_t contentHash(QByteArrayView bytes)
{
    std::uint64_t hash = mixed(kMultiplier, static_cast<std::uint64_t>(bytes.size()));
    while (!bytes.isEmpty()) {
        std::uint64_t word = 0;
        const auto length = std::min<qsizetype>(bytes.size(), sizeof word);
        std::memcpy(&word, bytes.data(), static_cast<size_t>(length));
        hash = mixed(hash, word);
        bytes.slice(length);
    }
    return std::bit_cast<std::int64_t>(hash);
}

} // namespace slipway
