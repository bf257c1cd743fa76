#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace slipway
{

/// A month of GitHub's billing, in UTC.
struct BillingMonth final {
    int year = 0;
    int month = 0; ///< 1 to 12

    friend bool operator==(const BillingMonth&, const BillingMonth&) = default;
};

/// What GitHub's billing says of an owner's packages in a month. GitHub counts container images as packages, and bills
/// nothing for them today; what it says is shown beside what Slipway measures and never mixed with it.
struct BilledUsage final {
    std::optional<double> storageGigabyteHours; ///< none: no row tells of storage
    std::optional<double> transferGigabytes;    ///< none: no row tells of traffic, so it is not known
    double storageNet = 0;                      ///< USD to pay, discounts taken off
    double transferNet = 0;                     ///< likewise
    double otherNet = 0;                        ///< likewise, of `otherSkus`
    QStringList otherSkus;                      ///< of packages, but neither storage nor traffic; each once

    [[nodiscard]] double net() const { return storageNet + transferNet + otherNet; }

    friend bool operator==(const BilledUsage&, const BilledUsage&) = default;
};

/// GitHub does not tell this token (403), or nobody: hidden or not there (404), retired (410). Not a bill of 0.
struct BillingNotPermitted final {
    QString why; ///< GitHub's own words, in technical text

    friend bool operator==(const BillingNotPermitted&, const BillingNotPermitted&) = default;
};

using Billing = std::variant<BilledUsage, BillingNotPermitted>;

} // namespace slipway
