#include "domain/tagshape.h"

#include <array>

namespace slipway
{

namespace
{

constexpr QByteArrayView kPrefix = "sha256-";
constexpr qsizetype kHexLength = 2 * Digest::kSize;

/// Of one lower-case hexadecimal digit; -1 for anything else.
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<Digest> digestOf(QByteArrayView hex)
{
    std::array<char, Digest::kSize> raw{};
    for (qsizetype i = 0; i < Digest::kSize; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        raw[static_cast<size_t>(i)] = static_cast<char>(high * 16 + low);
    }
    return Digest::fromRaw(raw);
}

std::optional<ReferrerTagKind> kindOf(QByteArrayView suffix)
{
    if (suffix.isEmpty())
        return ReferrerTagKind::Fallback;
    if (suffix == ".sig")
        return ReferrerTagKind::Signature;
    if (suffix == ".att")
        return ReferrerTagKind::Attestation;
    if (suffix == ".sbom")
        return ReferrerTagKind::Sbom;
    return std::nullopt;
}

} // namespace

std::optional<ReferrerTag> parseReferrerTag(QStringView tag)
{
    // What Latin-1 does not have becomes a question mark, which no referrer tag has.
    return tag.startsWith(QLatin1StringView(kPrefix)) ? parseReferrerTag(QByteArrayView(tag.toLatin1())) : std::nullopt;
}

std::optional<ReferrerTag> parseReferrerTag(QByteArrayView utf8)
{
    if (utf8.size() < kPrefix.size() + kHexLength || !utf8.startsWith(kPrefix)) // nearly all tags end here
        return std::nullopt;
    const auto kind = kindOf(utf8.sliced(kPrefix.size() + kHexLength));
    const auto digest = kind ? digestOf(utf8.sliced(kPrefix.size(), kHexLength)) : std::nullopt;
    return digest ? std::optional(ReferrerTag{*digest, *kind}) : std::nullopt;
}

} // namespace slipway
