#pragma once

#include "simulator/credentials.h"
#include "simulator/simulatoroptions.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace slipway
{

/// What is left of an hour's requests.
struct RateWindow final {
    int limit = 0;
    int used = 0;
    QDateTime resetsAt;

    [[nodiscard]] int remaining() const { return limit > used ? limit - used : 0; }
};

/// GitHub's primary limit (requests an hour) and its secondary limits (points and creations a minute), by token.
class RateLimits final
{
public:
    explicit RateLimits(const SimulatorOptions& options)
        : m_known(options.primaryLimit)
        , m_anonymous(options.anonymousLimit)
        , m_pointsPerMinute(options.pointsPerMinute)
        , m_creationsPerMinute(options.creationsPerMinute)
    {
    }

    /// The window of this caller; begins a new hour when the old one is over.
    [[nodiscard]] RateWindow& window(const Caller& caller, const QDateTime& now);
    /// Counts a request; the seconds to wait when a secondary limit has no room for it in this minute, else 0.
    [[nodiscard]] qint64 overMinute(const Caller& caller, const QByteArray& method, const QDateTime& now);

private:
    struct Minute final {
        QDateTime began;
        int points = 0;
        int creations = 0;
    };

    int m_known;
    int m_anonymous;
    int m_pointsPerMinute;
    int m_creationsPerMinute;
    QHash<QString, RateWindow> m_windows;
    QHash<QString, Minute> m_minutes;
};

} // namespace slipway
