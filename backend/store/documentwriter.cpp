#include "store/documentwriter.h"

#include "store/database.h"
#include "store/documents.h"

#include <algorithm>
#include <utility>

namespace slipway
{

namespace
{

/// The index lies in the order of the digests: the more are written at once, the more often two share a page of it.
/// What a crash loses is read again, and so no document waits long.
constexpr size_t kInOneTransaction = 500;
constexpr size_t kMostWaiting = 4 * kInOneTransaction;

/// A stop of one or the other.
class EitherStop final
{
public:
    EitherStop(const std::stop_token& one, const std::stop_token& other)
        : m_one(one, Ask{m_source})
        , m_other(other, Ask{m_source})
    {
    }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    struct Ask {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };
    std::stop_source m_source;
    std::stop_callback<Ask> m_one;
    std::stop_callback<Ask> m_other;
};

} // namespace

DocumentWriter::DocumentWriter(QString path, std::stop_token closing, std::chrono::milliseconds longestWait)
    : m_path(std::move(path))
    , m_closing(std::move(closing))
    , m_longestWait(longestWait)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

DocumentWriter::~DocumentWriter()
{
    m_thread.request_stop();
    m_thread.join();
}

Result<void> DocumentWriter::add(NewDocument document, const std::stop_token& stop)
{
    const EitherStop either(m_closing, stop);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, either.token(), [this] { return m_error || m_waiting.size() < kMostWaiting; });
    if (m_error)
        return std::unexpected(*m_error);
    if (m_closing.stop_requested() || m_waiting.size() >= kMostWaiting)
        return failure(ErrorKind::Cancelled, m_path);
    m_waiting.push_back(std::move(document));
    if (m_waiting.size() == 1 || m_waiting.size() >= kInOneTransaction)
        m_wake.notify_one();
    return {};
}

Result<void> DocumentWriter::flush(const std::stop_token& stop)
{
    const EitherStop either(m_closing, stop);
    std::unique_lock lock(m_mutex);
    m_isFlushing = true;
    m_wake.notify_one();
    m_done.wait(lock, either.token(), [this] { return m_waiting.empty() && !m_isWriting; });
    m_isFlushing = false;
    if (either.token().stop_requested())
        return failure(ErrorKind::Cancelled, m_path);
    if (auto error = std::exchange(m_error, std::nullopt))
        return std::unexpected(std::move(*error));
    return {};
}

void DocumentWriter::run(const std::stop_token& stop)
{
    // Nothing is left, or there is no time for it.
    const auto isToEnd = [this] { return m_waiting.empty() || m_closing.stop_requested(); };
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); });
        if (isToEnd())
            return;
        m_wake.wait_for(lock, stop, m_longestWait,
                        [this] { return m_waiting.size() >= kInOneTransaction || m_isFlushing; });
        if (isToEnd())
            return;
        auto documents = std::exchange(m_waiting, {});
        m_isWriting = true;
        m_done.notify_all(); // there is room again
        lock.unlock();
        std::ranges::stable_sort(documents, {}, &NewDocument::digest); // of the same digest the first stays
        auto written = write(documents);
        lock.lock();
        m_isWriting = false;
        if (!written && !m_error) {
            m_error = std::move(written.error());
            m_waiting.clear();
        }
        m_done.notify_all();
    }
}

Result<void> DocumentWriter::write(const std::vector<NewDocument>& documents)
{
    if (!m_database) {
        auto opened = Database::open(m_path, m_closing);
        if (!opened)
            return std::unexpected(opened.error());
        m_database = std::move(*opened);
        // Pages that a transaction has changed stay in memory until it ends: SQLite's usual 2 MB are too few for so
        // many.
        if (auto done = m_database->run("PRAGMA cache_size=-16384"); !done)
            return done;
    }
    return writeDocuments(*m_database, documents);
}

} // namespace slipway
