#pragma once

#include "domain/imageconfig.h"
#include "models/inventoryitem.h"

#include <optional>
#include <utility>
#include <vector>

namespace slipway
{

/// How the value of a field is shown.
enum class SummaryForm {
    Text,
    Mono,     ///< digests, references: monospaced, may be copied
    Chips,    ///< `values` as chips
    Presence, ///< a glyph and `text`
};

/// One line of the summary.
struct SummaryField final {
    QString label;
    SummaryForm form = SummaryForm::Text;
    QString text;
    QStringList values;
    Presence presence = Presence::NotApplicable;
    QString copyText; ///< what copying gives, where that is more than `text`

    friend bool operator==(const SummaryField&, const SummaryField&) = default;
};

/// An entry of an index, or something that refers to the version.
struct SummaryPart final {
    QString name;
    Digest digest;
    QString size;
    bool isMissing = false; ///< listed, but not in the registry

    friend bool operator==(const SummaryPart&, const SummaryPart&) = default;
};

/// One of a version's largest layers.
struct SummaryLayer final {
    QString name; ///< the step that made it, or its short digest
    QString size;
    double share = 0; ///< of the largest layer, 0 to 1

    friend bool operator==(const SummaryLayer&, const SummaryLayer&) = default;
};

/// What the details pane tells of a row, as text.
struct Summary final {
    QString title;
    QString variant; ///< short word, empty for none
    bool isGpu = false;
    Digest digest; ///< null for groups
    std::vector<SummaryField> fields;
    QString partsTitle;
    std::vector<SummaryPart> parts;
    std::vector<SummaryLayer> layers;                ///< the largest of an image's, largest first
    qsizetype layerTotal = 0;                        ///< how many it has
    std::vector<std::pair<QString, QString>> labels; ///< of the image's config, by key
    std::vector<Digest> missing;                     ///< what is needed to pull it whole and is not there

    friend bool operator==(const Summary&, const Summary&) = default;
};

/// `config` is the config of the version's image, or of the first image of an index, where it is known.
[[nodiscard]] Summary summaryOf(const InventoryItem& item, const std::optional<ImageConfig>& config);

/// The image manifest whose layers and config stand for a version: itself, or the first image an index lists; kNoRow if
/// none.
[[nodiscard]] RowIndex contentVersion(const Inventory& inventory, RowIndex version);
/// All images an index lists, or the image itself.
[[nodiscard]] std::vector<RowIndex> contentVersions(const Inventory& inventory, RowIndex version);
/// The config of a version's manifest if the snapshot has it.
[[nodiscard]] std::optional<ImageConfig> knownConfig(const Snapshot& snapshot, RowIndex version);

} // namespace slipway
