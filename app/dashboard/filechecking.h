#pragma once

#include "models/fileverdict.h"

namespace slipway
{

/// A file that is listed, and what it is for.
struct ListedPlace final {
    FilePlace place;
    FileKind kind = FileKind::Dockerfile;
};

/// Whether there is a rule for such files.
[[nodiscard]] bool isChecked(FileKind kind, const QString& path);

/// Pure, for the pool. A lock file by the schema that ships, profiles and policies as they are read, workflows and
/// compose files by their shape, configurations of Renovate and Dependabot as JSON or YAML.
[[nodiscard]] FileVerdict checkedFile(FileKind kind, const QString& path, const QString& text);

} // namespace slipway
