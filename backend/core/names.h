#pragma once

#include <QHashFunctions>
#include <QString>

#include <cstdint>

namespace slipway
{

/// A string that means one thing: two kinds of name never mix by accident.
template<typename Kind>
struct Name final {
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Name&, const Name&) = default;
    friend bool operator<(const Name& a, const Name& b) { return a.value < b.value; }
    friend size_t qHash(const Name& name, size_t seed = 0) noexcept { return qHash(name.value, seed); }
};

/// A container package of an owner; may contain a slash ("kas/kas").
using PackageName = Name<struct PackageNameKind>;
/// A tag of a version.
using Tag = Name<struct TagKind>;

/// GitHub's number of a package version.
struct VersionId final {
    std::int64_t value = 0;

    friend bool operator==(const VersionId&, const VersionId&) = default;
    friend auto operator<=>(const VersionId&, const VersionId&) = default;
    friend size_t qHash(VersionId id, size_t seed = 0) noexcept { return qHash(id.value, seed); }
};

/// An amount of bytes. Shown as GiB and MiB by formatBytes(), an integer in JSON.
using Bytes = qint64;

} // namespace slipway
