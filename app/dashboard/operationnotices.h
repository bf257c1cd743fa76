#pragma once

#include "models/operation.h"
#include "settings/usersettings.h"

#include <QObject>

namespace slipway
{

class DesktopNotifier;
class OperationsModel;

/// What decides whether something is told.
struct NoticeGround final {
    std::function<bool()> isWatched; ///< whether a person looks at the window
    std::function<NotificationSettings()> settings;
};

/// Tells the end of what a person started, if it took long or failed and they look elsewhere by then.
class OperationNotices final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    OperationNotices(OperationsModel& operations, DesktopNotifier& notifier, NoticeGround ground,
                     QObject* parent = nullptr);

private:
    void watch(Operation* operation);
    void tellEnd(const Operation& operation);

    OperationsModel& m_operations;
    DesktopNotifier& m_notifier;
    NoticeGround m_ground;
};

} // namespace slipway
