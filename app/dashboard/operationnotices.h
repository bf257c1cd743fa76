#pragma once

#include "models/operation.h"

#include <QObject>

namespace slipway
{

class DesktopNotifier;
class OperationsModel;

/// Tells the end of what a person started, if it took long or failed and they look elsewhere by then.
class OperationNotices final : public QObject
{
    Q_OBJECT
public:
    using IsWatched = std::function<bool()>;

    /// All outlive it. `isWatched` says whether a person looks at the window.
    OperationNotices(OperationsModel& operations, DesktopNotifier& notifier, IsWatched isWatched,
                     QObject* parent = nullptr);

private:
    void watch(Operation* operation);
    void tellEnd(const Operation& operation);

    OperationsModel& m_operations;
    DesktopNotifier& m_notifier;
    IsWatched m_isWatched;
};

} // namespace slipway
