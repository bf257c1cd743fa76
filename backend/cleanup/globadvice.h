#pragma once

#include <QString>

#include <optional>

namespace slipway
{

/// What to write in place of a regular expression that stands where a policy wants a glob of tags or package names;
/// empty where that takes more than one glob. nullopt: it may be meant as a glob. Told by what neither a tag nor a
/// package name has, classes like `\d`, and `.*` where hardly one has a dot: in the beginning, after `-`, `_`, `/` and
/// another dot.
[[nodiscard]] std::optional<QString> globInsteadOf(const QString& pattern);

} // namespace slipway
