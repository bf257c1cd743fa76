#pragma once

#include "domain/filecommit.h"
#include "files/textfile.h"

#include <stop_token>
#include <vector>

namespace slipway
{

/// Whether a folder lies in a checkout.
[[nodiscard]] bool isCheckout(const QString& folder);

/// The commits that changed a file of a checkout, `most` at most, the newest first; none: it was never committed.
/// `path` is from the folder. Asks the program git, which is started without a shell, reads and runs no hook. For the
/// pool: it waits. Errors: ToolMissing without git; NotFound where the folder is no checkout; Timeout; Cancelled.
[[nodiscard]] Result<std::vector<FileCommit>> commitsOf(const QString& folder, const QString& path, int most,
                                                        std::stop_token stop = {});

/// The text a file had in a commit. Errors: those of commitsOf() and parseText(); NotFound where the commit has no such
/// file; InvalidArgument for what is no commit's id.
[[nodiscard]] Result<FileText> textAtCommit(const QString& folder, const QString& path, const QString& commit,
                                            std::stop_token stop = {});

} // namespace slipway
