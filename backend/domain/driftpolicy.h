#pragma once

#include "domain/glob.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

/// How many layers the CPU and the GPU image of one thing begin with together.
enum class SharedLayersBy : std::uint8_t {
    Count, ///< so many
    Base,  ///< those of the base image that the CPU image stands on, as far as the GPU image's base has them too
    Lock,  ///< as many as the lock file records for both: the last good build
    None,  ///< nothing is expected
};

/// What is expected of the families and hubs it matches; a condition that is not set matches everything.
struct SharedLayersRule final {
    std::optional<Glob> hub;
    std::optional<Glob> family;
    SharedLayersBy by = SharedLayersBy::Base;
    int count = 0; ///< for Count
};

/// Which tag of a base's package an image should stand on.
enum class BaseFollows : std::uint8_t {
    Latest, ///< `latest` where the base has one, else the tag it was built from
    Own,    ///< the tag it was built from
};

/// What a profile says of drift (`drift:` in docs/profile.md). What it expects is no finding.
struct DriftPolicy final {
    std::vector<Glob> tags;               ///< that go into the lock file; none: `latest`, else the newest
    std::optional<Glob> cuda;             ///< the pin GPU images keep to, "12.1.*"
    std::vector<SharedLayersRule> shared; ///< the first that matches counts
    std::vector<Glob> sbomExpected;       ///< names of packages that may differ between CPU and GPU
    BaseFollows baseFollows = BaseFollows::Latest;
    QString lockPath; ///< of the lock file; empty for none
};

} // namespace slipway
