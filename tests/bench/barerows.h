#pragma once

#include "domain/snapshot.h"

#include <QFile>

#include <sqlite3.h>

namespace slipway::bench
{

/// What a bare row holds besides package and id.
enum class Columns {
    WithFacts, ///< digest, tags, times, and what the snapshot knows of the manifest, as one blob
    ListAlone, ///< digest, tags, times
};

/// The yardstick: one row a version, put in by ascending id with one prepared statement of SQLite's C interface in one
/// transaction, and read by one SELECT that touches every column. No index, no history, settings as the store's. All
/// values lie ready in memory; facts are the digests and sizes alone (no media types, nothing parsed).
class BareRows final
{
public:
    explicit BareRows(const Snapshot& snapshot)
        : m_snapshot(snapshot)
    {
        m_facts.reserve(snapshot.versions.size());
        m_tags.reserve(snapshot.versions.size());
        for (const auto& version : snapshot.versions) {
            QByteArray tags;
            for (const TagText tag : snapshot.tagsOf(version))
                tags += tag.utf8;
            m_tags.push_back(tags);
            m_facts.push_back(factsOf(*snapshot.manifestOf(version)));
        }
        for (const auto& package : snapshot.packages)
            m_names.push_back(package.name.value.toUtf8());
    }

    void insert(const QString& path, Columns columns) const
    {
        const Connection file(path);
        file.run(
            "CREATE TABLE rows (package TEXT NOT NULL, github_id INTEGER NOT NULL, digest BLOB NOT NULL, tags TEXT "
            "NOT NULL, created_ms INTEGER, updated_ms INTEGER, facts BLOB)");
        file.run("BEGIN IMMEDIATE");
        auto* statement = file.prepare("INSERT INTO rows VALUES (?,?,?,?,?,?,?)");
        for (size_t row = m_snapshot.versions.size(); row-- > 0;) {
            const auto& version = m_snapshot.versions[row];
            const auto& name = m_names[version.package];
            sqlite3_bind_text(statement, 1, name.constData(), int(name.size()), SQLITE_STATIC);
            sqlite3_bind_int64(statement, 2, version.id.value);
            sqlite3_bind_blob(statement, 3, &m_snapshot.digestOf(version), Digest::kSize, SQLITE_STATIC);
            sqlite3_bind_text(statement, 4, m_tags[row].constData(), int(m_tags[row].size()), SQLITE_STATIC);
            sqlite3_bind_int64(statement, 5, version.createdMs);
            sqlite3_bind_int64(statement, 6, version.updatedMs);
            if (columns == Columns::WithFacts)
                sqlite3_bind_blob(statement, 7, m_facts[row].constData(), int(m_facts[row].size()), SQLITE_STATIC);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
        file.run("COMMIT");
    }

    void select(const QString& path, Columns columns) const
    {
        const Connection file(path);
        auto* statement = file.prepare("SELECT * FROM rows");
        size_t rows = 0;
        std::int64_t sum = 0;
        for (; sqlite3_step(statement) == SQLITE_ROW; ++rows) {
            for (const int column : {1, 4, 5})
                sum += sqlite3_column_int64(statement, column);
            for (const int column : {0, 3})
                sum += *sqlite3_column_text(statement, column) + sqlite3_column_bytes(statement, column);
            for (int column = 2; column <= (columns == Columns::WithFacts ? 6 : 2); column += 4)
                sum += *static_cast<const char*>(sqlite3_column_blob(statement, column))
                       + sqlite3_column_bytes(statement, column);
        }
        sqlite3_finalize(statement);
        if (rows != m_snapshot.versions.size() || sum == 0)
            qFatal("the bare rows are not there");
    }

private:
    class Connection final
    {
    public:
        explicit Connection(const QString& path)
        {
            sqlite3_open(QFile::encodeName(path).constData(), &m_handle);
            run("PRAGMA journal_mode=WAL");
            run("PRAGMA synchronous=NORMAL");
        }
        ~Connection() { sqlite3_close(m_handle); }
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;

        void run(const char* sql) const
        {
            if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
                qFatal("%s: %s", sql, sqlite3_errmsg(m_handle));
        }
        [[nodiscard]] sqlite3_stmt* prepare(const char* sql) const
        {
            sqlite3_stmt* statement = nullptr;
            if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
                qFatal("%s: %s", sql, sqlite3_errmsg(m_handle));
            return statement;
        }

    private:
        sqlite3* m_handle = nullptr;
    };

    [[nodiscard]] QByteArray factsOf(const ManifestRow& manifest) const
    {
        const Bytes size = manifest.size;
        QByteArray facts(reinterpret_cast<const char*>(&size), sizeof size);
        const auto add = [&](RowIndex blob) {
            facts += m_snapshot.blobs[blob].digest.raw();
            facts.append(reinterpret_cast<const char*>(&m_snapshot.blobs[blob].size), sizeof(Bytes));
        };
        if (manifest.config != kNoRow)
            add(manifest.config);
        for (const RowIndex layer : m_snapshot.layersOf(manifest))
            add(layer);
        for (const auto& child : m_snapshot.childrenOf(manifest))
            facts += m_snapshot.manifests[child.manifest].digest.raw();
        return facts;
    }

    const Snapshot& m_snapshot;
    std::vector<QByteArray> m_names;
    std::vector<QByteArray> m_tags;
    std::vector<QByteArray> m_facts;
};

} // namespace slipway::bench
