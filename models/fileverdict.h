#pragma once

#include "core/textfault.h"
#include "models/fileplaces.h"

namespace slipway
{

enum class FileState : std::uint8_t {
    Right,
    Faulty,
    Unread,    ///< the file could not be read
    Unchecked, ///< nobody knows here what such a file has to be
};

/// What became of checking a file.
struct FileVerdict final {
    FileState state = FileState::Unchecked;
    FileKind kind = FileKind::Dockerfile;
    std::vector<TextFault> faults; ///< of one that is Faulty
    std::optional<Error> error;    ///< of one that is Unread

    friend bool operator==(const FileVerdict&, const FileVerdict&) = default;
};

struct CheckedFile final {
    FilePlace place;
    FileVerdict verdict;

    friend bool operator==(const CheckedFile&, const CheckedFile&) = default;
};

/// "Schema valid", "Schema not valid, line 40", "2 errors, the first in line 3"; empty for what is not checked.
[[nodiscard]] QString verdictText(const FileVerdict& verdict);

} // namespace slipway
