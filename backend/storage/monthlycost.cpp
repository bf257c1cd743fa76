#include "storage/monthlycost.h"

namespace slipway
{

namespace
{

double gib(Bytes bytes)
{
    return static_cast<double>(bytes) / (1024.0 * 1024 * 1024);
}

} // namespace

MonthlyCost monthlyCost(Bytes storedBytes, std::optional<Bytes> egressBytes, const Prices& prices)
{
    MonthlyCost cost;
    cost.storage = gib(storedBytes) * prices.storagePerGibMonth;
    if (egressBytes)
        cost.egress = gib(*egressBytes) * prices.egressPerGib;
    cost.runner = prices.runnerPerMonth;
    cost.currency = prices.currency;
    return cost;
}

} // namespace slipway
