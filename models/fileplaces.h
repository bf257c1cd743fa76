#pragma once

#include "core/error.h"
#include "files/filekind.h"
#include "files/githistory.h"
#include "files/textdiff.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace slipway
{

/// Where files come from, in the order in which they are shown.
enum class FilesFrom : std::uint8_t {
    Checkout,   ///< a folder of this machine
    Repository, ///< a repository at GitHub, its default branch
    Templates,  ///< made from the profile
};
constexpr std::array kFilesFrom{FilesFrom::Checkout, FilesFrom::Repository, FilesFrom::Templates};

/// "Folder", "Repository", "Template".
[[nodiscard]] QString filesFromWord(FilesFrom from);

/// A file of one of them.
struct FilePlace final {
    FilesFrom from = FilesFrom::Checkout;
    QString path; ///< from the root; empty: none

    friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

/// The files of one of them.
struct FileRoot final {
    FilesFrom from = FilesFrom::Checkout;
    QString name;   ///< the folder, or "owner/repository"; empty: there is none
    QString branch; ///< of a repository
    std::vector<ListedFile> files;
    bool isLoading = false;
    bool isPartial = false;     ///< there may be more
    bool hasHistory = false;    ///< earlier texts can be asked for
    std::optional<Error> error; ///< why there are none

    friend bool operator==(const FileRoot&, const FileRoot&) = default;
};

/// What a file may be compared with.
enum class Against : std::uint8_t {
    Nothing,    ///< the file itself is shown
    Registry,   ///< a lock file: what `lock write` would make of it
    Checkout,   ///< the same path in the folder
    Repository, ///< the same path in the repository
    Template,   ///< what is made from the profile for this place
    Earlier,    ///< the same file in an earlier commit
};

/// A comparison when it has been made.
struct FileComparison final {
    TextDiffPtr diff;
    QString note;                      ///< what the other side is worth less for, in a sentence; empty: nothing
    std::vector<FileCommit> commits{}; ///< of Earlier: those that may be chosen, the newest first
    QString commit{};                  ///< the id of the one that was

    friend bool operator==(const FileComparison&, const FileComparison&) = default;
};

/// What a file is: as its root lists it, for the profile may give it another part than its name does, else by its name.
[[nodiscard]] std::optional<FileKind> kindIn(const std::vector<FileRoot>& roots, const FilePlace& place);
/// What a file may be compared with among the roots there are, Nothing first.
[[nodiscard]] std::vector<Against> comparisonsFor(const FilePlace& place, const std::vector<FileRoot>& roots);

} // namespace slipway
