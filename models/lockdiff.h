#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace slipway
{

enum class LockDiffKind : std::uint8_t {
    Context, ///< in both
    Removed,
    Added,
    Gap, ///< lines in between that are the same and are left out; `text` is empty
};

struct LockDiffLine final {
    LockDiffKind kind = LockDiffKind::Context;
    int before = 0; ///< line numbers from 1; 0: not there
    int after = 0;
    QString text;

    friend bool operator==(const LockDiffLine&, const LockDiffLine&) = default;
};

/// How a text becomes another, line by line, with three lines around each change.
struct LockDiff final {
    std::vector<LockDiffLine> lines;
    int removed = 0;
    int added = 0;
    bool isCut = false; ///< there are more changes than are listed
};

/// More lines than these are not listed: nobody reads them.
constexpr int kMostDiffLines = 20'000;

/// Compares by lines that are in both texts once (patience diff), which a lock file's digests and names are: n log n
/// for files of any size, and what is told as changed is what a person would call so.
[[nodiscard]] LockDiff lockDiff(const QByteArray& before, const QByteArray& after);

} // namespace slipway
