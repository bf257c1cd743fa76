#pragma once

#include "net/http.h"

#include <array>
#include <chrono>
#include <curl/curl.h>
#include <memory>
#include <optional>

namespace slipway
{

/// One request of libcurl's and what has come of it. May be prepared again for another one, which is cheaper than a new
/// one. Not to be touched while libcurl is inside it.
class CurlTransfer final
{
public:
    CurlTransfer();
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    struct Sending {
        QByteArray userAgent;
        bool isLoopback = false;      ///< where it goes: never through a proxy
        bool withCredentials = false; ///< its Authorization header goes with it
    };
    /// `request` outlives the transfer's run.
    void prepare(const HttpRequest& request, const Sending& sending);

    [[nodiscard]] CURL* handle() const { return m_handle.get(); }
    /// The answer; afterwards the transfer has none.
    [[nodiscard]] HttpResponse takeResponse();
    /// Why there is no whole answer: Tls, Timeout or Network, about the request's host; nullopt if there is one.
    [[nodiscard]] std::optional<Error> errorOf(CURLcode code) const;
    /// The same for a request in which nothing has moved for its timeout.
    [[nodiscard]] Error timeoutError() const;
    /// Its connection is not used again once this has been given up: nobody answers there.
    void distrustConnection();
    /// When something was sent or came last.
    [[nodiscard]] std::chrono::steady_clock::time_point lastProgress() const { return m_lastProgress; }

private:
    struct Release {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    void begin();
    void setMethod();
    void setHeaders(bool withCredentials);
    void addHeader(const QByteArray& line);
    void takeHeaderLine(QByteArrayView line);
    void noteProgress() { m_lastProgress = std::chrono::steady_clock::now(); }

    static size_t onHeader(const char* data, size_t size, size_t count, void* self);
    static size_t onBody(const char* data, size_t size, size_t count, void* self);
    static size_t onUpload(char* data, size_t size, size_t count, void* self);
    static int onRewind(void* self, curl_off_t offset, int origin);

    std::unique_ptr<CURL, Release> m_handle;
    std::unique_ptr<curl_slist, Release> m_headers;
    bool m_isAsBegun = false;       ///< nothing is set but what begin() did and what every prepare() sets
    QByteArray m_certificateFile;   ///< of begin()
    QByteArray m_certificateFolder; ///< of begin()
    const HttpRequest* m_request = nullptr;
    qsizetype m_uploaded = 0;
    HttpResponse m_response;
    bool m_isHeadWhole = false; ///< the empty line behind the headers has come
    std::chrono::steady_clock::time_point m_lastProgress;
    std::array<char, CURL_ERROR_SIZE> m_words{};
};

} // namespace slipway
