#pragma once

#include "storage/storagesample.h"

#include <QDate>

#include <map>
#include <numeric>
#include <span>
#include <vector>

namespace slipway
{

/// What a layer of a stack stands for.
enum class StackKind {
    Base,   ///< the group "Base and infrastructure": all that it stores
    Shared, ///< what several hubs hold and the base does not
    Hub,    ///< what one hub alone holds
    Others, ///< likewise, of all further hubs
};

struct StackSeries final {
    StackKind kind = StackKind::Hub;
    QString hub;              ///< of Hub; empty: unassigned
    std::optional<int> place; ///< of Base and Hub, for its colour (hubPlaces()); Base is 0

    friend bool operator==(const StackSeries&, const StackSeries&) = default;
};

/// What was stored on a day (UTC), by series; the parts add up to `stored`, or to less where series are left out.
struct StackDay final {
    QDate day;
    Bytes stored = 0;
    std::vector<Bytes> parts; ///< beside StorageStack::series

    /// What the parts are together.
    [[nodiscard]] Bytes shown() const { return std::reduce(parts.begin(), parts.end()); }

    friend bool operator==(const StackDay&, const StackDay&) = default;
};

/// An owner's stored bytes over time, as layers that add up. Days without a reading are absent.
struct StorageStack final {
    std::vector<StackSeries> series; ///< from the bottom: base, shared, hubs by what they hold now, others
    std::vector<StackDay> days;      ///< oldest first
    size_t hidden = 0;               ///< so many further series are left out

    [[nodiscard]] size_t seriesTotal() const { return series.size() + hidden; }
    friend bool operator==(const StorageStack&, const StorageStack&) = default;
};

/// So many groups are told apart, with the base; the chart has as many colours. Further hubs are one series, whose
/// place is not set, and which has its name where it is a single hub.
constexpr size_t kStackGroups = 8;

/// Which colour each hub has, from 1 on. It depends on nothing but which hubs there are: not on the days that are
/// shown, nor on which readings are left of a history. A name that has a word with a colour of its own asks for that
/// ("affective" 1, "language" 2, "vision" 3, "multimodal" 4, "memory" 5, "speech" 6, "audio" 7), every other for one
/// that follows from its letters, so that a hub which is new changes few others' colours, mostly none. Those with a
/// word choose first, then the others by name, unassigned last; who asks for a colour that is taken has the next free
/// one.
[[nodiscard]] std::map<QString, int> hubPlaces(std::span<const StorageSample> samples);

/// The stack of the days from `first` on. Each blob counts once: for the base if that holds it, for a hub if nothing
/// else does, else as shared. Of several readings of a day the last counts; between two moments at which a snapshot was
/// found unchanged it was so every day. Samples of incomplete snapshots are left out, and series that are 0 throughout.
[[nodiscard]] StorageStack storageStack(std::span<const StorageSample> samples, QDate first);

} // namespace slipway
