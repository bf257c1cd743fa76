#include "net/retrytable.h"

#include "net/responseerror.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace std::chrono_literals;

namespace
{

/// Whose answers a rule is about.
enum class Whose : std::uint8_t { Anybody, Api };

struct RetryRule {
    Trouble trouble;
    Whose whose;
    int times;
    std::chrono::milliseconds firstWait; ///< doubled each further time
};

/// Only GET and HEAD are ever repeated. PUT of a manifest is idempotent by the distribution specification, and so is
/// DELETE by HTTP, but both change a server: between two attempts somebody else may have moved the tag, and a repeated
/// PUT would take that back; a repeated DELETE answers 404 where the first had succeeded. Those who change something
/// look what became of it and decide.
constexpr std::array kRules{
    RetryRule{Trouble::Server, Whose::Anybody, 2, 200ms},
    RetryRule{Trouble::Connection, Whose::Anybody, 2, 200ms},
    // Once, on another connection: one that was kept alive over a sleep or a change of network is dead and does not
    // say.
    RetryRule{Trouble::Silence, Whose::Anybody, 1, 0ms},
    // The governor knows for how long the host may not be asked, and holds the request back or refuses it. The wait is
    // for servers that say "later" and give no time, or none worth the name.
    RetryRule{Trouble::Limit, Whose::Anybody, 5, 10ms},
    // GitHub has been seen to refuse a good token for a moment. The registry's client renews its token itself.
    RetryRule{Trouble::Unauthorized, Whose::Api, 1, 500ms},
};

bool isReading(HttpMethod method)
{
    return method == HttpMethod::Get || method == HttpMethod::Head;
}

/// Three quarters to five quarters: those who failed together do not come back together.
std::chrono::milliseconds jittered(std::chrono::milliseconds wait, const RandomSource& random)
{
    const double factor = 0.75 + 0.5 * random();
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(wait.count()) * factor));
}

} // namespace

double anyNumber()
{
    return QRandomGenerator::global()->generateDouble();
}

std::optional<Trouble> troubleOf(const Result<HttpResponse>& answer)
{
    if (!answer) {
        if (answer.error().kind == ErrorKind::Network)
            return Trouble::Connection;
        if (answer.error().kind == ErrorKind::Timeout)
            return Trouble::Silence;
        return std::nullopt;
    }
    if (answer->status < 400)
        return std::nullopt;
    if (isRateLimited(*answer))
        return Trouble::Limit;
    if (answer->status == 401)
        return Trouble::Unauthorized;
    constexpr std::array kServerTroubles{500, 502, 503, 504};
    return std::ranges::contains(kServerTroubles, answer->status) ? std::optional(Trouble::Server) : std::nullopt;
}

std::optional<std::chrono::milliseconds> retryWait(Trouble trouble, HttpMethod method, Traffic traffic, int before,
                                                   const RandomSource& random)
{
    const auto* rule = std::ranges::find(kRules, trouble, &RetryRule::trouble);
    const bool isConcerned = isReading(method) && (rule->whose == Whose::Anybody || traffic == Traffic::Api);
    if (!isConcerned || before >= rule->times)
        return std::nullopt;
    return jittered(rule->firstWait * (1 << before), random);
}

} // namespace slipway
