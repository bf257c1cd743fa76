#pragma once

#include "simulator/simstate.h"

#include <QDate>
#include <QJsonObject>

namespace slipway
{

/// The days a billing report is about.
struct BillingPeriod final {
    QDate first;
    QDate last;
};

/// "billing-usage-report" of an owner's packages, two rows a day of the period up to `now` (amounts that round to 0
/// have none): storage in gigabyte-hours, of the distinct blobs of the versions there at the end of the day, and data
/// transfer in gigabytes, as if each image were pulled once on the day it was pushed. Whole numbers, as GitHub
/// describes them. All of it is discounted, for GitHub bills nothing for container images.
[[nodiscard]] QJsonObject billingUsage(const SimulatorState& state, BillingPeriod period, const QDateTime& now);

} // namespace slipway
