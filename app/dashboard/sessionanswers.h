#pragma once

#include "app/dashboard/runningwork.h"
#include "app/session/connection.h"
#include "core/async.h"
#include "domain/packagehistory.h"
#include "inventory/inventory.h"
#include "storage/storageoverview.h"
#include "storage/storagesample.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace slipway
{

/// Answers what is asked beside the reading: documents, a package's past, what is stored and was. Each question asked
/// anew makes the answer before it unwanted; documents are answered by digest, all of them.
class SessionAnswers final : public QObject
{
    Q_OBJECT

public:
    /// `context` lives on the thread that connections are used on. Both outlive the answers.
    SessionAnswers(RunningWork& work, QObject* context, QObject* parent = nullptr);

    /// Where answers come from until `stop` is requested; the connection outlives what is asked until then.
    void setConnection(Connection* connection, std::stop_token stop);

    void readDocuments(const PackageName& package, const Digest& manifest, const std::optional<Digest>& config);
    void readHistory(const HistoryRequest& request);
    /// In the pool.
    void measureStorage(const InventoryPtr& inventory);
    void readStorageHistory(const Owner& owner);

Q_SIGNALS:
    void documentsRead(const slipway::Digest& manifest, const slipway::Result<QByteArray>& bytes,
                       const std::optional<slipway::Result<QByteArray>>& configBytes);
    void historyRead(const slipway::HistoryRequest& request, const slipway::Result<slipway::PackageHistory>& history);
    void storageMeasured(const slipway::StorageOverview& overview);
    void storageHistoryRead(const slipway::Result<std::vector<slipway::StorageSample>>& samples);

private:
    [[nodiscard]] bool isOpen() const { return m_connection && !m_stop.stop_requested(); }
    Task<void> runDocuments(PackageName package, Digest manifest, std::optional<Digest> config, std::stop_token stop);
    Task<void> runHistory(HistoryRequest request, std::stop_source stop);
    Task<void> runMeasuring(InventoryPtr inventory, std::stop_source stop);
    Task<void> runStorageHistory(Owner owner, std::stop_source stop);

    RunningWork& m_work;
    QObject* m_context;
    Connection* m_connection = nullptr;
    std::stop_token m_stop;
    std::stop_source m_historyStop; ///< of the history asked for last
    std::stop_source m_storageStop; ///< of the newest inventory's measuring
    std::stop_source m_storageHistoryStop;
};

} // namespace slipway
