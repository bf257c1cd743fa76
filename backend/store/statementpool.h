#pragma once

#include <QByteArrayView>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace slipway
{

/// Prepared statements of one connection that wait to be run again: parsing one takes longer than most of them run.
/// Used by Database and Statement only; lives as long as the connection's statements.
class StatementPool final
{
public:
    StatementPool() = default;
    ~StatementPool();
    StatementPool(const StatementPool&) = delete;
    StatementPool& operator=(const StatementPool&) = delete;

    /// A statement of just this text, ready to be run, nothing bound; a new one if none waits. Null if SQLite cannot
    /// prepare it, see sqlite3_errcode().
    [[nodiscard]] sqlite3_stmt* take(sqlite3* connection, QByteArrayView sql);
    /// Takes back what is no longer used.
    void giveBack(sqlite3_stmt* statement);
    /// Ends all that wait: a connection is closed only after them.
    void clear();

private:
    std::vector<sqlite3_stmt*> m_waiting; ///< the one used last at the end
    int m_taken = 0;                      ///< and not given back
};

} // namespace slipway
