#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace slipway
{

/// A package in an SBOM. Its name may come with several versions.
struct SbomPackage final {
    QString name;
    QString version;

    friend bool operator==(const SbomPackage&, const SbomPackage&) = default;
};

/// The packages of an SBOM by name, then version, each once.
struct Sbom final {
    std::vector<SbomPackage> packages;
    quint64 fingerprint = 0; ///< of the packages' names and releases, so that most need no comparing; 0: not known
};

/// With packages in order and a fingerprint.
[[nodiscard]] Sbom makeSbom(std::vector<SbomPackage> packages);
/// Whether compareSboms() would find nothing.
[[nodiscard]] bool areSame(const Sbom& left, const Sbom& right);

/// Reads an SBOM: SPDX 2.2 and 2.3 JSON (spdx-spec v2.3, "Package"; the package that the document describes is the
/// image itself and left out), CycloneDX 1.4 and later JSON (components, nested ones too; files left out), either as it
/// is or as predicate of an in-toto statement, in a DSSE envelope or in a sigstore bundle. nullopt for a statement
/// about something else, such as provenance. Errors: NotJson, Malformed with the path to the field.
[[nodiscard]] Result<std::optional<Sbom>> parseSbom(const QByteArray& bytes, const QString& subject);

/// A package that two SBOMs have different versions of.
struct SbomDifference final {
    QString name;
    QString left; ///< versions, "1.26.4" or "1.0, 2.0"; empty if the left one does not have it
    QString right;

    friend bool operator==(const SbomDifference&, const SbomDifference&) = default;
};

/// By name. A local version label is no difference: `2.3.1+cpu` is `2.3.1+cu121` (PEP 440, "Local version
/// identifiers"), for it names the build and not the release.
[[nodiscard]] std::vector<SbomDifference> compareSboms(const Sbom& left, const Sbom& right);

} // namespace slipway
