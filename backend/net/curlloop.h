#pragma once

#include <QObject>
#include <QTimer>

#include <curl/curl.h>
#include <functional>
#include <memory>
#include <unordered_map>

class QSocketNotifier;

namespace slipway
{

/// Runs libcurl's transfers from the event loop of the thread it lives on: its sockets are watched, its timer is kept.
/// Connections are kept alive between transfers.
class CurlLoop final : public QObject
{
    Q_OBJECT

public:
    /// Told from the event loop when a transfer has ended; it has been removed by then.
    using Finished = std::function<void(CURL* transfer, CURLcode code)>;

    explicit CurlLoop(Finished finished, QObject* parent = nullptr);
    /// Every transfer has been removed.
    ~CurlLoop() override;

    /// Begins a transfer, at the next turn of the event loop.
    void add(CURL* transfer);
    /// Gives a running one up; not from within one of its callbacks.
    void remove(CURL* transfer);

private:
    struct Watched {
        std::unique_ptr<QSocketNotifier> reading;
        std::unique_ptr<QSocketNotifier> writing;
    };

    static int watch(CURL* transfer, curl_socket_t socket, int what, void* self, void* watched);
    static int setTimer(CURLM* multi, long milliseconds, void* self);
    Watched& watched(curl_socket_t socket);
    void act(curl_socket_t socket, int what);

    CURLM* m_multi = nullptr;
    Finished m_finished;
    QTimer m_timer;
    /// By socket, for as long as the loop lives: numbers of closed sockets come again.
    std::unordered_map<curl_socket_t, Watched> m_sockets;
};

} // namespace slipway
