#include "app/desktopcontrast.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The settings portal of a desktop, as far as contrast goes.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit FakePortal(const QDBusConnection& bus)
        : m_bus(bus)
    {
    }

    [[nodiscard]] bool appear()
    {
        return m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this, QDBusConnection::ExportAllContents)
               && m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    void set(uint contrast)
    {
        m_contrast = contrast;
        Q_EMIT SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(contrast));
        Q_EMIT SettingChanged(u"org.freedesktop.appearance"_s, u"contrast"_s, QDBusVariant(contrast));
    }

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the portal's own name.
    QDBusVariant ReadOne(const QString&, const QString&) { return QDBusVariant(m_contrast); }

Q_SIGNALS:
    // NOLINTNEXTLINE(readability-identifier-naming): the portal's own name.
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
    uint m_contrast = 1;
};

/// What the desktop says of contrast, over a bus of the test's own.
class TestDesktopContrast final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutAPortalNothingIsAsked();
    void portalIsFollowed();

private:
    [[nodiscard]] QDBusConnection connection(const QString& name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

    QProcess m_daemon;
    QString m_address;
};

void TestDesktopContrast::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForStarted());
    QVERIFY(eventually([this] { return m_daemon.canReadLine(); }));
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

void TestDesktopContrast::cleanupTestCase()
{
    for (const auto& name : {u"alone"_s, u"portal"_s, u"window"_s})
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void TestDesktopContrast::withoutAPortalNothingIsAsked()
{
    DesktopContrast nowhere{QDBusConnection(u"no such bus"_s)};
    nowhere.start();
    const QDBusConnection bus = connection(u"alone"_s);
    QVERIFY(bus.isConnected());
    DesktopContrast alone(bus);
    QSignalSpy changed(&alone, &DesktopContrast::changed);
    alone.start();
    // The question is answered, with an error, before whatever the bus is asked next.
    (void)bus.call(
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s));
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 0);
}

void TestDesktopContrast::portalIsFollowed()
{
    FakePortal portal(connection(u"portal"_s));
    QVERIFY(portal.appear());
    DesktopContrast contrast(connection(u"window"_s));
    QList<Contrast> told;
    connect(&contrast, &DesktopContrast::changed, this, [&told](Contrast value) { told.append(value); });
    contrast.start();
    QVERIFY(eventually([&] { return told.size() == 1; }));
    QCOMPARE(told.last(), Contrast::High);
    portal.set(0);
    QVERIFY(eventually([&] { return told.size() == 2; }));
    QCOMPARE(told.last(), Contrast::Normal);
    portal.set(1);
    QVERIFY(eventually([&] { return told.size() == 3; }));
    QCOMPARE(told.last(), Contrast::High);
}

SLIPWAY_TEST_SUITE(TestDesktopContrast);

} // namespace slipway::test

#include "test_desktopcontrast.moc"
