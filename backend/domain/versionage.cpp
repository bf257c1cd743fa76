#include "domain/versionage.h"

#include <algorithm>

namespace slipway
{

std::optional<std::chrono::milliseconds> ageOf(const VersionRow& version, std::int64_t nowMs)
{
    if (version.createdMs == VersionRow::kNoTime || version.updatedMs == VersionRow::kNoTime)
        return std::nullopt;
    return std::chrono::milliseconds(nowMs - std::max(version.createdMs, version.updatedMs));
}

} // namespace slipway
