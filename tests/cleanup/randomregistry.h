#pragma once

#include "cleanup/protections.h"
#include "support/fixture.h"

#include <random>

namespace slipway::test
{

/// An organisation by chance in which everything hangs on everything: indexes of indexes, children with tags, children
/// that are gone, that two indexes share or that a second package has too, referrers of all shapes and depths, with
/// tags of people, with two subjects, with subjects elsewhere and gone, circles of them, equal times, young versions
/// and ones without a time; now and then a list or manifest that was not read. Sizes are powers of two.
[[nodiscard]] Fixture randomRegistry(std::mt19937& random);

/// A policy by chance that speaks of the tags of such an organisation, as YAML below "version: 1".
[[nodiscard]] QString randomPolicy(std::mt19937& random);

/// What is protected from outside, by chance; lock files are those the policy may name.
[[nodiscard]] CleanupProtections randomProtections(const Fixture& fixture, std::mt19937& random);

} // namespace slipway::test
