#pragma once

#include "files/githistory.h"
#include "models/fileverdict.h"

#include <stop_token>

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

/// A file of a checkout at an earlier commit.
struct EarlierText final {
    FileText text;
    std::vector<FileCommit> commits; ///< that changed the file, the newest first
    QString commit;                  ///< the id of the one whose text this is
};
/// For the pool. `commit` empty: the newest that is not `now`; where there is none, the newest. Errors: those of
/// commitsOf() and textAtCommit(); NotFound for a file that was never committed.
[[nodiscard]] Result<EarlierText> earlierText(const QString& folder, const QString& path, const QString& commit,
                                              const FileText& now, std::stop_token stop);

} // namespace slipway
