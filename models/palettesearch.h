#pragma once

#include "models/paletteindex.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace slipway
{

/// What a row of the command palette stands for.
enum class PaletteKind : std::uint8_t { Command, Page, Organisation, Hub, Family, Image, Version, File };

/// Something the palette can do or go to.
struct PaletteEntry final {
    PaletteKind kind = PaletteKind::Command;
    QString key;   ///< stable and unique: "command/refresh"
    QString title; ///< what is looked for first
    QString detail;
    QString iconName;
    QString keys; ///< its shortcut, as people read it
    bool isEnabled = true;
    QString hub;         ///< of hubs and families: the name in the inventory, empty for unassigned
    QString family;      ///< of families
    PackageName package; ///< of images and versions
    Digest digest;       ///< of versions

    friend bool operator==(const PaletteEntry&, const PaletteEntry&) = default;
};

/// An entry that was found, with the characters by which it was.
struct PaletteHit final {
    PaletteEntry entry;
    int score = 0;
    std::vector<qsizetype> titleMarks;
    std::vector<qsizetype> detailMarks;
};

enum class PaletteSectionKind : std::uint8_t {
    Suggested,
    Recent,
    Commands,
    Pages,
    Organisations,
    Files,
    Images,
    Versions
};
struct PaletteSection final {
    PaletteSectionKind kind = PaletteSectionKind::Commands;
    std::vector<PaletteHit> hits;
};

/// What a first character narrows the search to: `>` commands, `@` hubs, families and images, `#` versions by digest or
/// tag, `:` pages, organisations and files.
enum class PaletteScope : std::uint8_t { All, Commands, Images, Versions, Places };
[[nodiscard]] PaletteScope paletteScope(QStringView typed);
/// The character of a scope; empty for All.
[[nodiscard]] QString palettePrefix(PaletteScope scope);

/// Where the palette looks.
struct PaletteGround final {
    std::vector<PaletteEntry> entries;   ///< commands, pages, organisations and files
    PaletteIndexPtr index;               ///< null while there is no inventory
    QStringList recent;                  ///< keys of what was done last, the newest first
    std::vector<PaletteEntry> suggested; ///< of the entries what is likely now, the likeliest first
    bool isBeingRead = false;            ///< what the index will hold is in sight before it is there
};

/// So many rows of one kind are given when everything is looked through, and when one kind is.
constexpr size_t kPaletteRows = 8;
constexpr size_t kPaletteRowsAlone = 50;
/// So much must be typed before versions are looked through without `#`.
constexpr qsizetype kPaletteVersionsFrom = 3;

/// What was meant by `typed`, best first within each section, and the section with the best first. The same words
/// give the same order. Nothing typed gives what is likely, then what was done last, and then everything else that can
/// be done, each once.
[[nodiscard]] std::vector<PaletteSection> searchPalette(const PaletteGround& ground, const QString& typed);

} // namespace slipway
