#pragma once

#include "core/error.h"
#include "files/filekind.h"
#include "files/textfile.h"

#include <stop_token>

namespace slipway
{

/// The files of interest below a folder.
struct FolderFiles final {
    std::vector<ListedFile> files;
    bool isPartial = false; ///< the folder is larger, or deeper, than anybody's checkout: not all of it was looked at
};

/// Looks through a checkout: no hidden folders but `.github`, no `node_modules`, no symbolic links, so nothing outside
/// of it is ever shown. Errors: FileAccess where the folder itself cannot be read; Cancelled.
[[nodiscard]] Result<FolderFiles> filesBelow(const QString& folder, std::stop_token stop = {});

/// The text of a file of a checkout. `path` must lead to a file in it: Errors as loadText(), and FileAccess for a path
/// that leaves the folder.
[[nodiscard]] Result<FileText> loadTextBelow(const QString& folder, const QString& path);

} // namespace slipway
