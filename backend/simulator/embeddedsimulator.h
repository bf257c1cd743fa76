#pragma once

#include "simulator/simstate.h"
#include "simulator/simulatoroptions.h"

#include <QThread>
#include <QUrl>

namespace slipway
{

/// A simulator in a thread of its own, for programs that ask it over HTTP from their main thread.
class EmbeddedSimulator final
{
public:
    EmbeddedSimulator();
    ~EmbeddedSimulator();
    EmbeddedSimulator(const EmbeddedSimulator&) = delete;
    EmbeddedSimulator& operator=(const EmbeddedSimulator&) = delete;

    /// Starts the thread and returns when the server listens, or could not.
    [[nodiscard]] Result<void> start(SimulatorState state, SimulatorOptions options);
    /// Ends the server and its thread; also done by the destructor.
    void stop();

    [[nodiscard]] QUrl apiUrl() const { return m_url; }
    [[nodiscard]] QUrl registryUrl() const { return m_url; }
    [[nodiscard]] QString owner() const { return m_owner; }

private:
    QThread m_thread; ///< the server lives and dies in it
    QUrl m_url;
    QString m_owner;
};

} // namespace slipway
