#pragma once

#include "domain/imageconfig.h"
#include "domain/runsettings.h"

#include <QString>

#include <vector>

namespace slipway
{

/// What the value of a line is, also where it is empty.
enum class ConfigForm {
    Setting, ///< as the config has it; empty: not set
    Words,   ///< in people's words; empty: not set
    Entry,   ///< of an environment or labels; empty: set to nothing
};

/// One line of a config as it is shown.
struct ConfigField final {
    QString name;
    QString value;
    ConfigForm form = ConfigForm::Setting;

    friend bool operator==(const ConfigField&, const ConfigField&) = default;
};

struct ConfigSection final {
    QString title;
    std::vector<ConfigField> fields;

    friend bool operator==(const ConfigSection&, const ConfigSection&) = default;
};

/// An image's config for reading: how it runs, its environment in the order it is set, its labels by name. Values stand
/// as the registry has them; none is hidden, since a guess at what is secret would be wrong both ways. Sections without
/// lines are left out.
[[nodiscard]] std::vector<ConfigSection> configSections(const ImageConfig& config, const RunSettings& settings);

} // namespace slipway
