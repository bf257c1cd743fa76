#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/trayicon.h"
#include "app/quitguard.h"
#include "gui/windowfixture.h"
#include "support/suite.h"

#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The icon in the tray, of which a desktop would show what is looked at here.
class TestTrayIcon final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void menuDoesWhatTheWindowDoes();
    void stateIsTold();
};

void TestTrayIcon::menuDoesWhatTheWindowDoes()
{
    WindowFixture fixture(*qApp);
    DashboardSession session(fixture.operations);
    const QuitGuard quitGuard(fixture.window, fixture.operations);
    TrayIcon tray(fixture.window, session);
    QVERIFY(!tray.isShown()); // unless asked for
    QVERIFY(fixture.show());
    QSignalSpy wanted(&tray, &TrayIcon::windowRequested);
    QSignalSpy refresh(&fixture.window, &MainWindow::refreshRequested);
    const auto actions = tray.menu().actions();
    QStringList texts;
    for (const auto* action : actions)
        texts.append(action->text());
    QCOMPARE(texts, (QStringList{u"Show Slipway"_s, u"Refresh"_s, u"Quit"_s}));
    actions[0]->trigger();
    actions[1]->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(refresh.size(), 1);
    actions[2]->trigger();
    QVERIFY(!fixture.window.isVisible());
}

void TestTrayIcon::stateIsTold()
{
    WindowFixture fixture(*qApp);
    DashboardSession session(fixture.operations);
    TrayIcon tray(fixture.window, session);
    const auto picture = [&] { return tray.icon().pixmap(QSize(32, 32)).toImage(); };
    const QImage ready = picture();
    Target target;
    target.owner = u"northquay"_s;
    Q_EMIT session.opened(target);
    QCOMPARE(tray.text(), u"northquay: reading"_s);
    const QImage reading = picture();
    QVERIFY(reading != ready);
    Q_EMIT session.refreshEnded(Error{ErrorKind::Network, u"api.github.com"_s, {}, std::nullopt});
    QCOMPARE(tray.text(), u"northquay: the last reading failed"_s);
    QVERIFY(picture() != ready && picture() != reading);
    Q_EMIT session.pauseChanged(
        Pause{u"api.github.com"_s, QDateTime(QDate(2025, 11, 21), QTime(14, 5)), PauseReason::PrimaryLimit});
    QCOMPARE(tray.text(), u"northquay: GitHub's limit is used up until 14:05"_s);
    Q_EMIT session.refreshStarted();
    Q_EMIT session.pauseChanged(std::nullopt);
    QCOMPARE(tray.text(), u"northquay: reading"_s);
    // Stopped, it is as it was before.
    Q_EMIT session.refreshEnded(Error{ErrorKind::Cancelled, {}, {}, std::nullopt});
    QCOMPARE(tray.text(), u"northquay: the last reading failed"_s);
    // Offline nothing is read: what is shown is as old as it is.
    Q_EMIT session.checked(QDateTime(QDate(2025, 11, 21), QTime(14, 5)));
    Q_EMIT session.refreshEnded(std::nullopt);
    QVERIFY2(tray.text().startsWith(u"northquay: read at "_s), qPrintable(tray.text()));
    QVERIFY2(tray.text().contains(u"25"_s), qPrintable(tray.text()));
    QVERIFY(picture() == ready);
    // Closed while it reads, nobody tells the end.
    Q_EMIT session.refreshStarted();
    QVERIFY(picture() == reading);
    session.close();
    QCOMPARE(tray.text(), u"Slipway: nothing was read yet"_s);
    QVERIFY(picture() == ready);
}

SLIPWAY_TEST_SUITE(TestTrayIcon);

} // namespace slipway::test

#include "test_trayicon.moc"
