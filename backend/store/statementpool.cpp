#include "store/statementpool.h"

#include <algorithm>
#include <ranges>
#include <sqlite3.h>

namespace slipway
{

namespace
{

constexpr size_t kMostWaiting = 32;

} // namespace

StatementPool::~StatementPool()
{
    clear();
}

sqlite3_stmt* StatementPool::take(sqlite3* connection, QByteArrayView sql)
{
    const auto found =
        std::ranges::find_if(m_waiting, [sql](sqlite3_stmt* waiting) { return sql == sqlite3_sql(waiting); });
    sqlite3_stmt* statement = nullptr;
    if (found != m_waiting.end()) {
        statement = *found;
        m_waiting.erase(found);
    } else {
        sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr);
    }
    m_taken += statement == nullptr ? 0 : 1;
    return statement;
}

void StatementPool::giveBack(sqlite3_stmt* statement)
{
    --m_taken;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_waiting.push_back(statement);
    if (m_waiting.size() > kMostWaiting) {
        sqlite3_finalize(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
    }
}

void StatementPool::clear()
{
    Q_ASSERT(m_taken == 0); // a statement has outlived its connection
    for (sqlite3_stmt* waiting : m_waiting)
        sqlite3_finalize(waiting);
    m_waiting.clear();
}

} // namespace slipway
