#pragma once

#include "simulator/httpmessage.h"
#include "simulator/simstate.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace slipway
{

struct TokenGrant;

/// Blobs of a repository and uploads of new ones (distribution specification, "Pulling blobs", "Pushing blobs").
class RegistryBlobs final
{
public:
    explicit RegistryBlobs(SimulatorState& state)
        : m_state(state)
    {
    }

    /// GET and HEAD, the whole or one range.
    [[nodiscard]] HttpAnswer read(const ServedRequest& request, const QString& repository, const QString& digest) const;
    /// POST …/uploads/: begins an upload, mounts a blob that the token may pull, or takes one at once.
    [[nodiscard]] HttpAnswer begin(const ServedRequest& request, const QString& repository, const TokenGrant& grant);
    /// GET, PATCH, PUT, DELETE of a running upload.
    [[nodiscard]] HttpAnswer upload(const ServedRequest& request, const QString& repository, const QString& id);

    [[nodiscard]] bool has(const QString& repository, const Digest& digest) const;
    /// Gives the package the blobs that were uploaded before it was there.
    void handOver(const QString& repository, SimPackage& package);

private:
    [[nodiscard]] std::optional<StoredBlob> find(const QString& repository, const Digest& digest) const;
    [[nodiscard]] QSet<Digest>& blobsOf(const QString& repository);
    [[nodiscard]] HttpAnswer finish(const QString& repository, const QByteArray& bytes, const QString& digest);
    [[nodiscard]] HttpAnswer append(const ServedRequest& request, const QString& repository, const QString& id);

    SimulatorState& m_state;
    QHash<QString, QSet<Digest>> m_early; ///< of repositories without a package yet
    QHash<QString, QByteArray> m_uploads; ///< by repository and id
};

} // namespace slipway
