#include "domain/tagshape.h"

namespace slipway
{

using namespace Qt::StringLiterals;

std::optional<ReferrerTag> parseReferrerTag(QStringView tag)
{
    constexpr QLatin1StringView prefix = "sha256-"_L1;
    constexpr qsizetype hexLength = 2 * Digest::kSize;
    if (!tag.startsWith(prefix) || tag.size() < prefix.size() + hexLength)
        return std::nullopt;
    const auto digest = Digest::parse(u"sha256:"_s + tag.sliced(prefix.size(), hexLength).toString());
    if (!digest)
        return std::nullopt;
    const auto suffix = tag.sliced(prefix.size() + hexLength);
    if (suffix.isEmpty())
        return ReferrerTag{*digest, ReferrerTagKind::Fallback};
    if (suffix == ".sig"_L1)
        return ReferrerTag{*digest, ReferrerTagKind::Signature};
    if (suffix == ".att"_L1)
        return ReferrerTag{*digest, ReferrerTagKind::Attestation};
    if (suffix == ".sbom"_L1)
        return ReferrerTag{*digest, ReferrerTagKind::Sbom};
    return std::nullopt;
}

} // namespace slipway
