#pragma once

#include "views/theme/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace slipway
{

/// Whether the desktop asks for high contrast, now and whenever that changes: `org.freedesktop.appearance contrast` of
/// the settings portal (xdg-desktop-portal, interface org.freedesktop.portal.Settings), where 1 is high. Qt tells it
/// from 6.10 on. Without a portal nothing is asked for.
class DesktopContrast final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopContrast(QDBusConnection bus, QObject* parent = nullptr);

    /// Asks for what it is now.
    void start();

Q_SIGNALS:
    void changed(slipway::Contrast contrast);

private Q_SLOTS:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
};

} // namespace slipway
