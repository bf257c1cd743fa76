#pragma once

#include "storage/storagestack.h"

#include <span>
#include <vector>

namespace slipway
{

/// The days a picture of a stack spans, and how many columns of pixels it has for them.
struct StackColumns final {
    QDate first;
    QDate last; ///< in the last column
    int count = 1;

    /// From 0; of a day outside the picture the column of the nearest edge.
    [[nodiscard]] int of(QDate day) const;
    friend bool operator==(const StackColumns&, const StackColumns&) = default;
};

/// Where the upper edge of a series is on a day: the bytes of the series and of all below it.
struct StackPoint final {
    size_t row = 0; ///< in StorageStack::days
    Bytes top = 0;

    friend bool operator==(const StackPoint&, const StackPoint&) = default;
};

/// Days that are drawn without a break, as the upper edges of the series.
struct StackRun final {
    size_t first = 0; ///< rows in StorageStack::days
    size_t last = 0;
    std::vector<std::vector<StackPoint>> tops; ///< beside StorageStack::series; days ascending, first and last always
};

/// The edges of a stack with no more points than columns of pixels can show. Of what falls into one column each edge
/// keeps its first, its last, its lowest and its highest day, so that no peak is lost and lines leave a column where
/// they should. Edges are sums of what was stored, taken before anything is left out. Days without a reading are a gap
/// if they leave a column empty; what is narrower nobody could see. Linear in days and series.
[[nodiscard]] std::vector<StackRun> stackRuns(const StorageStack& stack, const StackColumns& columns);

} // namespace slipway
