#pragma once

#include "core/digest.h"
#include "core/names.h"
#include "domain/snapshot.h"

#include <QDateTime>
#include <QList>

#include <vector>

namespace slipway
{

/// One row of GitHub's package list.
struct ListedPackage final {
    PackageName name;
    std::int64_t id = 0;
    Visibility visibility = Visibility::Private;
    std::int64_t versionCount = 0;
    QString repository; ///< without its owner, empty if none is linked
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const ListedPackage&, const ListedPackage&) = default;
};

/// One row of GitHub's version list: one manifest. Times may be invalid (missing or unreadable).
struct ListedVersion final {
    VersionId id;
    Digest digest;
    QDateTime createdAt;
    QDateTime updatedAt;
    QList<Tag> tags;

    friend bool operator==(const ListedVersion&, const ListedVersion&) = default;
};

} // namespace slipway
