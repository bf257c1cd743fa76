#pragma once

#include "net/governedtransport.h"

#include <QElapsedTimer>

namespace slipway
{

/// Older than anything: of what was never read, and where no clock can be believed.
constexpr std::chrono::milliseconds kAgeUnknown = std::chrono::milliseconds::max();

/// The age of something by what two clocks say has passed since: the steady one stands still while the machine sleeps,
/// the other may be set. The larger counts; where the other went back nothing is known.
[[nodiscard]] std::chrono::milliseconds ageBy(std::chrono::milliseconds steady, std::chrono::milliseconds wall);

/// How long ago something was read, or a reading was begun.
class ReadingAge final
{
public:
    explicit ReadingAge(TimeSource wall)
        : m_wall(std::move(wall))
    {
    }

    void start();
    /// What was read does not count any more.
    void invalidate() { m_steady.invalidate(); }
    /// kAgeUnknown before start() and after invalidate(), see ageBy().
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

private:
    TimeSource m_wall;
    QElapsedTimer m_steady;
    Moment m_began;
};

} // namespace slipway
