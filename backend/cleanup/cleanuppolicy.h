#pragma once

#include "core/digest.h"
#include "core/names.h"
#include "domain/glob.h"
#include "domain/manifestkind.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace slipway
{

/// Which untagged versions go.
struct UntaggedRule final {
    std::chrono::milliseconds olderThan{0};
    std::vector<ManifestKind> kinds{ManifestKind::Image, ManifestKind::Index}; ///< of image, index, cache, artifact
};

/// Which versions whose policy tags all match a glob go: the older ones but for the newest few.
struct TagRule final {
    Glob tags;
    std::optional<std::chrono::milliseconds> olderThan; ///< none: of whatever age
    std::size_t keepLatest = 0; ///< per package, of all versions the rule matches, whatever protects them
};

/// What stays whatever the rules say.
struct PolicyProtection final {
    std::vector<Glob> tags;
    bool semver = false;   ///< every tag that isSemanticVersion()
    QStringList lockFiles; ///< as the policy names them, relative to it
    bool deployed = true;  ///< what any target runs, its canary and its rollback candidates
    int rollback = 5;      ///< rollback candidates of each target, the latest first
};

/// What becomes of what is found to hang on nothing.
enum class FoundLoose : std::uint8_t { Report, Delete };

/// How many versions of a package may go before a person has to name it.
struct CleanupLimits final {
    std::size_t versions = 500;
    std::size_t percent = 30; ///< of the package's versions
};

/// The packages a policy is for.
struct PackageChoice final {
    std::vector<Glob> included;
    std::vector<Glob> excluded;

    [[nodiscard]] bool contains(const PackageName& package) const;
};

/// What a team has written down about what may be deleted: a plain value (docs/cleanup.md).
struct CleanupPolicy final {
    std::chrono::milliseconds grace = std::chrono::hours(1); ///< what is younger never goes
    std::optional<UntaggedRule> untagged;                    ///< none: untagged versions stay
    std::vector<TagRule> rules;                              ///< the first that matches decides
    PolicyProtection protect;
    FoundLoose orphans = FoundLoose::Report; ///< signatures and attestations whose subject is gone
    FoundLoose ghosts = FoundLoose::Report;  ///< indexes none of whose children exist
    CleanupLimits limits;
    PackageChoice packages;
};

/// The shortest grace period a policy may have.
constexpr std::chrono::minutes kLeastGrace{10};

/// `^v?\d+\.\d+\.\d+([-_].+)?$` on a tag's UTF-8. (docs/cleanup.md, "protect")
[[nodiscard]] bool isSemanticVersion(QByteArrayView tag);

/// The policy as JSON that says everything, what is usual included: members sorted, durations in milliseconds, what has
/// no order sorted, no spaces. Two files that mean the same have the same.
[[nodiscard]] QByteArray canonicalForm(const CleanupPolicy& policy);
/// sha256 of the canonical form: which policy a plan was made by.
[[nodiscard]] Digest policyDigest(const CleanupPolicy& policy);

} // namespace slipway
