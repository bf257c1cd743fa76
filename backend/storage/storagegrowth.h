#pragma once

#include "core/error.h"
#include "domain/blobusage.h"
#include "domain/classificationrules.h"

#include <QDateTime>
#include <QString>

#include <stop_token>
#include <vector>

namespace slipway
{

/// What a family or image stored then and stores now, what others hold too included.
struct GrowthPart final {
    QString name;   ///< of a family empty: unassigned
    Bytes then = 0; ///< 0 also where it was not there
    Bytes now = 0;

    [[nodiscard]] Bytes change() const { return now - then; }
    friend bool operator==(const GrowthPart&, const GrowthPart&) = default;
};

/// What became of an owner's storage between two readings. A plain value that keeps no snapshot.
struct StorageGrowth final {
    QDateTime since;                  ///< of the earlier reading
    bool isWhole = true;              ///< both were weighed whole (isWeighed()): else a change may be none
    Bytes then = 0;                   ///< of the owner
    Bytes now = 0;                    ///< likewise
    std::vector<GrowthPart> families; ///< in all hubs; those that changed, the most growth first, then by name
    std::vector<GrowthPart> packages; ///< likewise
    QDateTime begunAt = {};           ///< valid: nothing was read before it, and nothing else is told

    friend bool operator==(const StorageGrowth&, const StorageGrowth&) = default;
};

/// Measures both and compares them, by the same rules: pure, linear in layer references. `references` may be those of
/// `now`, counted before. Parts share blobs, so their changes do not add up to the owner's.
/// Errors: Cancelled, within moments once it is to stop.
[[nodiscard]] Result<StorageGrowth> storageGrowth(const Snapshot& then, const Snapshot& now,
                                                  const ClassificationRules& rules,
                                                  BlobUsage::References references = {},
                                                  const std::stop_token& stop = {});

} // namespace slipway
