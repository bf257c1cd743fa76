#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <cstring>

namespace slipway
{

/// A sha256 content digest, 32 bytes. Other algorithms of the OCI image spec (sha512) do not occur in GHCR: parse()
/// refuses them by name, and what refers to one counts as unreadable.
class Digest final
{
public:
    static constexpr int kSize = 32;
    static constexpr QLatin1StringView kPrefix{"sha256:"};

    constexpr Digest() = default;

    /// Reads "sha256:" + 64 lower-case hexadecimal digits, and nothing else.
    [[nodiscard]] static Result<Digest> parse(QStringView text);
    /// The digest of these bytes.
    [[nodiscard]] static Digest of(QByteArrayView bytes);
    /// From 32 raw bytes, as the store keeps them; a null digest for any other length.
    [[nodiscard]] static Digest fromRaw(QByteArrayView raw);

    [[nodiscard]] bool isNull() const { return *this == Digest{}; }
    /// "sha256:…", whole.
    [[nodiscard]] QString toString() const;
    /// The 64 hexadecimal digits.
    [[nodiscard]] QString hex() const;
    /// First six and last four digits with an ellipsis between: what tables show.
    [[nodiscard]] QString shortForm() const;
    [[nodiscard]] QByteArray raw() const;
    /// The first eight digits as a number: orders as digests do, and tells most of them apart.
    [[nodiscard]] constexpr std::uint32_t head() const
    {
        return std::uint32_t{m_bytes[0]} << 24U | std::uint32_t{m_bytes[1]} << 16U | std::uint32_t{m_bytes[2]} << 8U
               | std::uint32_t{m_bytes[3]};
    }

    friend bool operator==(const Digest&, const Digest&) = default;
    friend auto operator<=>(const Digest&, const Digest&) = default;
    friend size_t qHash(const Digest& digest, size_t seed = 0) noexcept
    {
        // The bytes are uniformly distributed already.
        size_t value = 0;
        std::memcpy(&value, digest.m_bytes.data(), sizeof value);
        return value ^ seed;
    }

private:
    std::array<std::uint8_t, kSize> m_bytes{};
};

} // namespace slipway

template<>
struct std::hash<slipway::Digest> {
    size_t operator()(const slipway::Digest& digest) const noexcept { return qHash(digest); }
};
