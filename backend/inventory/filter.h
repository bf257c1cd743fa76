#pragma once

#include "domain/glob.h"
#include "inventory/inventory.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace slipway
{

/// Where a version stands when a filter looks at it.
struct FilterSubject final {
    const Inventory& inventory;
    const HubEntry& hub;
    const FamilyEntry& family;
    const ImageEntry& image;
    RowIndex version = 0;
};

/// An inventory filter: terms separated by spaces, all of which must hold; `-` before a term turns it round, double
/// quotes keep spaces together. A bare word looks into name, tags and digest; others: `hub:`, `family:`, `variant:`,
/// `kind:`, `tag:`, `name:` (globs; without a wildcard, the whole value), `digest:` (beginning, with or without
/// "sha256:"), `size:>1GiB`, `age:>90d`
/// (> >= < <=), `signed`, `unsigned`, `sbom`, `attested`, `tagged`, `untagged`, `broken`. (docs/cli.md, "Filters")
class InventoryFilter final
{
public:
    /// Errors: InvalidArgument; the detail says what was expected, at which character.
    [[nodiscard]] static Result<InventoryFilter> parse(const QString& expression);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool matches(const FilterSubject& subject, const QDateTime& now) const;

    enum class Field : std::uint8_t { Text, Hub, Family, Variant, Kind, HasTag, Name, DigestStart, Size, Age, Flag };
    enum class Comparison : std::uint8_t { Less, LessOrEqual, Greater, GreaterOrEqual };
    struct Term {
        Field field = Field::Text;
        bool isNegated = false;
        QString text;             ///< of Text, Digest and Flag
        std::optional<Glob> glob; ///< of the others that compare words
        Comparison comparison = Comparison::GreaterOrEqual;
        std::int64_t amount = 0; ///< bytes, or seconds
    };

private:
    std::vector<Term> m_terms;
};

} // namespace slipway
