#pragma once

#include "cleanup/reclaimable.h"
#include "core/error.h"
#include "storage/storageoverview.h"
#include "storage/storagesample.h"
#include "storage/storageseries.h"
#include "storage/storageterms.h"
#include "views/pagestate.h"

#include <QWidget>

#include <optional>

namespace slipway
{

class StatCard;
struct Stat;

/// What the strip is about.
struct StorageStripValues final {
    std::optional<StorageOverview> overview;                   ///< none: not measured yet
    std::optional<Result<std::vector<StorageSample>>> history; ///< none: not read yet
    std::optional<Result<Reclaimable>> reclaimable;            ///< none: not worked out yet
    StorageTerms terms;
    QDateTime now;
};

/// The page's figures side by side: stored, logical, shared, reclaimable, what is to come, cost.
class StorageStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit StorageStrip(QWidget* parent = nullptr);

    /// `since`: how old the values are, where they may be out of date.
    void showValues(const StorageStripValues& values, DataAge age, const QString& since);

private:
    void showReclaimable(const StorageStripValues& values, DataAge age, const QString& since);
    void showForecast(const StorageStripValues& values, DataAge age, const QString& since);

    StatCard* m_stored;
    StatCard* m_logical;
    StatCard* m_shared;
    StatCard* m_reclaimable;
    StatCard* m_forecast;
    StatCard* m_cost;
};

} // namespace slipway
