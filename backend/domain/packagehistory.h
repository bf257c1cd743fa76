#pragma once

#include "core/digest.h"
#include "core/names.h"

#include <QDateTime>
#include <QList>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// One reading of a package whose versions were all read.
struct WholeReading final {
    std::int64_t id = 0; ///< of its snapshot; later readings have higher ones
    QDateTime readAt;    ///< what it tells was seen then
    QDateTime trueUntil; ///< and was found unchanged until then
};

/// A row of the history of versions: how a version was listed from one snapshot until before another.
struct VersionSpan final {
    VersionId id;
    Digest digest;
    QList<Tag> tags;
    std::int64_t since = 0;
    std::optional<std::int64_t> until; ///< nullopt: it still is
};

/// What can be seen to have happened between two readings.
enum class HistoryKind : std::uint8_t {
    TagsMoved,   ///< from one version to another
    TagsAdded,   ///< to a version that was there
    TagsRemoved, ///< from a version that stayed, and stand nowhere else
    Appeared,    ///< versions
    Gone,        ///< versions
};

/// Something that was seen to have happened: not before `after`, when the package was last found without it, and not
/// after `by`.
struct HistoryEvent final {
    HistoryKind kind = HistoryKind::TagsMoved;
    QList<Tag> tags;              ///< that moved, came or went; of a version that appeared or went, those it had
    Digest from;                  ///< TagsMoved, TagsRemoved: the version they were at
    Digest to;                    ///< TagsMoved, TagsAdded: the version they are at
    std::vector<Digest> versions; ///< Appeared, Gone: one with tags, or all without a tag of people's at once
    QDateTime after;
    QDateTime by;

    friend bool operator==(const HistoryEvent&, const HistoryEvent&) = default;
};

/// A part of what is known of a package's past, newest first.
struct PackageHistory final {
    std::vector<HistoryEvent> events;
    QDateTime since;                   ///< of the first reading: nothing is known of before; invalid without any
    std::optional<std::int64_t> older; ///< where to go on; nullopt: this is all there is

    friend bool operator==(const PackageHistory&, const PackageHistory&) = default;
};

/// Which part of which package's history is wanted.
struct HistoryRequest final {
    PackageName package;
    std::optional<std::int64_t> before; ///< `older` of the part that was read last; nullopt: from the newest on

    friend bool operator==(const HistoryRequest&, const HistoryRequest&) = default;
};

/// What happened between these readings, oldest reading first: newest event first, and of one moment in the order of
/// HistoryKind. What came and went between two readings was not seen. Tags that tell of another version (referrer tags)
/// are left out. Rows that did not change between the readings may be left out.
[[nodiscard]] std::vector<HistoryEvent> historyEvents(std::span<const VersionSpan> spans,
                                                      std::span<const WholeReading> readings);

/// Whether an event is about this version: it came or went, or one of its tags, as they are now, did.
[[nodiscard]] bool concerns(const HistoryEvent& event, const Digest& version, const QList<Tag>& tags);

} // namespace slipway
