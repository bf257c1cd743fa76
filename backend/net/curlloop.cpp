#include "net/curlloop.h"

#include <QSocketNotifier>

#include <vector>

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
    constexpr long kIdleConnections = 100;
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::watch);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::setTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kIdleConnections);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlLoop::~CurlLoop()
{
    curl_multi_cleanup(m_multi);
}

void CurlLoop::add(CURL* transfer)
{
    curl_multi_add_handle(m_multi, transfer);
}

void CurlLoop::remove(CURL* transfer)
{
    curl_multi_remove_handle(m_multi, transfer);
}

CurlLoop::Watched& CurlLoop::watched(curl_socket_t socket)
{
    auto& entry = m_sockets[socket];
    if (entry.reading)
        return entry;
    entry.reading = std::make_unique<QSocketNotifier>(QSocketNotifier::Read);
    entry.writing = std::make_unique<QSocketNotifier>(QSocketNotifier::Write);
    for (auto* notifier : {entry.reading.get(), entry.writing.get()}) {
        notifier->setEnabled(false);
        notifier->setSocket(socket);
    }
    connect(entry.reading.get(), &QSocketNotifier::activated, this, [this, socket] { act(socket, CURL_CSELECT_IN); });
    connect(entry.writing.get(), &QSocketNotifier::activated, this, [this, socket] { act(socket, CURL_CSELECT_OUT); });
    return entry;
}

int CurlLoop::watch(CURL* /*transfer*/, curl_socket_t socket, int what, void* self, void* /*watched*/)
{
    auto& entry = static_cast<CurlLoop*>(self)->watched(socket);
    entry.reading->setEnabled(what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    entry.writing->setEnabled(what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
    return 0;
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
    int running = 0;
    curl_multi_socket_action(m_multi, socket, what, &running);
    std::vector<std::pair<CURL*, CURLcode>> ended;
    int waiting = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &waiting)) {
        if (message->msg == CURLMSG_DONE)
            ended.emplace_back(message->easy_handle, message->data.result);
    }
    for (const auto& [transfer, code] : ended)
        curl_multi_remove_handle(m_multi, transfer);
    for (const auto& [transfer, code] : ended)
        m_finished(transfer, code);
}

} // namespace slipway
