#pragma once

#include "app/session/connection.h"
#include "core/async.h"
#include "inventory/inventory.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace slipway
{

/// What is known of a target before its servers are asked; both come from the thread that reads, one after the other.
struct KnownReading final {
    Arrival<InventoryPtr> outline;                         ///< loadOutline()
    Arrival<Result<std::optional<KeptSnapshot>>> snapshot; ///< loadKnown()
};

/// A target while it is opened. Nothing waits for the thread that began it: that may be busy with making a window.
struct TargetOpening final {
    Arrival<Result<std::unique_ptr<Connection>>> connection; ///< first; it may be destroyed once `known` is whole
    KnownReading known;                                      ///< nothing, where there is no connection
};

/// Whether opening one is opening the other. All targets of a program have its clock.
[[nodiscard]] bool isSameTarget(const Target& a, const Target& b);

/// Opens a target and reads what is known of it, on the thread `context` lives on; awaited on this one. A stop ends it
/// early.
[[nodiscard]] TargetOpening beginOpening(QObject* context, const Target& target, const std::stop_token& stop);
/// Reads once more what is known of the target of `connection`, which outlives the reading.
[[nodiscard]] KnownReading beginReading(QObject* context, Connection* connection, const std::stop_token& stop);

} // namespace slipway
