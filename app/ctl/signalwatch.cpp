#include "app/ctl/signalwatch.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
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
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_readEnd = ends[0];
    signalPipe = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatch::readPipe);
    for (const int number : kSignals) {
        struct sigaction action{};
        action.sa_handler = writeSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}

SignalWatch::~SignalWatch()
{
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    if (const int pipe = signalPipe.exchange(-1); pipe >= 0)
        ::close(pipe);
    delete m_notifier;
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

void SignalWatch::readPipe()
{
    char number = 0;
    while (::read(m_readEnd, &number, 1) == 1)
        Q_EMIT caught(number);
}

} // namespace slipway
