#pragma once

#include <QString>

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

} // namespace slipway
