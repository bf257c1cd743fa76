#include "net/curltransfer.h"

#include "core/redact.h"

#include <cstring>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

template<typename Value>
void set(CURL* handle, CURLoption option, Value value)
{
    // Options are macros of a C interface; all of ours exist, and none can fail but for want of memory.
    if (curl_easy_setopt(handle, option, value) == CURLE_OUT_OF_MEMORY)
        qFatal("out of memory");
}

/// The server could not be trusted. A handshake that broke off is no such thing: it may do better the next time.
bool isTls(CURLcode code)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return true;
    default:
        return false;
    }
}

QString hostOf(const QUrl& url)
{
    return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
}

/// Whether the server may be asked again what a broken connection left open: then libcurl may do so by itself when an
/// idle connection turns out to have been closed.
bool isRepeatable(HttpMethod method)
{
    return method == HttpMethod::Get || method == HttpMethod::Head;
}

} // namespace

CurlTransfer::CurlTransfer()
    : m_handle(curl_easy_init())
{
    if (!m_handle)
        qFatal("libcurl has no handle to give");
}

/// What is the same for every request, for a GET without a body: the certificates the system trusts, or only those that
/// the variables name which OpenSSL and curl know. Setting all that takes longer than a request needs otherwise, so it
/// is done once, and again after a request that needed something else.
void CurlTransfer::begin()
{
    auto file = qgetenv("SSL_CERT_FILE");
    auto folder = qgetenv("SSL_CERT_DIR");
    if (m_isAsBegun && file == m_certificateFile && folder == m_certificateFolder)
        return;
    m_isAsBegun = true;
    m_certificateFile = std::move(file);
    m_certificateFolder = std::move(folder);
    CURL* handle = m_handle.get();
    curl_easy_reset(handle);
    if (!m_certificateFile.isEmpty() || !m_certificateFolder.isEmpty()) {
        set(handle, CURLOPT_CAINFO, m_certificateFile.isEmpty() ? nullptr : m_certificateFile.constData());
        set(handle, CURLOPT_CAPATH, m_certificateFolder.isEmpty() ? nullptr : m_certificateFolder.constData());
    }
    set(handle, CURLOPT_PRIVATE, this);
    set(handle, CURLOPT_ERRORBUFFER, m_words.data());
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_PATH_AS_IS, 1L);
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    constexpr long kNewest = CURL_HTTP_VERSION_2TLS;
    set(handle, CURLOPT_HTTP_VERSION, kNewest);
    // Given up while a name is looked up, it does not wait for the name server.
    set(handle, CURLOPT_QUICK_EXIT, 1L);
    set(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    set(handle, CURLOPT_HTTPGET, 1L);
    set(handle, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    set(handle, CURLOPT_HEADERDATA, this);
    set(handle, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(handle, CURLOPT_WRITEDATA, this);
}

void CurlTransfer::prepare(const HttpRequest& request, const Sending& sending)
{
    begin();
    CURL* handle = m_handle.get();
    m_request = &request;
    m_response = {};
    m_response.url = request.url;
    m_isHeadWhole = false;
    m_uploaded = 0;
    m_words[0] = '\0';
    noteProgress();
    set(handle, CURLOPT_URL, request.url.toEncoded().constData());
    set(handle, CURLOPT_USERAGENT, sending.userAgent.constData());
    // The first connection tells whether the others are needed (HTTP/2).
    set(handle, CURLOPT_PIPEWAIT, request.url.scheme() == "https"_L1 ? 1L : 0L);
    set(handle, CURLOPT_NOPROXY, sending.isLoopback ? "*" : nullptr);
    setMethod();
    setHeaders(sending.withCredentials);
}

void CurlTransfer::setMethod()
{
    CURL* handle = m_handle.get();
    m_isAsBegun = m_request->method == HttpMethod::Get;
    switch (m_request->method) {
    case HttpMethod::Get:
        return;
    case HttpMethod::Head:
        set(handle, CURLOPT_NOBODY, 1L);
        return;
    case HttpMethod::Post:
    case HttpMethod::Put:
    case HttpMethod::Patch:
    case HttpMethod::Delete:
        break;
    }
    set(handle, CURLOPT_POST, 1L);
    set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request->body.size()));
    set(handle, CURLOPT_READFUNCTION, &CurlTransfer::onUpload);
    set(handle, CURLOPT_READDATA, this);
    set(handle, CURLOPT_SEEKFUNCTION, &CurlTransfer::onRewind);
    set(handle, CURLOPT_SEEKDATA, this);
    set(handle, CURLOPT_CUSTOMREQUEST, httpMethodName(m_request->method).constData());
    // On a connection that was idle libcurl would send it again when that had been closed meanwhile. What changes a
    // server goes once, so it gets a connection of its own, and HTTP/1.1, where nobody joins it. Source: libcurl's
    // Curl_retry_request().
    if (isRepeatable(m_request->method))
        return;
    constexpr long kUnshared = CURL_HTTP_VERSION_1_1;
    set(handle, CURLOPT_HTTP_VERSION, kUnshared);
    set(handle, CURLOPT_FRESH_CONNECT, 1L);
}

void CurlTransfer::setHeaders(bool withCredentials)
{
    m_headers.reset();
    // What libcurl would add of its own accord.
    addHeader("Expect:");
    addHeader("Content-Type:");
    for (const auto& header : m_request->headers) {
        if (withCredentials || header.name.compare("Authorization", Qt::CaseInsensitive) != 0)
            addHeader(header.value.isEmpty() ? header.name + ';' : header.name + ": " + header.value);
    }
    set(m_handle.get(), CURLOPT_HTTPHEADER, m_headers.get());
}

void CurlTransfer::addHeader(const QByteArray& line)
{
    curl_slist* longer = curl_slist_append(m_headers.get(), line.constData());
    if (longer == nullptr)
        qFatal("out of memory");
    std::ignore = m_headers.release();
    m_headers.reset(longer);
}

HttpResponse CurlTransfer::takeResponse()
{
    return std::exchange(m_response, {});
}

std::optional<Error> CurlTransfer::errorOf(CURLcode code) const
{
    if (code == CURLE_OK && m_isHeadWhole)
        return std::nullopt;
    if (code == CURLE_OK) {
        return Error{ErrorKind::Network, hostOf(m_request->url), u"the answer broke off in its headers"_s,
                     std::nullopt};
    }
    if (code == CURLE_OPERATION_TIMEDOUT)
        return timeoutError();
    if (code == CURLE_SEND_FAIL_REWIND) {
        return Error{ErrorKind::Network, hostOf(m_request->url), u"the connection broke after the request was sent"_s,
                     std::nullopt};
    }
    // What libcurl says of a proxy it cannot use quotes the variable, which may hold a password.
    const bool isOfProxy = code == CURLE_COULDNT_RESOLVE_PROXY || QByteArrayView(m_words.data()).contains("proxy");
    const char* words = m_words[0] == '\0' || isOfProxy ? curl_easy_strerror(code) : m_words.data();
    return Error{isTls(code) ? ErrorKind::Tls : ErrorKind::Network, hostOf(m_request->url),
                 redact(QString::fromUtf8(words)), std::nullopt};
}

void CurlTransfer::distrustConnection()
{
    m_isAsBegun = false;
    set(m_handle.get(), CURLOPT_FORBID_REUSE, 1L);
}

Error CurlTransfer::timeoutError() const
{
    return {ErrorKind::Timeout, hostOf(m_request->url),
            u"%1 s without an answer"_s.arg(m_request->timeout.count() / 1000), std::nullopt};
}

void CurlTransfer::takeHeaderLine(QByteArrayView line)
{
    if (line.startsWith("HTTP/")) {
        // Another answer begins: what came before was an interim one.
        m_isHeadWhole = false;
        m_response.headers.clear();
        const qsizetype space = line.indexOf(' ');
        m_response.status =
            space < 0 ? 0 : line.sliced(space + 1).first(std::min<qsizetype>(3, line.size() - space - 1)).toInt();
        return;
    }
    if (m_isHeadWhole)
        return; // a trailer
    m_isHeadWhole = line.isEmpty();
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        m_response.headers.append(
            {line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
}

size_t CurlTransfer::onHeader(const char* data, size_t /*one*/, size_t count, void* self)
{
    auto& transfer = *static_cast<CurlTransfer*>(self);
    transfer.noteProgress();
    transfer.takeHeaderLine(QByteArrayView(data, static_cast<qsizetype>(count)).trimmed());
    return count;
}

size_t CurlTransfer::onBody(const char* data, size_t /*one*/, size_t count, void* self)
{
    auto& transfer = *static_cast<CurlTransfer*>(self);
    transfer.noteProgress();
    transfer.m_response.body.append(data, static_cast<qsizetype>(count));
    return count;
}

size_t CurlTransfer::onUpload(char* data, size_t size, size_t count, void* self)
{
    auto& transfer = *static_cast<CurlTransfer*>(self);
    transfer.noteProgress();
    const QByteArray& body = transfer.m_request->body;
    const auto left = static_cast<size_t>(body.size() - transfer.m_uploaded);
    const size_t part = std::min(size * count, left);
    std::memcpy(data, body.constData() + transfer.m_uploaded, part);
    transfer.m_uploaded += static_cast<qsizetype>(part);
    return part;
}

/// The body is not sent a second time.
int CurlTransfer::onRewind(void* self, curl_off_t offset, int origin)
{
    const auto& transfer = *static_cast<const CurlTransfer*>(self);
    const bool isWhereItIs = origin == SEEK_SET && offset == transfer.m_uploaded;
    return isWhereItIs ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

} // namespace slipway
