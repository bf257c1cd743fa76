#include "app/dashboard/desktopnotifier.h"

#include "core/logcategories.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kService = "org.freedesktop.Notifications"_L1;
constexpr auto kPath = "/org/freedesktop/Notifications"_L1;
constexpr auto kDefaultAction = "default"_L1;

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QDBusConnection bus, QObject* parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    const auto listen = [this](const QString& signal, const char* slot) {
        m_bus.connect(kService, kPath, kService, signal, this, slot);
    };
    listen(u"ActionInvoked"_s, SLOT(takeAction(uint, QString)));
    listen(u"ActivationToken"_s, SLOT(takeToken(uint, QString)));
    listen(u"NotificationClosed"_s, SLOT(forget(uint, uint)));
}

void DesktopNotifier::notify(const QString& key, const QString& title, const QString& body)
{
    if (!m_bus.isConnected())
        return;
    const Message message{key, title, body};
    if (const auto sent = m_unanswered.find(key); sent != m_unanswered.end())
        *sent = message;
    else
        begin(message);
}

void DesktopNotifier::begin(const Message& message)
{
    m_unanswered.insert(message.key, std::nullopt);
    if (m_capabilities)
        send(message);
    else
        askCapabilities(message);
}

void DesktopNotifier::askCapabilities(const Message& first)
{
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, first] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            qCDebug(logUi, "no notifications here: %s", qUtf8Printable(reply.error().name()));
            goOn(first.key);
            return;
        }
        m_capabilities = reply.value();
        send(first);
    });
}

void DesktopNotifier::send(const Message& message)
{
    const auto can = [this](const QString& what) { return m_capabilities->contains(what); };
    const QString body = can(u"body-markup"_s) ? message.body.toHtmlEscaped() : message.body;
    auto notify = call(u"Notify"_s);
    notify << u"Slipway"_s << m_ids.value(message.key, 0U) << u"org.slipway.Slipway"_s << message.title
           << (can(u"body"_s) ? body : QString())
           << (can(u"actions"_s) ? QStringList{kDefaultAction, tr("Show")} : QStringList())
           << QVariantMap{{u"desktop-entry"_s, u"org.slipway.Slipway"_s}} << -1;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key = message.key] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        // Another service may come in the place of one that went: it is asked anew.
        if (reply.isError())
            m_capabilities.reset();
        else
            m_ids[key] = reply.value();
        goOn(key);
    });
}

void DesktopNotifier::goOn(const QString& key)
{
    if (const auto waiting = m_unanswered.take(key))
        begin(*waiting);
}

void DesktopNotifier::takeToken(uint id, const QString& token)
{
    if (!m_ids.key(id).isEmpty())
        m_tokens[id] = token;
}

void DesktopNotifier::takeAction(uint id, const QString& action)
{
    const QString key = m_ids.key(id);
    if (!key.isEmpty() && action == kDefaultAction)
        Q_EMIT activated(key, m_tokens.take(id));
}

void DesktopNotifier::forget(uint id, uint /*reason*/)
{
    m_ids.removeIf([id](const auto& shown) { return shown.value() == id; });
    m_tokens.remove(id);
}

} // namespace slipway
