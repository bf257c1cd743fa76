#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/settingsbinding.h"
#include "app/dashboard/settingsdesk.h"
#include "app/palettedesk.h"
#include "core/filelock.h"
#include "gui/windowfixture.h"
#include "log/log.h"
#include "support/disksyncs.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/shell/sidebar.h"
#include "views/widgets/messagebar.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What was set counts in the window that opens next.
class TestSettingsDesk final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { close(); }
    void chosenThemeIsKept();
    void askedForThemeIsNotKept();
    void corruptSettingsAreTold();
    void wrongSettingIsToldWithItsPlace();
    void corruptFileFoundWhileSavingIsTold();
    void anotherWindowsChangeIsTakenOver();
    void whatCouldNotBeWrittenIsTriedAgain();
    void whatWasSetLastIsWritten();
    void whatWasTakenBackIsTakenBack();
    void closingDoesNotWaitForTheDisk();

private:
    void open(std::optional<ThemeMode> askedFor = {})
    {
        m_fixture = std::make_unique<WindowFixture>(*qApp);
        m_session = std::make_unique<DashboardSession>(m_fixture->operations);
        m_log = std::make_unique<Log>(LogOptions());
        Target base;
        base.dataFolder = m_folder->path();
        m_accounts = std::make_unique<AccountDesk>(m_secrets, base);
        SettingsFile file(m_folder->path());
        const auto loaded = file.load();
        m_desk = std::make_unique<SettingsDesk>(std::move(file), loaded);
        m_binding = std::make_unique<SettingsBinding>(*m_desk, m_fixture->window, *m_session, *m_accounts, *m_log);
        m_binding->start(askedFor);
        QVERIFY(m_fixture->show());
    }
    void close()
    {
        m_binding.reset();
        m_desk.reset();
        m_accounts.reset();
        m_log.reset();
        m_session.reset();
        m_fixture.reset();
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"settings.json"_s); }
    void put(const QByteArray& text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QString notice() const
    {
        for (const auto* bar : m_fixture->window.findChildren<MessageBar*>())
            if (bar->isVisible())
                return bar->sentence();
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<Log> m_log;
    MemorySecrets m_secrets;
    std::unique_ptr<AccountDesk> m_accounts;
    std::unique_ptr<SettingsDesk> m_desk;
    std::unique_ptr<SettingsBinding> m_binding;
};

void TestSettingsDesk::chosenThemeIsKept()
{
    Q_EMIT m_fixture->window.sidebar().themeModeChosen(ThemeMode::Dark);
    QVERIFY(m_fixture->theme.isDark());
    close();
    open();
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::Dark);
    QCOMPARE(notice(), QString());
    m_desk->change([](UserSettings& settings) { settings.appearance.theme = ThemeChoice::Light; });
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::Light);
}

void TestSettingsDesk::askedForThemeIsNotKept()
{
    close();
    open(ThemeMode::Dark);
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::Dark);
    QCOMPARE(m_desk->settings().appearance.theme, ThemeChoice::System);
    QVERIFY(!QFile::exists(path()));
}

void TestSettingsDesk::corruptSettingsAreTold()
{
    close();
    put(R"({"appearance": {"theme": "dark")");
    open();
    const QStringList aside = QDir(m_folder->path()).entryList({u"settings.json.corrupt-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY2(notice().contains(aside[0]) && notice().contains(u"line 1"_s), qPrintable(notice()));
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::System);
}

void TestSettingsDesk::wrongSettingIsToldWithItsPlace()
{
    close();
    put("{\"appearance\": {\"theme\": \"dark\"},\n\"logging\": {\"level\": \"chatty\"}}");
    open();
    QVERIFY2(notice().contains(u"line 2: logging.level: expected one of debug"_s), qPrintable(notice()));
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::Dark);
}

void TestSettingsDesk::corruptFileFoundWhileSavingIsTold()
{
    put("not ours");
    m_desk->change([](UserSettings& settings) { settings.appearance.theme = ThemeChoice::Dark; });
    QVERIFY(eventually([this] { return !notice().isEmpty(); }));
    const QStringList aside = QDir(m_folder->path()).entryList({u"settings.json.corrupt-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY2(notice().contains(aside[0]), qPrintable(notice()));
    QVERIFY(SettingsFile(m_folder->path()).load()->settings == m_desk->settings());
    QCOMPARE(m_desk->settings().appearance.theme, ThemeChoice::Dark);
}

/// What another window has set meanwhile counts here as well, once something is set.
void TestSettingsDesk::anotherWindowsChangeIsTakenOver()
{
    UserSettings theirs;
    theirs.recentCommands = {u"another"_s};
    QVERIFY(SettingsFile(m_folder->path()).update({}, theirs));
    QSignalSpy changed(m_desk.get(), &SettingsDesk::changed);
    m_desk->change([](UserSettings& settings) { settings.appearance.theme = ThemeChoice::Dark; });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::Dark); // at once
    QVERIFY(eventually([&changed] { return changed.size() == 2; }));
    QCOMPARE(m_desk->settings().recentCommands, theirs.recentCommands);
    QCOMPARE(m_fixture->window.paletteDesk().recent(), theirs.recentCommands);
    QCOMPARE(m_desk->settings().appearance.theme, ThemeChoice::Dark);
}

/// Nobody waits at the window for another that writes; what could not be kept is, with the next change.
void TestSettingsDesk::whatCouldNotBeWrittenIsTriedAgain()
{
    QSignalSpy told(m_desk.get(), &SettingsDesk::told);
    {
        const FileLock lock(path() + u".lock"_s, std::chrono::seconds(1));
        QVERIFY(lock.isHeld());
        m_desk->change([](UserSettings& settings) { settings.appearance.theme = ThemeChoice::Dark; });
        QCOMPARE(m_fixture->theme.mode(), ThemeMode::Dark);
        QCOMPARE(told.size(), 0);
        QVERIFY(eventually([&told] { return told.size() == 1; }));
    }
    QVERIFY(!QFileInfo::exists(path()));
    QCOMPARE(m_fixture->theme.mode(), ThemeMode::Dark);
    m_desk->change([](UserSettings& settings) { settings.logDetail = LogDetail::Debug; });
    QVERIFY(eventually([this] { return QFileInfo::exists(path()); }));
    QCOMPARE(told.size(), 1);
    const auto kept = SettingsFile(m_folder->path()).load()->settings;
    QCOMPARE(kept.appearance.theme, ThemeChoice::Dark);
    QCOMPARE(kept.logDetail, LogDetail::Debug);
}

/// Nothing that was set is lost because the window closes at once.
void TestSettingsDesk::whatWasSetLastIsWritten()
{
    for (int number = 0; number < 20; ++number)
        m_desk->change([number](UserSettings& settings) { settings.recentCommands = {QString::number(number)}; });
    close();
    QCOMPARE(SettingsFile(m_folder->path()).load()->settings.recentCommands, QStringList{u"19"_s});
}

/// What was set and set back while it was written is not in the file.
void TestSettingsDesk::whatWasTakenBackIsTakenBack()
{
    const auto set = [this](ThemeChoice theme) {
        m_desk->change([theme](UserSettings& settings) { settings.appearance.theme = theme; });
    };
    {
        const FileLock lock(path() + u".lock"_s, std::chrono::seconds(1));
        QVERIFY(lock.isHeld());
        set(ThemeChoice::Dark);
        QVERIFY(eventually([this] { return m_desk->isWriting(); }));
        set(ThemeChoice::System);
    }
    close();
    QVERIFY(QFileInfo::exists(path()));
    const auto kept = SettingsFile(m_folder->path()).load();
    QVERIFY(kept);
    QCOMPARE(kept->settings.appearance.theme, ThemeChoice::System);
}

/// The disk may be busy for seconds; the change that closes the window is the palette's "Quit" among the recent ones.
void TestSettingsDesk::closingDoesNotWaitForTheDisk()
{
    const auto use = [this](const QString& command) {
        m_desk->change([command](UserSettings& settings) { settings.recentCommands = {command}; });
    };
    const auto kept = [this] { return SettingsFile(m_folder->path()).load()->settings.recentCommands; };
    int before = diskSyncs();
    use(u"first"_s);
    QVERIFY(eventually([&] { return kept() == QStringList{u"first"_s} && !m_desk->isWriting(); }));
    QVERIFY(diskSyncs() > before);
    before = diskSyncs();
    m_desk->close();
    use(u"quit"_s); // and what runs takes long to end
    QVERIFY(eventually([&] { return kept() == QStringList{u"quit"_s} && !m_desk->isWriting(); }));
    use(u"last"_s);
    close();
    QCOMPARE(diskSyncs(), before);
    QCOMPARE(kept(), QStringList{u"last"_s});
}

SLIPWAY_TEST_SUITE(TestSettingsDesk);

} // namespace slipway::test

#include "test_settingsdesk.moc"
