#pragma once

#include "integration/organisation.h"

#include <random>

namespace slipway::test
{

/// Two packages by chance: indexes of images and of indexes, children that several share or that have tags, signatures
/// by tag and by `subject` of any of these, signatures of signatures, attestations, indexes of what is not there any
/// more, rows without a manifest.
[[nodiscard]] Organisation randomOrganisation(std::mt19937& random);

/// A policy by chance for such an organisation, below "version: 1".
[[nodiscard]] QString randomCleanup(std::mt19937& random);

/// Faults by chance that pass: limits, failures before and after their effect, refused tokens.
[[nodiscard]] QStringList randomFaults(std::mt19937& random);

} // namespace slipway::test
