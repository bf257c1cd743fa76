#include "domain/versionage.h"

#include <algorithm>

namespace slipway
{

std::optional<std::chrono::milliseconds> ageOf(const VersionRow& version, const QDateTime& now)
{
    if (version.createdMs == VersionRow::kNoTime || version.updatedMs == VersionRow::kNoTime)
        return std::nullopt;
    return std::chrono::milliseconds(now.toMSecsSinceEpoch() - std::max(version.createdMs, version.updatedMs));
}

} // namespace slipway
