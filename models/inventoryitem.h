#pragma once

#include "inventory/inventory.h"
#include "models/roles.h"

#include <QString>
#include <QStringList>

namespace slipway
{

/// One row of the tree as what it stands for. Points into an Inventory: keep the InventoryPtr as long.
struct InventoryItem final {
    const Inventory* inventory = nullptr;
    InventoryLevel level = InventoryLevel::Root;
    const HubEntry* hub = nullptr;
    const FamilyEntry* family = nullptr;
    const ImageEntry* image = nullptr;
    RowIndex version = kNoRow;       ///< of a version row
    RowIndex parentVersion = kNoRow; ///< of a part: what it hangs below

    [[nodiscard]] bool isNull() const { return inventory == nullptr || level == InventoryLevel::Root; }
    /// The version a row speaks of: itself, or the current one of an image; kNoRow for groups.
    [[nodiscard]] RowIndex shownVersion() const;
    [[nodiscard]] const PackageRow* package() const;
    /// The name in the tree, translated where it is a word of ours ("Unassigned", "untagged", "signature").
    [[nodiscard]] QString name() const;
    [[nodiscard]] SetSize size() const;
    /// Images in a hub or family.
    [[nodiscard]] qsizetype imageTotal() const;
    /// The later of created and updated; of a group the newest below it. Invalid if nothing is known.
    [[nodiscard]] QDateTime newest() const;
};

/// Tags people made, `latest` first, then semantic versions, then the others in GitHub's order. Referrer tags are left
/// out.
[[nodiscard]] QStringList peopleTags(const Snapshot& snapshot, RowIndex version);
/// What to call a version: its first semantic version tag, else another tag, else "untagged" or the word for its kind.
[[nodiscard]] QString versionName(const Snapshot& snapshot, RowIndex version);
/// The translated word for a kind: "Image", "Index", "SBOM".
[[nodiscard]] QString kindWord(ManifestKind kind);
/// "CPU", "GPU", "Infra"; empty for Other.
[[nodiscard]] QString variantWord(Variant variant);
[[nodiscard]] bool isGpu(Variant variant);
/// As people read it: "Unassigned" for an empty name, kBaseHub in their language, else the name.
[[nodiscard]] QString groupName(const QString& name);

} // namespace slipway
