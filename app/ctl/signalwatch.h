#pragma once

#include <QObject>

#include <thread>

namespace slipway
{

/// Tells of SIGTERM and SIGINT, whatever the event loop is busy with: the handler itself only writes a byte into a
/// pipe, which is all a signal handler may do, and a thread waits at its other end. One at a time; it lives as long as
/// the program's main loop. When it is gone both signals are ignored: the program is about to end by itself.
class SignalWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(QObject* parent = nullptr);
    ~SignalWatch() override;

Q_SIGNALS:
    /// The signal's number. Emitted on the waiting thread: objects of others are told through their event loops, and a
    /// direct connection at once.
    void caught(int number);

private:
    void readPipe();

    int m_readEnd = -1;
    std::jthread m_thread;
};

} // namespace slipway
