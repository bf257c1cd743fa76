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

/// GitHub's primary limit (requests an hour) and secondary limit (points a minute), by token.
class RateLimits final
{
public:
    RateLimits(int known, int anonymous, int pointsPerMinute)
        : m_known(known)
        , m_anonymous(anonymous)
        , m_pointsPerMinute(pointsPerMinute)
    {
    }

    /// The window of this caller; begins a new hour when the old one is over.
    [[nodiscard]] RateWindow& window(const Caller& caller, const QDateTime& now);
    /// Counts a request's points; the seconds to wait when there are too many in this minute, else 0.
    [[nodiscard]] qint64 overPoints(const Caller& caller, const QByteArray& method, const QDateTime& now);

private:
    struct Minute final {
        QDateTime began;
        int points = 0;
    };

    int m_known;
    int m_anonymous;
    int m_pointsPerMinute;
    QHash<QString, RateWindow> m_windows;
    QHash<QString, Minute> m_minutes;
};

} // namespace slipway
