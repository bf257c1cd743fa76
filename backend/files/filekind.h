#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

/// What a file is for, in the order in which files are offered.
enum class FileKind : std::uint8_t {
    Lock,       ///< build-lock.json
    Profile,    ///< slipway.yaml, NAME.profile.yaml
    Policy,     ///< cleanup.yaml and whatever has cleanup in its name
    Workflow,   ///< .github/workflows/*.yml
    Compose,    ///< compose.yaml, docker-compose.NAME.yml
    Dockerfile, ///< Dockerfile, Containerfile
    Updates,    ///< Renovate and Dependabot
};

/// A file of a checkout or a repository that this program is about.
struct ListedFile final {
    QString path; ///< from the root, with /
    FileKind kind = FileKind::Workflow;

    friend bool operator==(const ListedFile&, const ListedFile&) = default;
};

/// Told by its path alone; nothing for a file nobody looks for here.
[[nodiscard]] std::optional<FileKind> fileKind(const QString& path);

/// The files of interest among these paths, folders before files, as a person reads them.
[[nodiscard]] std::vector<ListedFile> listedFiles(const QStringList& paths);

} // namespace slipway
