#pragma once

#include "app/dashboard/operationnotices.h"
#include "storage/budgetwatch.h"

namespace slipway
{

class StorageDesk;

/// The key of a notification about a budget: a click on it leads to the Storage page.
constexpr QLatin1StringView kBudgetNotice{"budget"};

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
    void toldInSight(const QString& sentences);

private:
    void tell(const BudgetCrossing& crossing);

    DesktopNotifier& m_notifier;
    NoticeGround m_ground;
};

} // namespace slipway
