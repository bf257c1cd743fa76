#include "app/dashboard/budgetnotices.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/desktopnotifier.h"
#include "app/dashboard/limitnotices.h"
#include "app/dashboard/operationnotices.h"
#include "gui/messagebus.h"
#include "models/operationsmodel.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What a desktop's service was told.
struct Told final {
    uint id = 0;
    uint replaced = 0;
    QString title;
    QString body;
    QStringList actions;
};

/// A desktop's service that shows nothing and remembers everything.
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    FakeDesktop(const QString& address, QStringList capabilities)
        : m_bus(QDBusConnection::connectToBus(address, kName))
        , m_capabilities(std::move(capabilities))
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this, QDBusConnection::ExportAllSlots);
        isThere = m_bus.registerService(u"org.freedesktop.Notifications"_s);
    }
    ~FakeDesktop() override { QDBusConnection::disconnectFromBus(kName); }

    /// A person clicks.
    void click(uint id)
    {
        send(u"ActivationToken"_s, {id, u"leave-7"_s});
        send(u"ActionInvoked"_s, {id, u"default"_s});
    }
    void close(uint id) { send(u"NotificationClosed"_s, {id, 2U}); }

    bool isThere = false;
    QList<Told> told;

public Q_SLOTS:
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString& /*application*/, uint replaces, const QString& /*icon*/, const QString& title,
                const QString& body, const QStringList& actions, const QVariantMap& /*hints*/, int /*timeout*/)
    {
        const uint id = replaces > 0 ? replaces : ++m_last;
        told.append({id, replaces, title, body, actions});
        return id;
    }

private:
    void send(const QString& name, const QVariantList& arguments)
    {
        auto signal =
            QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, name);
        signal.setArguments(arguments);
        m_bus.send(signal);
    }

    inline static const QString kName = u"fake-desktop"_s;
    QDBusConnection m_bus;
    QStringList m_capabilities;
    uint m_last = 40;
};

/// Notifications, on a message bus of their own.
class TestNotifications final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void titleAndBodyAreTold();
    void theSameKeyTakesTheSamePlace();
    void aBurstOfOneKeyIsItsFirstAndItsLast();
    void whatAServiceCannotShowIsNotSent();
    void markupIsText();
    void aClickComesBack();
    void withoutTheServiceNothingHappens();
    void aServiceThatComesLaterIsFound();
    void withoutABusNothingHappens();
    void endsAreTold_data();
    void endsAreTold();
    void theLimitIsToldOnce();
    void crossedBudgetsAreTold();

private:
    [[nodiscard]] bool hasTold(qsizetype count)
    {
        return eventually([this, count] { return m_desktop->told.size() == count; });
    }

    std::unique_ptr<MessageBus> m_bus;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<DesktopNotifier> m_notifier;
};

void TestNotifications::init()
{
    m_bus = std::make_unique<MessageBus>();
    QVERIFY(!m_bus->address().isEmpty());
    m_desktop = std::make_unique<FakeDesktop>(m_bus->address(), QStringList{u"body"_s, u"actions"_s});
    QVERIFY(m_desktop->isThere);
    m_notifier = std::make_unique<DesktopNotifier>(QDBusConnection::connectToBus(m_bus->address(), u"ours"_s));
}

void TestNotifications::cleanup()
{
    m_notifier.reset();
    QDBusConnection::disconnectFromBus(u"ours"_s);
    m_desktop.reset();
    m_bus.reset();
}

void TestNotifications::titleAndBodyAreTold()
{
    m_notifier->notify(u"scan"_s, u"Read northquay"_s, u"Done."_s);
    QVERIFY(hasTold(1));
    QCOMPARE(m_desktop->told[0].title, u"Read northquay"_s);
    QCOMPARE(m_desktop->told[0].body, u"Done."_s);
    QCOMPARE(m_desktop->told[0].actions.value(0), u"default"_s);
}

void TestNotifications::theSameKeyTakesTheSamePlace()
{
    m_notifier->notify(u"scan"_s, u"one"_s, {});
    QVERIFY(hasTold(1));
    // Whether its number has come back by now or not.
    m_notifier->notify(u"scan"_s, u"two"_s, {});
    QVERIFY(hasTold(2));
    QCOMPARE(m_desktop->told[1].replaced, m_desktop->told[0].id);
    m_notifier->notify(u"deploy"_s, u"three"_s, {});
    QVERIFY(hasTold(3));
    QCOMPARE(m_desktop->told[2].replaced, 0U);
}

void TestNotifications::aBurstOfOneKeyIsItsFirstAndItsLast()
{
    for (const auto& title : {u"one"_s, u"two"_s, u"three"_s})
        m_notifier->notify(u"scan"_s, title, {});
    m_notifier->notify(u"deploy"_s, u"other"_s, {});
    QVERIFY(hasTold(3));
    QStringList titles;
    for (const auto& told : std::as_const(m_desktop->told))
        titles.append(told.title);
    QCOMPARE(titles, QStringList({u"one"_s, u"other"_s, u"three"_s}));
    QCOMPARE(m_desktop->told[2].replaced, m_desktop->told[0].id);
}

void TestNotifications::whatAServiceCannotShowIsNotSent()
{
    m_desktop.reset();
    m_desktop = std::make_unique<FakeDesktop>(m_bus->address(), QStringList());
    m_notifier->notify(u"scan"_s, u"title"_s, u"body"_s);
    QVERIFY(hasTold(1));
    QCOMPARE(m_desktop->told[0].body, QString());
    QCOMPARE(m_desktop->told[0].actions, QStringList());
}

void TestNotifications::markupIsText()
{
    m_desktop.reset();
    m_desktop = std::make_unique<FakeDesktop>(m_bus->address(), QStringList{u"body"_s, u"body-markup"_s});
    m_notifier->notify(u"scan"_s, u"title"_s, u"<a href='x'>1 & 2</a>"_s);
    QVERIFY(hasTold(1));
    QCOMPARE(m_desktop->told[0].body, u"&lt;a href='x'&gt;1 &amp; 2&lt;/a&gt;"_s);
}

void TestNotifications::aClickComesBack()
{
    QStringList clicks;
    connect(m_notifier.get(), &DesktopNotifier::activated, this,
            [clicks = &clicks](const QString& key, const QString& token) { clicks->append(key + u' ' + token); });
    m_notifier->notify(u"scan"_s, u"title"_s, {});
    QVERIFY(hasTold(1));
    QVERIFY(eventually([&] {
        m_desktop->click(999); // somebody else's
        m_desktop->click(m_desktop->told[0].id);
        return !clicks.isEmpty();
    }));
    for (const auto& click : std::as_const(clicks))
        QCOMPARE(click, u"scan leave-7"_s);
}

void TestNotifications::withoutTheServiceNothingHappens()
{
    m_desktop.reset();
    m_notifier->notify(u"scan"_s, u"title"_s, u"body"_s);
    // It was asked for, in vain: the bus has answered by the time it answers this.
    const auto reply = QDBusConnection(u"ours"_s).call(
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s));
    QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
}

void TestNotifications::aServiceThatComesLaterIsFound()
{
    m_desktop.reset();
    m_notifier->notify(u"scan"_s, u"lost"_s, {});
    m_desktop = std::make_unique<FakeDesktop>(m_bus->address(), QStringList{u"body"_s});
    QVERIFY(eventually([this] {
        m_notifier->notify(u"scan"_s, u"found"_s, {});
        return eventually([this] { return !m_desktop->told.isEmpty(); });
    }));
    QCOMPARE(m_desktop->told.constLast().title, u"found"_s);
}

void TestNotifications::withoutABusNothingHappens()
{
    DesktopNotifier notifier(QDBusConnection::connectToBus(u"unix:path=/nowhere/bus"_s, u"nowhere"_s));
    notifier.notify(u"scan"_s, u"title"_s, u"body"_s);
    QDBusConnection::disconnectFromBus(u"nowhere"_s);
}

void TestNotifications::endsAreTold_data()
{
    using enum Operation::State;
    QTest::addColumn<OperationCause>("cause");
    QTest::addColumn<Operation::State>("state");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("isWatched");
    QTest::addColumn<NotificationSettings>("settings");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, OperationCause cause, Operation::State state, int seconds, bool isWatched,
                        const QString& told, const NotificationSettings& settings = {}) {
        QTest::newRow(name) << cause << state << seconds << isWatched << settings << told;
    };
    row("long, not wanted", OperationCause::Person, Finished, 60, false, {}, {.isEndTold = false});
    row("failed, not wanted", OperationCause::Person, Failed, 1, false, {}, {.isFailureTold = false});
    row("nothing is wanted", OperationCause::Person, Failed, 1, false, {}, {.isOn = false});
    row("failed, ends are not wanted", OperationCause::Person, Failed, 1, false, u"api.github.com"_s,
        {.isEndTold = false});
    row("long", OperationCause::Person, Finished, 60, false, u"Done."_s);
    row("long, looked at", OperationCause::Person, Finished, 60, true, {});
    row("short", OperationCause::Person, Finished, 9, false, {});
    row("by itself", OperationCause::Clock, Finished, 60, false, {});
    row("failed", OperationCause::Person, Failed, 1, false, u"api.github.com"_s);
    row("failed by itself", OperationCause::Clock, Failed, 60, false, {});
    row("stopped", OperationCause::Person, Cancelled, 60, false, {});
}

void TestNotifications::endsAreTold()
{
    QFETCH(const OperationCause, cause);
    QFETCH(const Operation::State, state);
    QFETCH(const int, seconds);
    QFETCH(const bool, isWatched);
    QFETCH(const NotificationSettings, settings);
    QFETCH(const QString, told);
    OperationsModel operations;
    const OperationNotices notices(operations, *m_notifier,
                                   {[isWatched] { return isWatched; }, [settings] { return settings; }});
    std::chrono::milliseconds now{0};
    Operation operation(u"scan"_s, u"Read northquay"_s, nullptr, [&now] { return now; });
    operation.setCause(cause);
    operations.add(&operation);
    now = std::chrono::seconds(seconds);
    if (state == Operation::State::Failed)
        operation.fail({ErrorKind::Network, u"api.github.com"_s, {}, std::nullopt});
    else if (state == Operation::State::Cancelled)
        operation.markCancelled();
    else
        operation.finish();
    // What is told last shows that nothing was told before it.
    m_notifier->notify(u"mark"_s, u"mark"_s, {});
    QVERIFY(hasTold(told.isEmpty() ? 1 : 2));
    const auto& first = m_desktop->told[0];
    QCOMPARE(first.title, told.isEmpty() ? u"mark"_s : u"Read northquay"_s);
    QVERIFY2(first.body.contains(told), qPrintable(first.body));
}

void TestNotifications::theLimitIsToldOnce()
{
    OperationsModel operations;
    DashboardSession session(operations);
    bool isWatched = false;
    NotificationSettings settings;
    const LimitNotices notices(session, *m_notifier, {[&] { return isWatched; }, [&] { return settings; }});
    const auto pauseAt = [](int minute, PauseReason reason = PauseReason::PrimaryLimit) {
        return Pause{u"api.github.com"_s, QDateTime(QDate(2025, 11, 21), QTime(14, minute)), reason};
    };
    Q_EMIT session.pauseChanged(pauseAt(1, PauseReason::Floor));
    settings.isLimitTold = false;
    Q_EMIT session.pauseChanged(pauseAt(2));
    settings = {};
    isWatched = true;
    Q_EMIT session.pauseChanged(pauseAt(3));
    isWatched = false;
    Q_EMIT session.pauseChanged(pauseAt(4));
    Q_EMIT session.pauseChanged(std::nullopt);
    Q_EMIT session.pauseChanged(pauseAt(4));
    m_notifier->notify(u"mark"_s, u"mark"_s, {});
    QVERIFY(hasTold(2));
    QCOMPARE(m_desktop->told[0].title, u"GitHub's limit is used up"_s);
    QVERIFY2(m_desktop->told[0].body.contains(u"04"_s), qPrintable(m_desktop->told[0].body));
}

void TestNotifications::crossedBudgetsAreTold()
{
    OperationsModel operations;
    DashboardSession session(operations);
    bool isWatched = false;
    NotificationSettings settings;
    const BudgetNotices notices(session.storage(), *m_notifier, {[&] { return isWatched; }, [&] { return settings; }});
    constexpr Bytes kGib = Bytes{1} << 30;
    const auto cross = [&](const std::optional<QString>& hub, int percent, const std::optional<QString>& family = {}) {
        Q_EMIT session.storage().budgetCrossed(u"northquay"_s, {hub, family, percent, 18 * kGib, 20 * kGib});
    };
    settings.isBudgetTold = false;
    cross({}, 75);
    settings = {};
    settings.isOn = false;
    cross({}, 85);
    settings = {};
    isWatched = true;
    QSignalSpy inSight(&notices, &BudgetNotices::toldInSight);
    cross({}, 90);
    QCOMPARE(inSight.size(), 1);
    QCOMPARE(inSight[0][0].toString(), u"northquay"_s);
    QCOMPARE(inSight[0][1].toString(),
             u"northquay: Storage has reached 90 % of its budget. 18.0 GiB of 20.0 GiB are stored."_s);
    isWatched = false;
    cross({}, 100);
    QCOMPARE(inSight.size(), 1); // once, by one way or the other
    cross(u"audio"_s, 85);
    cross({}, 85, u"audio"_s); // a family of a hub's name: neither replaces the other
    m_notifier->notify(u"mark"_s, u"mark"_s, {});
    QVERIFY(hasTold(4));
    QCOMPARE(m_desktop->told[0].title, u"northquay: Storage has reached 100 % of its budget"_s);
    QCOMPARE(m_desktop->told[0].body, u"18.0 GiB of 20.0 GiB are stored."_s);
    QCOMPARE(m_desktop->told[1].title, u"northquay: audio has reached 85 % of its storage budget"_s);
    QCOMPARE(m_desktop->told[2].title, u"northquay: The family audio has reached 85 % of its storage budget"_s);
}

SLIPWAY_TEST_SUITE(TestNotifications);

} // namespace slipway::test

#include "test_notifications.moc"
