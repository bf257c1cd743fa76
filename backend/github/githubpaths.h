#pragma once

#include "core/names.h"
#include "domain/owner.h"
#include "domain/repositoryname.h"

#include <QString>

namespace slipway
{

/// One segment of a path, "/" in it encoded too: "kas%2Fkas".
[[nodiscard]] QString encodedSegment(const QString& segment);
/// "/orgs/acme" or "/users/acme".
[[nodiscard]] QString ownerPath(const Owner& owner);
/// "/orgs/acme/packages/container/kas%2Fkas"
[[nodiscard]] QString packagePath(const Owner& owner, const PackageName& package);
/// "/repos/northquay/platform", and below it a path of its own, each part of it encoded.
[[nodiscard]] QString repositoryPath(const RepositoryName& repository, const QString& rest = {});

} // namespace slipway
