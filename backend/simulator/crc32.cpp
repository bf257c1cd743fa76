#include "simulator/crc32.h"

#include <array>

namespace slipway
{

namespace
{

constexpr std::uint32_t kPolynomial = 0xedb88320U; // bits reversed
constexpr std::uint32_t kOne = 0x80000000U;        // the polynomial 1

constexpr auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? (value >> 1U) ^ kPolynomial : value >> 1U;
        table[i] = value;
    }
    return table;
}();

/// Product of two polynomials over GF(2) modulo the CRC's.
constexpr std::uint32_t multiply(std::uint32_t a, std::uint32_t b)
{
    std::uint32_t product = 0;
    for (std::uint32_t bit = kOne; bit != 0; bit >>= 1U) {
        if ((a & bit) != 0)
            product ^= b;
        b = (b & 1U) != 0 ? (b >> 1U) ^ kPolynomial : b >> 1U;
    }
    return product;
}

/// x to the power of 8 × `bytes`.
constexpr std::uint32_t shiftBy(std::int64_t bytes)
{
    std::uint32_t power = kOne >> 8U; // x^8
    std::uint32_t result = kOne;
    for (; bytes > 0; bytes >>= 1) {
        if ((bytes & 1) != 0)
            result = multiply(result, power);
        power = multiply(power, power);
    }
    return result;
}

} // namespace

std::uint32_t crc32(QByteArrayView bytes, std::uint32_t before)
{
    std::uint32_t value = ~before;
    for (const char byte : bytes)
        value = kTable[(value ^ static_cast<std::uint8_t>(byte)) & 0xffU] ^ (value >> 8U);
    return ~value;
}

std::uint32_t crc32Joined(std::uint32_t first, std::uint32_t second, std::int64_t secondLength)
{
    return multiply(shiftBy(secondLength), first) ^ second;
}

std::uint32_t crc32Repeated(std::uint32_t once, std::int64_t length, std::int64_t times)
{
    std::uint32_t result = 0;
    for (std::uint32_t run = once; times > 0; times >>= 1) {
        if ((times & 1) != 0)
            result = crc32Joined(result, run, length);
        run = crc32Joined(run, run, length);
        length *= 2;
    }
    return result;
}

} // namespace slipway
