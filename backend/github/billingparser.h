#pragma once

#include "core/error.h"
#include "domain/billing.h"

#include <QByteArray>

namespace slipway
{

/// `GET /organizations/{org}/settings/billing/usage` and its sibling for users: sums the rows of the product
/// "packages". Names and units are compared without regard to case, hyphens and blanks, as GitHub writes them in
/// several ways ("Packages storage", "packages_storage"; "GigabyteHours", "gigabyte-hours"). Storage in anything but
/// gigabyte-hours is refused: a sum of unlike units would be wrong. Errors: NotJson, Malformed with the path to the
/// member.
[[nodiscard]] Result<BilledUsage> parseBilling(const QByteArray& body, const QString& subject);

} // namespace slipway
