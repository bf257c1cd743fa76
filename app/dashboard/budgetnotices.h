#pragma once

#include "app/dashboard/operationnotices.h"
#include "storage/budgetwatch.h"

namespace slipway
{

class StorageDesk;

/// Whose budget a notification is about, by its key; empty if it is about none.
[[nodiscard]] QString budgetNoticeOwner(const QString& key);

/// Tells a crossed share of a storage budget: through the desktop while nobody looks at the window, else in the window.
/// The desk tells each crossing once.
class BudgetNotices final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    BudgetNotices(StorageDesk& desk, DesktopNotifier& notifier, NoticeGround ground, QObject* parent = nullptr);

Q_SIGNALS:
    /// For who looks at the window.
    void toldInSight(const QString& owner, const QString& sentences);

private:
    void tell(const QString& owner, const BudgetCrossing& crossing);

    DesktopNotifier& m_notifier;
    NoticeGround m_ground;
};

} // namespace slipway
