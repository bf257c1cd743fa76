#pragma once

#include "domain/listing.h"
#include "domain/owner.h"

#include <QByteArray>

#include <vector>

namespace slipway
{

/// Pure readers of GitHub's documents. Only members that exist in the API versions 2022-11-28 and 2026-03-10 are read.
/// Errors: NotJson, Malformed with the path to the member.

/// `GET /users/{login}`.
[[nodiscard]] Result<Owner> parseOwner(const QByteArray& body, const QString& subject);
/// `GET /orgs/{org}/packages` and its siblings: one page.
[[nodiscard]] Result<std::vector<ListedPackage>> parsePackages(const QByteArray& body, const QString& subject);
/// `GET …/packages/container/{name}/versions`: one page.
[[nodiscard]] Result<std::vector<ListedVersion>> parseVersions(const QByteArray& body, const QString& subject);
/// `GET …/packages/container/{name}/versions/{id}`: one row.
[[nodiscard]] Result<ListedVersion> parseVersion(const QByteArray& body, const QString& subject);

} // namespace slipway
