#pragma once

#include <QObject>
#include <QTimer>

#include <curl/curl.h>
#include <deque>
#include <functional>
#include <memory>

class QSocketNotifier;

namespace slipway
{

/// Runs libcurl's transfers from the event loop of the thread it lives on: its sockets are watched, its timer is kept.
/// One socket is served at each turn of the event loop: what its answer wakes, and the request that follows it, come
/// before the next answer, and the line is not idle while a heap of answers is taken in. Connections are kept alive
/// between transfers.
class CurlLoop final : public QObject
{
    Q_OBJECT

public:
    /// Told from the event loop when a transfer has ended; it has been removed by then.
    using Finished = std::function<void(CURL* transfer, CURLcode code)>;

    explicit CurlLoop(Finished finished, QObject* parent = nullptr);
    /// Every transfer has been removed.
    ~CurlLoop() override;

    /// Begins a transfer. Its end is told later, from the event loop.
    void add(CURL* transfer);
    /// Gives one up that runs, or has ended and is not told of yet; not from within one of its callbacks.
    void remove(CURL* transfer);

private:
    struct Ended {
        CURL* transfer = nullptr;
        CURLcode code = CURLE_OK;
    };

    static int watch(CURL* transfer, curl_socket_t socket, int what, void* self, void* watched);
    static int setTimer(CURLM* multi, long milliseconds, void* self);
    void serveOne();
    void act(curl_socket_t socket, int what);
    void drive(curl_socket_t socket, int what);
    void tell();

    CURLM* m_multi = nullptr;
    Finished m_finished;
    QTimer m_timer; ///< libcurl's
    QTimer m_teller;
    std::deque<Ended> m_ended; ///< and not told of yet
    bool m_isTelling = false;
    int m_poll = -1; ///< epoll of libcurl's sockets
    std::unique_ptr<QSocketNotifier> m_ready;
};

} // namespace slipway
