#pragma once

#include "app/session/connection.h"
#include "models/driftlook.h"
#include "models/lockpreview.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace slipway
{

/// Looks for drift in the owner in sight, beside the reading: configs and SBOMs are read on the reading thread, the
/// checks are made in the pool, and the lives of findings are kept in the store. Nothing is looked for before somebody
/// wants to see it: what that needs of the registry is read once ever, but it is read.
class DriftDesk final : public QObject
{
    Q_OBJECT
public:
    /// Something that keeps the session from closing as long as it is there.
    using Hold = std::function<std::shared_ptr<void>()>;

    /// `reading` lives on the reading thread.
    DriftDesk(QObject& reading, Hold hold, QObject* parent = nullptr);

    /// Another target is open: nothing more is told of the one before. `connection` lives until what was held has
    /// ended after `stop`.
    void open(Connection* connection, std::stop_token stop);
    /// A new inventory. It is looked at if somebody wants that; else what was found at an earlier look is told.
    void setInventory(const InventoryPtr& inventory);
    /// Somebody sees what is found: from now on each inventory is looked at.
    void want();
    /// All checks are made again.
    void check();
    /// Takes note of a finding: acknowledged() tells, and looked() with the list as it is then.
    void acknowledge(qint64 id, const QString& reason, const QDateTime& until);
    /// Works out how the profile's lock file would change: lockPreviewed() tells. Nothing is written.
    void previewLock();
    /// Writes a lock file as it was shown, and looks again: lockWritten() tells.
    void writeLock(const LockPreviewPtr& preview);

Q_SIGNALS:
    void lockPreviewed(const slipway::Result<slipway::LockPreviewPtr>& preview);
    void lockWritten(const slipway::Result<void>& done);
    void lookStarted();
    void looked(const slipway::DriftLookPtr& look);
    void lookFailed(const slipway::Error& error);
    /// Open findings of an earlier look, by severity, while nothing is looked at.
    void keptKnown(int errors, int warnings);
    void acknowledged(const slipway::Result<slipway::FindingLife>& done);

private:
    void look();
    Task<void> runLook(InventoryPtr inventory, std::stop_token stop, std::stop_source newer);
    Task<void> runKept(Owner owner, std::stop_token stop);
    Task<void> runAcknowledge(Owner owner, qint64 id, QString reason, QDateTime until, std::stop_token stop);

    Task<void> runPreview(std::shared_ptr<const DriftGround> ground, std::stop_token stop);
    Task<void> runWrite(LockPreviewPtr preview, std::stop_token stop);

    QObject& m_reading;
    Hold m_hold;
    Connection* m_connection = nullptr;
    std::stop_token m_stop;
    std::stop_source m_looking; ///< of the look that was begun last
    InventoryPtr m_inventory;
    std::shared_ptr<const DriftGround> m_ground; ///< of the last look that ended
    bool m_isWanted = false;
};

} // namespace slipway
