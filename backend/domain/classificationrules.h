#pragma once

#include "domain/glob.h"
#include "domain/variant.h"

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// `label: KEY=GLOB` of a rule.
struct LabelCondition final {
    QString key;
    Glob value;
};

/// One rule of a profile. All conditions it has must hold; it sets the fields it names.
struct ClassificationRule final {
    std::optional<Glob> name;                ///< on the package name
    std::optional<QRegularExpression> regex; ///< on the package name, anchored as written
    std::optional<LabelCondition> label;     ///< on the labels of the package's current image
    std::optional<Glob> tag;                 ///< on any tag of the package
    std::optional<QString> hub;
    std::optional<QString> family;
    std::optional<Variant> variant;
};

/// A profile's rules in their order. For each field the first matching rule that names it wins; what no rule settles is
/// guessed from the linked repository, labels, the name and the environment (see classify()).
struct ClassificationRules final {
    std::vector<ClassificationRule> rules;

    [[nodiscard]] bool readLabels() const;
};

} // namespace slipway
