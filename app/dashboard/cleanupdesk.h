#pragma once

#include "core/async.h"
#include "core/error.h"
#include "models/cleanupshare.h"

#include <QObject>

#include <stop_token>
#include <vector>

namespace slipway
{

class DashboardSession;

/// Plans cleanups of the owner in sight beside the reading, in the pool. Nothing is planned before somebody wants to
/// see it; then at each new inventory.
class CleanupDesk final : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit CleanupDesk(DashboardSession& session, QObject* parent = nullptr);

    /// Another target is open, or none: nothing more is told of the one before.
    void close();
    void setInventory(const InventoryPtr& inventory);
    /// Somebody sees the plan: from now on each inventory is planned for.
    void want();
    /// Policies and lock files are read again, and everything is planned anew; what is excluded stays so.
    void plan();
    /// What a person has taken out stays out, whatever the policy.
    void choosePolicy(int policy);
    /// Takes versions out of the plan, or puts them back.
    void exclude(const QList<slipway::VersionId>& versions, bool isExcluded);
    /// The plan in sight as text: copied() answers.
    void copy();
    /// Looks in the plan in sight for what a person means (whyKept()): answered() answers, if nothing was asked since.
    void ask(const QString& meant);
    /// Measures what of this plan goes when these packages are left out: shared() answers.
    void share(const slipway::CleanupSheetPtr& sheet, const QSet<slipway::PackageName>& leftOut);
    /// Writes the plan in sight as the file that `slipwayctl cleanup apply` takes: exported() answers.
    void exportTo(const QString& path);
    [[nodiscard]] const CleanupSheetPtr& sheet() const { return m_sheet; }
    [[nodiscard]] const QSet<VersionId>& excluded() const { return m_excluded; }

Q_SIGNALS:
    /// By file name; empty for the usual one.
    void policiesKnown(const QStringList& names, int current);
    void planStarted();
    void planned(const slipway::CleanupSheetPtr& sheet);
    void planFailed(const slipway::Error& error);
    void shared(const slipway::CleanupSheetPtr& sheet, const slipway::CleanupShare& share);
    void copied(const QString& text);
    void answered(const QString& meant, const std::vector<slipway::CleanupAnswer>& answers);
    void exported(const QString& path, const slipway::Result<void>& done);

private:
    /// A plan that was made of what had grown too old is made anew once that is known to be so still.
    void noteChecked(const QDateTime& at);
    Task<void> runPlan(InventoryPtr inventory, std::stop_source newer);
    Task<void> runCopy(CleanupSheetPtr sheet);
    Task<void> runQuestion(CleanupSheetPtr sheet, QString meant, std::stop_source newer);
    Task<void> runShare(CleanupSheetPtr sheet, QSet<PackageName> leftOut);
    Task<void> runExport(CleanupSheetPtr sheet, QString path);
    [[nodiscard]] bool isOpen() const;

    DashboardSession& m_session;
    InventoryPtr m_inventory;
    CleanupSheetPtr m_sheet;
    std::stop_source m_planning; ///< of the plan that was begun last
    std::stop_source m_asking;   ///< of what was asked last
    int m_policy = 0;
    QSet<VersionId> m_excluded;
    bool m_isWanted = false;
    QDateTime m_readAt;    ///< of what the plan in sight, or in the making, is made of; invalid while that is not known
    QDateTime m_checkedAt; ///< when the registry was last found to be as the inventory has it
};

} // namespace slipway
