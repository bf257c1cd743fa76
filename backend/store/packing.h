#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace slipway
{

/// Writes numbers in seven-bit groups, digests and texts one after another.
class Packer final
{
public:
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.append(static_cast<char>(value | 0x80));
            value >>= 7U;
        }
        m_bytes.append(static_cast<char>(value));
    }
    /// A number that may be negative: small ones of either sign stay short.
    void difference(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U));
    }
    void digest(const Digest& digest) { m_bytes.append(digest.raw()); }
    void text(QByteArrayView utf8)
    {
        number(static_cast<std::uint64_t>(utf8.size()));
        m_bytes.append(utf8);
    }
    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    QByteArray m_bytes;
};

/// Reads what Packer wrote. Past the end, or on nonsense, everything is zero and isGood() false.
class Unpacker final
{
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_next(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
    }

    [[nodiscard]] std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; m_next != m_end && shift < 64; shift += 7) {
            const auto byte = static_cast<std::uint8_t>(*m_next++);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80)
                return value;
        }
        return fail();
    }
    [[nodiscard]] std::int64_t difference()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
    }
    /// A number that must be less than `limit`.
    [[nodiscard]] size_t below(size_t limit)
    {
        const std::uint64_t value = number();
        return value < limit ? value : fail();
    }
    /// How many things follow, each at least so many bytes long.
    [[nodiscard]] size_t count(size_t leastBytes)
    {
        const std::uint64_t value = number();
        return value * leastBytes <= left() && value <= left() ? value : fail();
    }
    [[nodiscard]] Digest digest() { return Digest::fromRaw(take(Digest::kSize)); }
    [[nodiscard]] QByteArrayView text() { return take(number()); }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool isAtEnd() const { return m_isGood && m_next == m_end; }

private:
    [[nodiscard]] std::uint64_t left() const { return static_cast<std::uint64_t>(m_end - m_next); }
    std::uint64_t fail()
    {
        m_isGood = false;
        m_next = m_end;
        return 0;
    }
    QByteArrayView take(std::uint64_t length)
    {
        if (length > left()) {
            fail();
            return {};
        }
        const char* begin = m_next;
        m_next += length;
        return {begin, static_cast<qsizetype>(length)};
    }

    const char* m_next;
    const char* m_end;
    bool m_isGood = true;
};

/// A hash of stored bytes, to tell whether they changed: fast, and no protection against anybody.
[[nodiscard]] std::int64_t contentHash(QByteArrayView bytes);

} // namespace slipway
