#include "store/versionrows.h"

#include <algorithm>

namespace slipway
{

namespace
{

QByteArrayView viewOf(const Digest& digest)
{
    return {reinterpret_cast<const char*>(&digest), Digest::kSize};
}
static_assert(sizeof(Digest) == Digest::kSize);

std::int64_t timeOf(const Statement& row, int column)
{
    return row.isNull(column) ? VersionRow::kNoTime : row.integer(column);
}

void bindTime(Statement& statement, int index, std::int64_t milliseconds)
{
    if (milliseconds == VersionRow::kNoTime)
        statement.bindNull(index);
    else
        statement.bind(index, milliseconds);
}

} // namespace

VersionRowsWriter::VersionRowsWriter(const Snapshot& snapshot, Statement current, Statement insert, Statement close)
    : m_snapshot(&snapshot)
    , m_current(std::move(current))
    , m_insert(std::move(insert))
    , m_close(std::move(close))
{
}

Result<VersionRowsWriter> VersionRowsWriter::prepare(const Database& database, qint64 scope, qint64 snapshotId,
                                                     const Snapshot& snapshot)
{
    auto current = database.query("SELECT rowid, github_id, digest, tags, created_ms, updated_ms FROM versions "
                                  "WHERE scope=? AND until IS NULL AND package=? AND github_id BETWEEN ? AND ? "
                                  "ORDER BY github_id",
                                  scope);
    auto insert = database.query("INSERT INTO versions (scope, since, package, github_id, digest, tags, created_ms, "
                                 "updated_ms) VALUES (?,?,?,?,?,?,?,?)",
                                 scope, snapshotId);
    auto close = database.query("UPDATE versions SET until=? WHERE rowid=?", snapshotId);
    for (const auto* statement : {&current, &insert, &close}) {
        if (!*statement)
            return std::unexpected(statement->error());
    }
    return VersionRowsWriter(snapshot, std::move(*current), std::move(*insert), std::move(*close));
}

Result<void> VersionRowsWriter::update(const PackageName& package, std::span<const RowIndex> byId, IdRange range)
{
    if (range.isEmpty())
        return {};
    std::vector<RowIndex> inserts;
    const auto closing = compare(package, byId, range, inserts);
    if (!closing)
        return std::unexpected(closing.error());
    for (const qint64 row : *closing) {
        m_close.bind(2, row);
        if (auto closed = m_close.finish(); !closed)
            return closed;
    }
    const QByteArray name = package.value.toUtf8();
    m_insert.bindText(3, name);
    for (const RowIndex row : inserts) {
        if (auto inserted = insert(m_snapshot->versions[row]); !inserted)
            return inserted;
    }
    return {};
}

/// The rows to close; what to insert goes to `inserts`. Both lists come by id.
Result<std::vector<qint64>> VersionRowsWriter::compare(const PackageName& package, std::span<const RowIndex> byId,
                                                       IdRange range, std::vector<RowIndex>& inserts)
{
    const auto idOf = [this](RowIndex row) { return m_snapshot->versions[row].id.value; };
    auto next = std::ranges::lower_bound(byId, range.first, {}, idOf);
    const auto end = std::ranges::upper_bound(byId, range.last, {}, idOf);
    std::vector<qint64> closing;
    m_current.reset();
    m_current.bind(2, package.value);
    m_current.bind(3, range.first);
    m_current.bind(4, range.last);
    while (m_current.next()) {
        const std::int64_t id = m_current.integer(1);
        while (next != end && idOf(*next) < id)
            inserts.push_back(*next++);
        if (next != end && idOf(*next) == id && isSame(m_snapshot->versions[*next]))
            ++next;
        else
            closing.push_back(m_current.integer(0));
    }
    inserts.insert(inserts.end(), next, end);
    return m_current.finish().transform([&] { return std::move(closing); });
}

/// Whether the row that was read says the same as this version.
bool VersionRowsWriter::isSame(const VersionRow& version)
{
    return m_current.view(2) == viewOf(m_snapshot->digestOf(version)) && m_current.view(3) == packTags(version)
           && timeOf(m_current, 4) == version.createdMs && timeOf(m_current, 5) == version.updatedMs;
}

const QByteArray& VersionRowsWriter::packTags(const VersionRow& version)
{
    m_tags.resize(0);
    for (const TagText tag : m_snapshot->tagsOf(version)) {
        if (!m_tags.isEmpty())
            m_tags.append(' ');
        m_tags.append(tag.utf8);
    }
    return m_tags;
}

Result<void> VersionRowsWriter::insert(const VersionRow& version)
{
    m_insert.bind(4, version.id.value);
    m_insert.bindBytes(5, viewOf(m_snapshot->digestOf(version)));
    m_insert.bindText(6, packTags(version));
    bindTime(m_insert, 7, version.createdMs);
    bindTime(m_insert, 8, version.updatedMs);
    return m_insert.finish();
}

QList<Tag> unpackTags(const QString& text)
{
    QList<Tag> tags;
    const auto parts = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    for (const auto tag : parts)
        tags.append({tag.toString()});
    return tags;
}

} // namespace slipway
