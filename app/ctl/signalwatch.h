#pragma once

#include <QObject>

class QSocketNotifier;

namespace slipway
{

/// Tells of SIGTERM and SIGINT from the event loop. The handler itself only writes a byte into a pipe: that is all a
/// signal handler may do. One at a time; it lives as long as the program's main loop.
class SignalWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(QObject* parent = nullptr);
    ~SignalWatch() override;

Q_SIGNALS:
    /// The signal's number.
    void caught(int number);

private:
    void readPipe();

    int m_readEnd = -1;
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace slipway
