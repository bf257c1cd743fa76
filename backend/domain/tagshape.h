#pragma once

#include "core/digest.h"

#include <QByteArrayView>
#include <QStringView>

#include <optional>

namespace slipway
{

/// What a referrer tag says about its version.
enum class ReferrerTagKind { Fallback, Signature, Attestation, Sbom };

struct ReferrerTag final {
    Digest subject;
    ReferrerTagKind kind = ReferrerTagKind::Fallback;

    friend bool operator==(const ReferrerTag&, const ReferrerTag&) = default;
};

/// Reads `sha256-` + 64 lower-case hexadecimal digits, alone (OCI 1.1 fallback index) or followed by `.sig`, `.att` or
/// `.sbom` (cosign). Everything else, `sha256-<hex>-debug` included, is a tag a person made: nullopt.
[[nodiscard]] std::optional<ReferrerTag> parseReferrerTag(QStringView tag);
/// The same of UTF-8, without a string being made.
[[nodiscard]] std::optional<ReferrerTag> parseReferrerTag(QByteArrayView utf8);

} // namespace slipway
