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

/// What is wrong with a filter, and where in its text.
struct FilterFault final {
    qsizetype position = 0; ///< of the word that was not understood, in characters
    qsizetype length = 0;   ///< of that word, quotes and sign included
    QString word;
    QString expected; ///< what could stand there instead, for people
};

/// An inventory filter: terms separated by spaces, all of which must hold; `-` before a term turns it round, double
/// quotes keep spaces together. A bare word looks into name and tags, and from four hexadecimal digits on at the
/// beginning of the digest; others: `hub:`, `family:`, `variant:`,
/// `kind:`, `tag:`, `name:` (globs; without a wildcard, the whole value), `digest:` (beginning, with or without
/// "sha256:"), `layer:` (the same of a layer or config it has; an index has what it lists), `size:>1GiB`, `age:>90d`
/// (> >= < <=), `signed`, `unsigned`, `sbom`, `attested`, `tagged`, `untagged`, `broken`. (docs/cli.md, "Filters")
class InventoryFilter final
{
public:
    /// Errors: InvalidArgument; the detail says what was expected, at which character.
    [[nodiscard]] static Result<InventoryFilter> parse(const QString& expression);
    /// The same for who shows the place of the error.
    [[nodiscard]] static std::expected<InventoryFilter, FilterFault> read(const QString& expression);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool matches(const FilterSubject& subject, const QDateTime& now) const;

    enum class Field : std::uint8_t {
        Text,
        Hub,
        Family,
        Variant,
        Kind,
        HasTag,
        Name,
        DigestStart,
        Layer,
        Size,
        Age,
        Flag
    };
    enum class Comparison : std::uint8_t { Less, LessOrEqual, Greater, GreaterOrEqual };
    struct Term {
        Field field = Field::Text;
        bool isNegated = false;
        QString text; ///< of Text and Flag
        QString
            digestStart; ///< hexadecimal digits, of DigestStart and Layer, and of a Text that may be meant as a digest
        std::optional<Glob> glob; ///< of the others that compare words
        Comparison comparison = Comparison::GreaterOrEqual;
        std::int64_t amount = 0; ///< bytes, or seconds

        [[nodiscard]] bool holdsFor(std::int64_t value) const; ///< of Size and Age
    };
    [[nodiscard]] const std::vector<Term>& terms() const { return m_terms; }
    /// True if whatever matches this filter matches `other` too, as far as that is seen at once: words were added, or a
    /// word was typed on.
    [[nodiscard]] bool narrows(const InventoryFilter& other) const;

private:
    std::vector<Term> m_terms;
};

/// Whether a flag ("signed", "unsigned", "sbom", "attested", "tagged", "untagged", "broken") holds for a version.
[[nodiscard]] bool hasFlag(const QString& flag, const Inventory& inventory, RowIndex version);

} // namespace slipway
