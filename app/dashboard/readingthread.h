#pragma once

#include <QObject>
#include <QThread>

#include <memory>

namespace slipway
{

/// A thread with an event loop for everything that reads: network, parsing, store. The window's thread stays free of
/// it however much there is to read.
class ReadingThread final
{
public:
    ReadingThread();
    /// Ends the event loop and waits for it; nothing may be running there any more.
    ~ReadingThread();
    ReadingThread(const ReadingThread&) = delete;
    ReadingThread& operator=(const ReadingThread&) = delete;

    /// Lives on the thread: for runOn().
    [[nodiscard]] QObject* context() { return m_context.get(); }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
};

} // namespace slipway
