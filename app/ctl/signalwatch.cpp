#include "app/ctl/signalwatch.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace slipway
{

namespace
{

constexpr std::array kSignals{SIGTERM, SIGINT};

// A signal handler has no object: this is the write end of the pipe, -1 without a watch.
std::atomic<int> signalPipe = -1;
static_assert(std::atomic<int>::is_always_lock_free);

void writeSignal(int number)
{
    const auto byte = static_cast<char>(number);
    if (const int pipe = signalPipe; pipe >= 0) [[maybe_unused]]
        const auto written = ::write(pipe, &byte, 1);
}

} // namespace

SignalWatch::SignalWatch(QObject* parent)
    : QObject(parent)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    // The handler never waits, the thread does.
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    m_readEnd = ends[0];
    signalPipe = ends[1];
    m_thread = std::jthread([this] { readPipe(); });
    for (const int number : kSignals) {
        struct sigaction action{};
        action.sa_handler = writeSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}

SignalWatch::~SignalWatch()
{
    // The program is ending by itself: a signal that comes now must not make it seem killed.
    for (const int number : kSignals)
        std::signal(number, SIG_IGN);
    // Closing one end is what ends the thread at the other.
    if (const int pipe = signalPipe.exchange(-1); pipe >= 0)
        ::close(pipe);
    if (m_thread.joinable())
        m_thread.join();
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

void SignalWatch::readPipe()
{
    char number = 0;
    ssize_t length = 0;
    while ((length = ::read(m_readEnd, &number, 1)) == 1 || (length < 0 && errno == EINTR)) {
        if (length == 1)
            Q_EMIT caught(number);
    }
}

} // namespace slipway
