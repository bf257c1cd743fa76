#pragma once

#include "domain/billing.h"

#include <QByteArray>
#include <QDateTime>
#include <QLatin1StringView>

#include <optional>

namespace slipway
{

/// What GitHub's billing said when it was asked last.
struct BillingReading final {
    Billing billing;
    BillingMonth month; ///< the one it was asked for, which was the present one then
    QDateTime readAt;

    friend bool operator==(const BillingReading&, const BillingReading&) = default;
};

/// The month of GitHub's billing that a moment is in, UTC.
[[nodiscard]] BillingMonth billingMonthAt(const QDateTime& time);

/// The kind of the note that keeps the last one.
constexpr QLatin1StringView kBillingNoteKind{"billing-1"};
/// As bytes (CBOR), for Store::saveNote().
[[nodiscard]] QByteArray packBilling(const BillingReading& reading);
/// nullopt for bytes that make no sense.
[[nodiscard]] std::optional<BillingReading> unpackBilling(const QByteArray& bytes);

} // namespace slipway
