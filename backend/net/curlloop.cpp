#include "net/curlloop.h"

#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <unistd.h>

namespace slipway
{

namespace
{

/// Once for the process, and never undone: other libraries may use libcurl, too.
void initLibrary()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (code != CURLE_OK)
        qFatal("libcurl: %s", curl_easy_strerror(code));
}

} // namespace

CurlLoop::CurlLoop(Finished finished, QObject* parent)
    : QObject(parent)
    , m_finished(std::move(finished))
{
    initLibrary();
    m_multi = curl_multi_init();
    if (m_multi == nullptr)
        qFatal("libcurl has no handle to give");
    m_poll = epoll_create1(EPOLL_CLOEXEC);
    if (m_poll < 0)
        qFatal("epoll: %s", std::strerror(errno));
    m_ready = std::make_unique<QSocketNotifier>(m_poll, QSocketNotifier::Read);
    connect(m_ready.get(), &QSocketNotifier::activated, this, &CurlLoop::serveOne);
    constexpr long kIdleConnections = 100;
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::watch);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::setTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kIdleConnections);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    m_teller.setSingleShot(true);
    connect(&m_teller, &QTimer::timeout, this, &CurlLoop::tell);
}

CurlLoop::~CurlLoop()
{
    curl_multi_cleanup(m_multi);
    m_ready.reset();
    ::close(m_poll);
}

/// It leaves now. Left to libcurl's timer it would wait until every answer that has arrived was handled: requests would
/// go out in waves, and the line be idle between them.
void CurlLoop::add(CURL* transfer)
{
    curl_multi_add_handle(m_multi, transfer);
    drive(CURL_SOCKET_TIMEOUT, 0);
    // What failed at once is told later: who adds it waits for it only after this.
    if (!m_ended.empty() && !m_isTelling)
        m_teller.start(std::chrono::milliseconds(0));
}

void CurlLoop::remove(CURL* transfer)
{
    curl_multi_remove_handle(m_multi, transfer);
    std::erase_if(m_ended, [transfer](const Ended& ended) { return ended.transfer == transfer; });
}

int CurlLoop::watch(CURL* /*transfer*/, curl_socket_t socket, int what, void* self, void* watched)
{
    const auto& loop = *static_cast<CurlLoop*>(self);
    epoll_event event{};
    event.data.fd = socket;
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT)
        event.events |= EPOLLIN;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT)
        event.events |= EPOLLOUT;
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(loop.m_poll, EPOLL_CTL_DEL, socket, &event); // one that is closed has left by itself
        return 0;
    }
    // libcurl remembers for each socket whether it is watched already.
    const bool isNew = watched == nullptr;
    if (epoll_ctl(loop.m_poll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event) != 0)
        epoll_ctl(loop.m_poll, isNew ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
    if (isNew)
        curl_multi_assign(loop.m_multi, socket, self);
    return 0;
}

void CurlLoop::serveOne()
{
    epoll_event ready{};
    if (epoll_wait(m_poll, &ready, 1, 0) != 1)
        return;
    int what = 0;
    if ((ready.events & (EPOLLIN | EPOLLHUP)) != 0)
        what |= CURL_CSELECT_IN;
    if ((ready.events & EPOLLOUT) != 0)
        what |= CURL_CSELECT_OUT;
    if ((ready.events & EPOLLERR) != 0)
        what |= CURL_CSELECT_ERR;
    act(ready.data.fd, what);
}

int CurlLoop::setTimer(CURLM* /*multi*/, long milliseconds, void* self)
{
    auto& timer = static_cast<CurlLoop*>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlLoop::act(curl_socket_t socket, int what)
{
    drive(socket, what);
    tell();
}

/// Telling may add transfers, and remove others that have ended, too.
void CurlLoop::tell()
{
    m_isTelling = true;
    while (!m_ended.empty()) {
        const Ended ended = m_ended.front();
        m_ended.pop_front();
        m_finished(ended.transfer, ended.code);
    }
    m_isTelling = false;
}

/// Lets libcurl act, and takes out what has ended.
void CurlLoop::drive(curl_socket_t socket, int what)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, what, &running);
    int waiting = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &waiting)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        // The message goes with its transfer.
        const Ended ended{message->easy_handle, message->data.result};
        curl_multi_remove_handle(m_multi, ended.transfer);
        m_ended.push_back(ended);
    }
}

} // namespace slipway
