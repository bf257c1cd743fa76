#pragma once

#include "core/async.h"
#include "core/names.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace slipway
{

/// How far a cleanup is.
struct CleanupProgress final {
    std::size_t done = 0;  ///< versions that are deleted, left or failed
    std::size_t total = 0; ///< of the plan, as far as it is carried out
    std::size_t deleted = 0;
    Bytes freed = 0; ///< by all runs of the plan together
    bool isFreedAtLeast = false;
    std::optional<Bytes> toFree; ///< when all is done that is carried out; nullopt where it is not known
    std::optional<std::chrono::seconds> remaining; ///< nullopt in the first moments

    friend bool operator==(const CleanupProgress&, const CleanupProgress&) = default;
};

using CleanupProgressSink = std::function<void(const CleanupProgress&)>;

/// What is left to wait for: by the pace so far, but no faster than GitHub's limits let versions go, which the first
/// minute does not meet yet. nullopt before the third version.
[[nodiscard]] std::optional<std::chrono::seconds> remainingTime(std::size_t done, std::size_t total,
                                                                std::chrono::milliseconds elapsed);

/// Holds a running cleanup up between two versions, and lets it go on. Copies are the same control; for one thread.
class CleanupControl final
{
public:
    CleanupControl()
        : m_state(std::make_shared<State>())
    {
    }

    void pause() const { m_state->isPaused = true; }
    void goOn() const;
    [[nodiscard]] bool isPaused() const { return m_state->isPaused; }
    /// Returns when it may go on, or when a stop is requested.
    [[nodiscard]] Task<void> turn(std::stop_token stop) const;

private:
    struct State {
        bool isPaused = false;
        std::vector<Arrival<bool>> waiting;
    };

    [[nodiscard]] static Task<void> turnOf(std::shared_ptr<State> state, std::stop_token stop);

    std::shared_ptr<State> m_state;
};

} // namespace slipway
