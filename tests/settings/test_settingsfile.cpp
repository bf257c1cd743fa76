#include "settings/settingsfile.h"
#include "support/suite.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <thread>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

UserSettings everythingSet()
{
    UserSettings settings;
    settings.appearance = {ThemeChoice::Dark, u"de"_s, 125};
    settings.refresh = {false, std::chrono::seconds(30), false, std::chrono::seconds(900)};
    settings.budgets = {20LL << 30U, {50, 100, 120}};
    settings.prices = {0.5, 0.01, u"EUR"_s, 200};
    settings.notifications = {false, false, false, false, false};
    settings.startRole = StartRole::Manager;
    settings.isTrayShown = true;
    settings.shortcuts = {{u"refresh"_s, {u"F9"_s, u"Ctrl+R"_s}}, {u"log"_s, {}}};
    settings.logDetail = LogDetail::Debug;
    settings.recentCommands = {u"log"_s, u"refresh"_s};
    return settings;
}

void put(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A process of its own that saves until it is killed.
class Writer final
{
public:
    Writer(const QString& folder, int first)
    {
        m_process.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"settingswriter"_s),
                        {folder, QString::number(first)});
    }
    ~Writer() { (void)kill(); }

    /// Waits for the next that is kept; -1 if the process ended.
    int waitForOne()
    {
        while (true) {
            while (!m_process.canReadLine())
                if (!m_process.waitForReadyRead(30'000))
                    return -1;
            if (readLine())
                return m_kept;
        }
    }
    /// The last number it told to be kept; SIGKILL, as `kill -9` sends it.
    int kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        while (m_process.canReadLine())
            readLine();
        return m_kept;
    }
    [[nodiscard]] bool wasSaving() const { return m_begun > m_kept; }

private:
    bool readLine()
    {
        const QByteArray line = m_process.readLine().trimmed();
        const bool isBeginning = line.startsWith('+');
        (isBeginning ? m_begun : m_kept) = line.toInt();
        return !isBeginning;
    }

    int m_begun = -1;
    int m_kept = -1;
    QProcess m_process;
};

/// Changes what the file says.
Result<UserSettings> changed(const SettingsFile& file, const std::function<void(UserSettings&)>& change)
{
    return file.load().and_then([&](const ReadSettings& read) {
        UserSettings after = read.settings;
        change(after);
        return file.update(read.settings, after);
    });
}

} // namespace

class TestSettingsFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<SettingsFile>(m_folder->path());
    }

    void noFileIsTheDefaults()
    {
        const auto read = m_file->load();
        QVERIFY(read);
        QVERIFY(read->settings == UserSettings());
        QVERIFY(read->problems.empty());
        QVERIFY(QDir(m_folder->path()).isEmpty());
        QCOMPARE(read->settings.budgets.storage, 20LL << 30U); // the KPI
    }

    /// No budget is a choice, and no file is not that choice.
    void noBudgetIsSaidSo()
    {
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings.budgets.storage.reset(); }));
        QCOMPARE(QJsonDocument::fromJson(textOf(m_file->path())).toJson(QJsonDocument::Compact),
                 R"({"budgets":{"storageBytes":null},"version":1})"_ba);
        const auto read = m_file->load();
        QVERIFY(read && read->problems.empty());
        QCOMPARE(read->settings.budgets.storage, std::nullopt);
    }

    void readsWhatItWrote()
    {
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings = everythingSet(); }));
        auto read = m_file->load();
        QVERIFY(read && read->problems.empty());
        QVERIFY(read->settings == everythingSet());
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings = {}; }));
        read = m_file->load();
        QVERIFY(read && read->problems.empty());
        QVERIFY(read->settings == UserSettings());
    }

    /// A default that was never touched may change with a version; a file that says it would hold on to the old one.
    void onlyWhatWasSetIsWritten()
    {
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings.appearance.theme = ThemeChoice::Dark; }));
        QCOMPARE(QJsonDocument::fromJson(textOf(m_file->path())).toJson(QJsonDocument::Compact),
                 R"({"appearance":{"theme":"dark"},"version":1})"_ba);
    }

    void unknownMembersStay()
    {
        put(m_file->path(), R"({"version":1,"shape":{"round":true},"refresh":{"moon":"full","automatic":true}})");
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings.refresh.isAutomatic = false; }));
        const auto root = QJsonDocument::fromJson(textOf(m_file->path())).object();
        QCOMPARE(root.value(u"shape"_s).toObject().value(u"round"_s).toBool(), true);
        QCOMPARE(root.value(u"refresh"_s).toObject().value(u"moon"_s).toString(), u"full"_s);
        QCOMPARE(root.value(u"refresh"_s).toObject().value(u"automatic"_s), QJsonValue(false));
    }

    void wrongValuesAreToldAndTheirDefaultsCount_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("line");
        const auto add = [](const char* name, const char* text, const char* path, int line) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(path) << line;
        };
        add("theme", "{\n  \"appearance\": {\n    \"theme\": \"blue\"\n  }\n}", "appearance.theme", 3);
        add("text size", "{\"appearance\": {\"textPercent\": 90}}", "appearance.textPercent", 1);
        add("a string for a number", "{\"refresh\":\n{\"activeSeconds\":\n\"60\"}}", "refresh.activeSeconds", 3);
        add("too fast", "{\"refresh\": {\"backgroundSeconds\": 1}}", "refresh.backgroundSeconds", 1);
        add("section is a list", "{\n\n\"refresh\": [1, {\"automatic\": 2}]}", "refresh", 3);
        add("falling alerts", "{\"a\": [\"\\\"\", {\"b\":\n1}],\n\"budgets\": {\"alertPercents\": [90, 80]}}",
            "budgets.alertPercents", 3);
        add("budget of nothing", "{\"budgets\": {\"storageBytes\": 0}}", "budgets.storageBytes", 1);
        add("currency", "{\"prices\": {\"currency\": \"euro\"}}", "prices.currency", 1);
        add("runner", "{\"prices\": {\"runnerPerMonth\": \"150\"}}", "prices.runnerPerMonth", 1);
        add("price", "{\"prices\": {\"egressPerGib\": -1}}", "prices.egressPerGib", 1);
        add("keys", "{\"shortcuts\": {\"log\": [\"F9\"],\n\"refresh\": \"F5\"}}", "shortcuts.refresh", 2);
        add("role", "{\"start\":\n{\"role\": \"boss\"}}", "start.role", 2);
        add("tray", "{\"tray\": {\"shown\": \"yes\"}}", "tray.shown", 1);
        add("notification", "{\"notifications\": {\"ends\": 1}}", "notifications.ends", 1);
        add("level", "{\"logging\": {\"level\": 3}}", "logging.level", 1);
    }

    void wrongValuesAreToldAndTheirDefaultsCount()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, path);
        QFETCH(const int, line);
        const auto read = readSettings(text, u"settings.json"_s);
        QVERIFY(read);
        QCOMPARE(read->problems.size(), 1U);
        QCOMPARE(read->problems[0].path, path);
        QCOMPARE(read->problems[0].line, line);
        QVERIFY(read->problems[0].detail.startsWith(u"expected "_s));
        UserSettings others = read->settings;
        others.shortcuts.erase(u"log"_s);
        QVERIFY(others == UserSettings());
        // It is the person's to correct: saving something else leaves it alone.
        UserSettings after = read->settings;
        after.recentCommands = {u"log"_s};
        const auto again = readSettings(writeSettings(text, read->settings, after), u"settings.json"_s);
        QVERIFY(again);
        QCOMPARE(again->problems.size(), 1U);
        QCOMPARE(again->problems[0].path, path);
    }

    void corruptFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << writeSettings({}, {}, everythingSet()).first(200);
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("a list") << "[]"_ba;
    }

    void corruptFileIsKeptAside()
    {
        QFETCH(const QByteArray, text);
        put(m_file->path(), text);
        const auto refused = m_file->load();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidFile);
        QVERIFY2(refused.error().subject.startsWith(m_file->path() + u".corrupt-"_s),
                 qPrintable(refused.error().subject));
        QCOMPARE(textOf(refused.error().subject), text);
        QVERIFY(m_file->load()->settings == UserSettings());
        // One that is found while something is saved is not overwritten either.
        put(m_file->path(), text);
        QVERIFY(!m_file->update({}, everythingSet()));
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.corrupt-*"_s}).size(), 2);
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings = everythingSet(); }));
    }

    void twoWindowsSetTwoThings()
    {
        const SettingsFile other(m_folder->path());
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings.appearance.theme = ThemeChoice::Dark; }));
        QVERIFY(changed(other, [](UserSettings& settings) { settings.logDetail = LogDetail::Debug; }));
        QCOMPARE(m_file->load()->settings.appearance.theme, ThemeChoice::Dark);
        QCOMPARE(m_file->load()->settings.logDetail, LogDetail::Debug);
    }

    /// Rule 22 of the behaviours people need.
    void rule22_killedDuringAThousandSavesTheFileIsWhole()
    {
        constexpr int kSaves = 1'000;
        constexpr int kSavesAtMost = 40; // between two kills
        constexpr int kMicrosecondsAtMost = 3'000;
        int saves = 0;
        int kills = 0;
        int killsWhileSaving = 0;
        for (; saves < kSaves; ++kills) {
            Writer writer(m_folder->path(), saves + 1);
            // Counted, not timed: a busy machine takes no more kills for its thousand saves.
            for (int left = 1 + QRandomGenerator::global()->bounded(kSavesAtMost); left > 0; --left)
                QVERIFY2(writer.waitForOne() > saves, qPrintable(u"kill %1"_s.arg(kills)));
            // The moment of the kill is chance: every one must do.
            std::this_thread::sleep_for(
                std::chrono::microseconds(QRandomGenerator::global()->bounded(kMicrosecondsAtMost)));
            const int last = writer.kill();
            killsWhileSaving += writer.wasSaving() ? 1 : 0;
            const auto read = m_file->load();
            QVERIFY2(read && read->problems.empty(), qPrintable(read ? QString() : read.error().detail));
            const int found = read->settings.recentCommands.value(0).toInt();
            QVERIFY2(found == last || (found == last + 1 && writer.wasSaving()),
                     qPrintable(u"kill %1: told %2, found %3"_s.arg(kills).arg(last).arg(found)));
            QCOMPARE(read->settings.recentCommands.value(1).size(), found % 700);
            saves = found;
        }
        qInfo("%d saves, %d kills, %d of them while it saved", saves, kills, killsWhileSaving);
        QVERIFY(killsWhileSaving > 0);
        // What the killed have begun goes with the next save.
        QVERIFY(changed(*m_file, [](UserSettings& settings) { settings = {}; }));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 (QStringList{u"settings.json"_s, u"settings.json.lock"_s}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsFile> m_file;
};

SLIPWAY_TEST_SUITE(TestSettingsFile);

#include "test_settingsfile.moc"
