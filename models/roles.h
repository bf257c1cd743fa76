#pragma once

#include <Qt>

namespace slipway
{

/// Columns of the inventory's tree, in the order they stand.
enum class InventoryColumn { Name, Variant, Tags, Digest, Size, Unique, Kind, Age, Signed, Sbom };
constexpr int kInventoryColumns = 10;

/// What the rows of the inventory's tree are.
enum class InventoryLevel { Root, Hub, Family, Image, Version };

/// Whether something is there, as far as it was read.
enum class Presence {
    Yes,
    No,
    NotApplicable, ///< such a row has none, or it is counted elsewhere
};

/// Roles of InventoryModel beside the display texts. Unless said otherwise they answer alike in every column of a row.
enum InventoryRole {
    LevelRole = Qt::UserRole, ///< InventoryLevel as int
    DigestRole,               ///< "sha256:…" whole; empty for hubs and families
    TagsRole,                 ///< QStringList of the tags people made, `latest` first
    HiddenTagsRole,           ///< how many more there are in the image than TagsRole tells
    VariantRole,              ///< short word for the badge: "CPU", "GPU"; empty for none
    GpuRole,                  ///< true where the variant is one for a GPU
    SortRole,                 ///< the column's raw value: bytes, milliseconds, text
    PresenceRole,             ///< Presence as int, for the columns Signed and Sbom
    BrokenRole,               ///< true where a version cannot be pulled whole
    QuietRole,                ///< true for rows that stand back: untagged versions and parts
};

} // namespace slipway
