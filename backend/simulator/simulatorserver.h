#pragma once

#include "core/clock.h"
#include "simulator/requestlog.h"
#include "simulator/simstate.h"
#include "simulator/simulatoroptions.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace slipway
{

/// GitHub's packages API, the token endpoint and the OCI distribution API on one loopback port, from a state in memory.
/// The API is everywhere but under `/v2/` and `/token`; `/api/v3` before an API path is accepted too. Lives in the
/// thread that makes it; EmbeddedSimulator gives it one of its own.
class SimulatorServer final : public QObject
{
    Q_OBJECT
public:
    SimulatorServer(SimulatorState state, SimulatorOptions options, QObject* parent = nullptr);
    ~SimulatorServer() override;

    /// Listens on 127.0.0.1. Fails with `InvalidArgument` when the port is taken, `FileAccess` when the log cannot be
    /// opened.
    [[nodiscard]] Result<void> start();
    /// Valid after start(); both are `http://127.0.0.1:PORT`.
    [[nodiscard]] QUrl apiUrl() const;
    [[nodiscard]] QUrl registryUrl() const;
    [[nodiscard]] QString owner() const;

    /// For tests: the live state, what was asked (oldest first), and faults from now on.
    [[nodiscard]] SimulatorState& state();
    [[nodiscard]] const QList<LoggedRequest>& requests() const;
    void clearRequests();
    /// What it says from now on, in `Date`, and where the state's own times come from.
    void setClock(const Clock& clock);
    void addFault(Fault fault);
    void clearFaults();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway
