#include "simulator/embeddedsimulator.h"

#include "simulator/simulatorserver.h"

namespace slipway
{

EmbeddedSimulator::EmbeddedSimulator()
{
    m_thread.setObjectName(QStringLiteral("simulator"));
}

EmbeddedSimulator::~EmbeddedSimulator()
{
    stop();
}

Result<void> EmbeddedSimulator::start(SimulatorState state, SimulatorOptions options)
{
    stop();
    m_thread.start();
    Result<void> result;
    // An object of the thread, through which code runs there; it goes with the thread.
    auto* const there = new QObject;
    there->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, there, &QObject::deleteLater);
    QMetaObject::invokeMethod(
        there,
        [&] {
            auto server = std::make_unique<SimulatorServer>(std::move(state), std::move(options));
            result = server->start();
            if (!result)
                return;
            m_url = server->apiUrl();
            m_owner = server->owner();
            server.release()->setParent(there);
        },
        Qt::BlockingQueuedConnection);
    if (!result)
        stop();
    return result;
}

void EmbeddedSimulator::stop()
{
    if (!m_thread.isRunning())
        return;
    m_thread.quit();
    m_thread.wait();
}

} // namespace slipway
