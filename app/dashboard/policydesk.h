#pragma once

#include "core/async.h"
#include "models/policytrial.h"
#include "models/proposalpreview.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace slipway
{

class DashboardSession;
class Operation;

/// Reads, tries out and writes the policy that is being edited, in the pool: of texts the newest wins.
class PolicyDesk final : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit PolicyDesk(DashboardSession& session, QObject* parent = nullptr);

    /// Another target is open, or none.
    void close();
    void setInventory(const InventoryPtr& inventory);
    /// Which of the profile's policies is meant from now on; the first at first.
    void choose(int policy);
    [[nodiscard]] int chosen() const { return m_policy; }
    /// Reads a file, empty: the chosen policy's: read() or readFailed() answers.
    void load(const QString& path = {});
    /// What a text would do: tried() answers, unless a newer text came.
    void tryOut(const QByteArray& text);
    /// Writes a text to where it came from, whole or not at all, unless somebody else has changed that since it was
    /// `origin.seen`: saved() answers.
    void save(const PolicyOrigin& origin, const QByteArray& text);
    /// What plans go by, whatever is chosen. Nothing while nothing is open.
    [[nodiscard]] PolicyGround ground() const;
    /// Makes the profile name a policy's file (namePolicyInProfile()): named() answers. It counts when the profile is
    /// read again.
    void name(const QString& file);
    /// Looks how the profile's repository would change with a text and its workflow: previewed() answers. Nothing is
    /// pushed.
    void propose(const PolicyOrigin& origin, const QByteArray& text);
    /// Whether something is not saved: it stands among the operations, so that nobody leaves without being asked.
    void setUnsaved(bool isUnsaved, const QString& name);

Q_SIGNALS:
    void read(const slipway::PolicyOrigin& origin);
    void readFailed(const slipway::Error& error);
    void tried(const slipway::PolicyTrialPtr& trial);
    void saved(const slipway::PolicyOrigin& now, const slipway::Result<slipway::PolicySaving>& done);
    void named(const QString& file, const slipway::Result<void>& done);
    void previewed(const slipway::Result<slipway::ProposalPreviewPtr>& preview);
    /// A person wants to leave without saving.
    void dropped();

private:
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString file() const;
    Task<void> runLoad(QString file);
    Task<void> runTrial(QByteArray text, std::stop_source newer);
    Task<void> runSave(PolicyOrigin origin, QByteArray text);
    Task<void> runNaming(QString profile, QString file);
    Task<void> runPreview(QString file, QByteArray text, SnapshotPtr snapshot);

    DashboardSession& m_session;
    InventoryPtr m_inventory;
    QByteArray m_text;
    std::stop_source m_trial;
    QPointer<Operation> m_unsaved;
    int m_policy = 0;
    bool m_isTrying = false; ///< a text was given
};

} // namespace slipway
