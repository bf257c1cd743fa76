#pragma once

#include "domain/referencegraph.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// How long versions are to be kept in a what-if; nothing: all of them.
struct Retention final {
    std::optional<std::chrono::days> untaggedFor; ///< untagged ones that are older go
    std::optional<std::size_t> taggedPerPackage;  ///< the newest so many tagged ones of each package stay

    friend bool operator==(const Retention&, const Retention&) = default;
};

/// The versions such a retention drops, by row, ascending.
///
/// Decided are images and indexes that nothing listed lists and that hang on nothing: a tagged one (with a tag that is
/// no referrer tag) stays if it is among the newest `taggedPerPackage` of its package, an untagged one while it is not
/// older than `untaggedFor`. A tagged one is decided by its tag even if an index lists it. What an index lists goes
/// with the last index that lists it, and what hangs on a version goes with that version. So never dropped is:
/// - what a version that stays lists, and what hangs on such a version;
/// - a version without an age (ageOf()), with all it hangs on; it counts among the newest all the same;
/// - build cache, charts and other artifacts in their own right, and referrers whose subject is gone;
/// - anything of a package of which the list or a manifest could not be read: what is not known could list it;
/// - `always`, by row, and what these list.
[[nodiscard]] std::vector<RowIndex> droppedBy(const Retention& retention, const Snapshot& snapshot,
                                              const ReferenceGraph& graph, const QDateTime& now,
                                              std::span<const RowIndex> always = {});

} // namespace slipway
