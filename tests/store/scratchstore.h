#pragma once

#include "store/store.h"
#include "support/fixture.h"

#include <QTemporaryDir>

namespace slipway::test
{

/// A store in a folder of its own that goes with the test.
class ScratchStore final
{
public:
    ScratchStore();

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("data/slipway.db")); }
    [[nodiscard]] Store& store() { return *m_store; }
    /// Closes the file and opens it again.
    void reopen();
    void close() { m_store.reset(); }

    /// Keeps a fixture as a scan does: documents, what is unusable, and the snapshot.
    [[nodiscard]] Result<void> save(const Fixture& fixture);
    /// Keeps documents as a scan does, and waits for it.
    [[nodiscard]] Result<void> save(const std::vector<NewDocument>& documents);
    [[nodiscard]] SnapshotPtr latest();
    /// The newest snapshot was found unchanged then.
    [[nodiscard]] Result<bool> noteUnchanged(const QDateTime& time);
    /// The first column of the first row of a query over a connection of its own.
    [[nodiscard]] qint64 count(const QString& query) const;
    void execute(const QString& statement) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

[[nodiscard]] StoreScope scratchScope();

} // namespace slipway::test
