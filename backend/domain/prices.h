#pragma once

#include <QString>

#include <optional>

namespace slipway
{

/// What things are taken to cost. GitHub bills neither storage nor traffic of container images today; these are what a
/// team plans with.
struct Prices final {
    double storagePerGibMonth = 0.25;
    double egressPerGib = 0.008;
    QString currency = QStringLiteral("USD"); ///< three capital letters, ISO 4217
    double runnerPerMonth = 150;              ///< of the self-hosted runner that builds what GitHub's cannot

    friend bool operator==(const Prices&, const Prices&) = default;
};

/// The prices that somebody states, each by itself: one that is stated counts also where it is the usual one. Amounts
/// without a currency are of the usual one, Prices{}.
struct StatedPrices final {
    std::optional<double> storagePerGibMonth;
    std::optional<double> egressPerGib;
    std::optional<QString> currency;
    std::optional<double> runnerPerMonth;

    [[nodiscard]] bool hasAmount() const { return storagePerGibMonth || egressPerGib || runnerPerMonth; }
    /// What counts: what is stated, and `usual` for what is not, unless that is of another currency: then Prices{}.
    [[nodiscard]] Prices over(const Prices& usual) const
    {
        const QString unit = currency.value_or(hasAmount() ? Prices{}.currency : usual.currency);
        const Prices rest = unit == usual.currency ? usual : Prices{};
        return {storagePerGibMonth.value_or(rest.storagePerGibMonth), egressPerGib.value_or(rest.egressPerGib), unit,
                runnerPerMonth.value_or(rest.runnerPerMonth)};
    }

    friend bool operator==(const StatedPrices&, const StatedPrices&) = default;
};

} // namespace slipway
