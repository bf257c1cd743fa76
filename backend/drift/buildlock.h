#pragma once

#include "core/digest.h"
#include "core/names.h"
#include "domain/variant.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// Members of a lock file that this version does not know, by name, as they are written there: they are kept.
using UnknownMembers = QMap<QString, QByteArray>;

/// One image manifest of a locked image.
struct LockedPlatform final {
    QString platform; ///< "linux/amd64"
    Digest digest;
    UnknownMembers unknown;

    friend bool operator==(const LockedPlatform&, const LockedPlatform&) = default;
};

/// What a locked image was built on.
struct LockedBase final {
    QString ref; ///< "ghcr.io/northquay/base-cpu:12.1.1"
    Digest digest;
    UnknownMembers unknown;

    friend bool operator==(const LockedBase&, const LockedBase&) = default;
};

/// What built a locked image, as far as its labels tell; 0 or empty: not known.
struct LockedBuild final {
    QString workflow;
    qint64 runId = 0;
    QString commit;
    UnknownMembers unknown;

    [[nodiscard]] bool isKnown() const
    {
        return runId != 0 || !workflow.isEmpty() || !commit.isEmpty() || !unknown.isEmpty();
    }
    friend bool operator==(const LockedBuild&, const LockedBuild&) = default;
};

/// One pinned tag.
struct LockedImage final {
    PackageName package;
    Tag tag;
    Variant variant = Variant::Other;
    QString family;
    QString hub;
    Digest digest;
    std::vector<LockedPlatform> platforms; ///< by platform
    std::optional<LockedBase> base;
    std::vector<Digest> layers; ///< of the platform that stands for the image, lowest first
    LockedBuild builtBy;
    UnknownMembers unknown;

    friend bool operator==(const LockedImage&, const LockedImage&) = default;
};

/// The lock file `build-lock.json`, version 1: which digest each tag has to be (docs/drift.md,
/// resources/build-lock.schema.json).
struct BuildLock final {
    static constexpr int kVersion = 1;

    QDateTime generatedAt;
    QString owner;
    std::vector<LockedImage> images; ///< by package, then tag; a tag is there once
    UnknownMembers unknown;

    friend bool operator==(const BuildLock&, const BuildLock&) = default;
    /// Null if it is not locked.
    [[nodiscard]] const LockedImage* find(const PackageName& package, const Tag& tag) const;
};

/// Every digest a lock names: of its images, their platforms and bases. What is deployed by it needs these.
[[nodiscard]] std::vector<Digest> lockedDigests(const BuildLock& lock);

/// The order of BuildLock::images.
[[nodiscard]] bool isBefore(const LockedImage& a, const LockedImage& b);

} // namespace slipway
