#pragma once

#include "core/clock.h"
#include "simulator/credentials.h"
#include "simulator/githubroutes.h"
#include "simulator/httpmessage.h"
#include "simulator/ratelimits.h"
#include "simulator/simulatoroptions.h"

namespace slipway
{

/// What every GitHub answer has around its route: credentials, limits, versions of the API, ETags and their headers.
class GithubApi final
{
public:
    GithubApi(SimulatorState& state, StaleLists& stale, const SimulatorOptions& options, const Clock& clock);

    [[nodiscard]] HttpAnswer answer(ServedRequest request);

private:
    [[nodiscard]] HttpAnswer limited(const ServedRequest& request, const Caller& caller);
    [[nodiscard]] qint64 secondaryWait(const ServedRequest& request, const Caller& caller);
    [[nodiscard]] HttpAnswer rateLimit(const ServedRequest& request, const Caller& caller);
    void makeConditional(const ServedRequest& request, const Caller& caller, HttpAnswer& answer) const;
    void addRateHeaders(const Caller& caller, HttpAnswer& answer);

    SimulatorState& m_state;
    const SimulatorOptions& m_options;
    const Clock& m_clock;
    GithubRoutes m_routes;
    RateLimits m_limits;
    std::int64_t m_requestNumber = 0;
};

} // namespace slipway
