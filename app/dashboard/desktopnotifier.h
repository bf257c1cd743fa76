#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include <optional>

namespace slipway
{

/// Tells something through the desktop's own service (org.freedesktop.Notifications,
/// https://specifications.freedesktop.org/notification-spec). Never waits for it. Without the service nothing is told,
/// and that is no error; what it cannot show (a body, markup, actions) is not sent to it.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QDBusConnection bus, QObject* parent = nullptr);

    /// Shows a notification; it takes the place of the one with the same key.
    void notify(const QString& key, const QString& title, const QString& body);

Q_SIGNALS:
    /// A person clicked on it. `activationToken` lets a window come to the front; may be empty.
    void activated(const QString& key, const QString& activationToken);

private Q_SLOTS:
    void takeAction(uint id, const QString& action);
    void takeToken(uint id, const QString& token);
    void forget(uint id, uint reason);

private:
    struct Message final {
        QString key;
        QString title;
        QString body;
    };
    void begin(const Message& message);
    void askCapabilities(const Message& first);
    void send(const Message& message);
    void goOn(const QString& key);

    QDBusConnection m_bus;
    std::optional<QStringList> m_capabilities;
    QHash<QString, uint> m_ids; ///< by key, of what is shown
    /// By key: sent, and its number has not come back; with the newest that waits to take its place.
    QHash<QString, std::optional<Message>> m_unanswered;
    QHash<uint, QString> m_tokens;
};

} // namespace slipway
