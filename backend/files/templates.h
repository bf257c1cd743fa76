#pragma once

#include "domain/classification.h"
#include "settings/profile.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace slipway
{

/// What is made from a profile and the packages it is about.
enum class TemplateKind : std::uint8_t {
    BuildCpu, ///< .github/workflows/build-cpu.yml
    BuildGpu, ///< .github/workflows/build-gpu.yml
    Cleanup,  ///< .github/workflows/ghcr_cleanup.yml
    Renovate, ///< renovate.json
};

/// What templates are filled in with.
struct TemplateFacts final {
    QString owner;                                ///< as it is written in the names of images, lower case
    QString registry = QStringLiteral("ghcr.io"); ///< its host
    QStringList cpuImages;                        ///< names of packages, sorted
    QStringList gpuImages;
    QStringList bases; ///< packages that others stand on
    QString cuda;      ///< the glob GPU images keep to; empty for none
    QString lockFile;  ///< from the repository's root
    QString policyFile;
    QString profileFile;
};

/// The facts of an owner. `classes` stand beside Snapshot::packages. Files that the profile does not name have their
/// usual names; those it names are taken to lie beside it.
[[nodiscard]] TemplateFacts templateFacts(const Snapshot& snapshot, const std::vector<PackageClass>& classes,
                                          const Profile& profile, const QString& registry);

/// Those that there is something to fill in for, in their order: a build workflow needs images of its kind, and
/// Renovate bases.
[[nodiscard]] std::vector<TemplateKind> templatesFor(const TemplateFacts& facts);

/// Where in a repository it belongs.
[[nodiscard]] QString templatePath(TemplateKind kind);
/// The template whose place has this file name, if any.
[[nodiscard]] std::optional<TemplateKind> templateAt(const QString& path);

/// The text, which ends in a line feed: a GitHub Actions workflow, or Renovate's configuration. The same facts give the
/// same text.
[[nodiscard]] QString templateText(TemplateKind kind, const TemplateFacts& facts);

} // namespace slipway
