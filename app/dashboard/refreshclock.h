#pragma once

#include "app/dashboard/refreshpace.h"
#include "net/ratelimit.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace slipway
{

/// Tells when an owner is to be read again, at the pace that suits (refreshPace()). Nothing is due before the first
/// reading has ended, nor while one runs.
class RefreshClock final : public QObject
{
    Q_OBJECT
public:
    explicit RefreshClock(QObject* parent = nullptr);

    /// Another owner: nothing is known of how it changes and answers.
    void reset();
    /// Nothing is due until the next readingEnded().
    void stop();
    void readingBegan();
    void readingEnded();

    /// A reading found something new.
    void noteChange() { m_sinceChange.start(); }
    void noteAnswer() { m_ground.failuresInARow = 0; }
    void noteSilence() { ++m_ground.failuresInARow; }
    /// The hourly limit; nullopt: not known.
    void setLimit(const std::optional<RateLimit>& limit);
    /// How much a person looks on: hidden windows are not kept fresh.
    void setWindow(RefreshGround::Window window);
    /// Whether something runs that changes what is shown; a reading does not.
    void setWorking(bool isWorking);
    void setPaces(const RefreshPaces& paces);

    /// The time until a reading is due; nullopt while one runs, or none will be.
    [[nodiscard]] std::optional<std::chrono::milliseconds> remaining() const;

Q_SIGNALS:
    void due();

private:
    /// Sets the time of the next reading.
    void pace();

    QTimer m_timer;
    RefreshGround m_ground;
    QElapsedTimer m_sinceChange;
    QElapsedTimer m_sinceReading; ///< invalid before the first
    bool m_isReading = false;
};

} // namespace slipway
