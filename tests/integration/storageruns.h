#pragma once

#include "integration/process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace slipway::test
{

/// The moment northquay's state tells of (its anchor), in which its past ends.
constexpr QLatin1StringView kDemoNow{"2025-11-21T14:32:00Z"};

/// Runs of `slipwayctl storage` as its users make them, with stores and servers of their own.
class StorageRuns final
{
public:
    /// Any options; without a token in the environment where `token` is empty.
    [[nodiscard]] static Outcome storage(const QStringList& arguments,
                                         const QString& token = QStringLiteral("ghp_testtesttest"));
    /// What it printed as JSON.
    [[nodiscard]] static QJsonObject documentOf(const Outcome& outcome);

    /// Options for the demo northquay at kDemoNow, with its past; all that use them share a store.
    [[nodiscard]] QStringList demo(const QStringList& rest = {}) const;
    /// The document of such a run.
    [[nodiscard]] QJsonObject demoDocument(const QStringList& rest = {}) const;
    /// Starts a simulator in a process of its own; options to read it as JSON into the store of this name.
    [[nodiscard]] QStringList served(const QStringList& simulate, const QString& store, const QStringList& rest = {});

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A file of the project.
    [[nodiscard]] static QString source(const QString& path);

private:
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<ServerProcess>> m_servers;
};

/// The member of all rows together.
[[nodiscard]] qint64 sumOf(const QJsonArray& rows, const QString& member);

} // namespace slipway::test
