#pragma once

#include "store/storevalues.h"

#include <QString>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace slipway
{

class Database;

/// Writes documents on a thread and a connection of its own, many in one transaction: who reads from the network does
/// not wait for the disk. To be used from one thread.
class DocumentWriter final
{
public:
    /// How long a document waits for others at most.
    static constexpr std::chrono::milliseconds kUsualWait{2'000};

    /// `closing` is that of Store::open().
    DocumentWriter(QString path, std::stop_token closing, std::chrono::milliseconds longestWait = kUsualWait);
    /// Writes what is left. Once `closing` is requested, nothing is begun any more, here and in add() and flush(), and
    /// what waits goes: that costs reading it again, where writing might mean to wait for the disk.
    ~DocumentWriter();
    DocumentWriter(const DocumentWriter&) = delete;
    DocumentWriter& operator=(const DocumentWriter&) = delete;

    /// Takes a document to be written within seconds; waits when the disk cannot keep up. After an error nothing is
    /// written any more: it is given here until flush() has given it, too.
    [[nodiscard]] Result<void> add(NewDocument document, const std::stop_token& stop = {});
    /// Waits until everything is written. Errors: those of the database. Cancelled, here and in add(), once `closing`
    /// or `stop` is requested: after a stop what waits is written all the same.
    [[nodiscard]] Result<void> flush(const std::stop_token& stop = {});

private:
    void run(const std::stop_token& stop);
    [[nodiscard]] Result<void> write(const std::vector<NewDocument>& documents);

    QString m_path;
    std::stop_token m_closing;
    std::chrono::milliseconds m_longestWait;
    std::unique_ptr<Database> m_database; ///< the thread's
    std::mutex m_mutex;                   ///< of what follows
    std::condition_variable_any m_wake;
    std::condition_variable_any m_done;
    std::vector<NewDocument> m_waiting;
    bool m_isFlushing = false;
    bool m_isWriting = false;
    std::optional<Error> m_error;
    std::jthread m_thread; ///< last: it ends before the rest goes
};

} // namespace slipway
