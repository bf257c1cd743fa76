#pragma once

#include "files/linediff.h"

#include <QString>

namespace slipway
{

/// What both sides of a diff are called.
struct DiffNames final {
    QString left;
    QString right;
};

/// A unified diff, as `diff -u` writes it, with three lines around each change; empty where nothing differs.
[[nodiscard]] QString unifiedDiff(std::span<const QStringView> left, std::span<const QStringView> right,
                                  const std::vector<DiffChange>& changes, const DiffNames& names);

} // namespace slipway
