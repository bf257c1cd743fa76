#pragma once

#include "domain/listing.h"

#include <vector>

namespace slipway
{

enum class ListVerdict : std::uint8_t {
    NeedsMore, ///< the last row is new: older pages may have changed too
    Agrees,    ///< what was known and what is new make exactly the number of versions GitHub counts
    Disagrees, ///< something changed further down, or the list lags behind: read it whole
};

/// A version list put together from what was known and its newest pages.
struct ListMerge final {
    ListVerdict verdict = ListVerdict::NeedsMore;
    std::vector<ListedVersion> versions; ///< empty unless it agrees
};

/// Decides whether the newest rows of a list, read because its package changed, are enough. A tag is on one version of
/// a package only: rows that lost theirs to a newer one are put right without being read. `versionCount` is what the
/// package's own row says. `newest` is in the list's order, by creation or by change, which shows in it; `known` in
/// any. What was known above the last row that was read, and was not read, is gone: then as many rows as counted need
/// not be the right ones, and it disagrees. So it does where the rows that were read are in neither order (in both
/// orders they are taken for one by creation, the usual one), and where one of them lost a tag to none of the others.
[[nodiscard]] ListMerge mergeNewest(const std::vector<ListedVersion>& known, const std::vector<ListedVersion>& newest,
                                    std::int64_t versionCount);

/// True if both lists have the same rows, in whatever order.
[[nodiscard]] bool haveSameRows(const std::vector<ListedVersion>& a, const std::vector<ListedVersion>& b);

/// The same row can come on two pages when rows move while they are read; the last reading counts.
[[nodiscard]] std::vector<ListedVersion> withoutRepeats(std::vector<ListedVersion> versions);

} // namespace slipway
