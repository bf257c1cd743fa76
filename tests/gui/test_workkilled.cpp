#include "app/windowstatefile.h"
#include "gui/startedprogram.h"
#include "settings/settingsfile.h"
#include "store/storefile.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 60'000;

QProcessEnvironment quietEnvironment(const QString& screens)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen:configfile="_s + screens);
    // A record that ends in the middle of a line is nobody's traffic.
    environment.remove(u"SLIPWAY_EXCHANGE_LOG"_s);
    return environment;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no place for %s", qPrintable(path));
}

/// A screen that windows of all sizes fit on.
QByteArray oneScreen()
{
    const QJsonObject screen{{u"name"_s, u"one"_s},     {u"x"_s, 0},         {u"y"_s, 0},
                             {u"width"_s, 1920},        {u"height"_s, 1080}, {u"logicalDpi"_s, 96},
                             {u"logicalBaseDpi"_s, 96}, {u"dpr"_s, 1}};
    return QJsonDocument(QJsonObject{{u"screens"_s, QJsonArray{screen}}}).toJson();
}

/// The layout of the demo's view as the file has it.
QJsonObject keptLayout(const QString& folder)
{
    const auto loaded = WindowStateFile(folder).load();
    return loaded.states.state(demoTarget(folder).viewName());
}

/// "pages/drift: restored instead of kept" for each member of the two that differs.
QString differences(const QJsonValue& restored, const QJsonValue& kept, const QString& place = {})
{
    if (restored == kept)
        return {};
    QString lines;
    if (restored.isObject() && kept.isObject()) {
        QStringList keys = restored.toObject().keys() + kept.toObject().keys();
        keys.removeDuplicates();
        for (const auto& key : keys)
            lines += differences(restored[key], kept[key], place + u'/' + key);
        return lines;
    }
    const QJsonArray both{restored, kept};
    return place + u": restored instead of kept "_s
           + QString::fromUtf8(QJsonDocument(both).toJson(QJsonDocument::Compact)) + u'\n';
}

} // namespace

/// Rule 22 (docs/rules.md) with the whole program: it is killed while somebody works with everything it has, and the
/// next start is whole.
class TestWorkKilled final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rule22_killedAtWorkTheNextStartIsWhole();
    void rule22_everyDamagedFileIsKeptAsideAndTold();

private:
    /// What is wrong with the files that a killed program left.
    [[nodiscard]] static QStringList damageIn(const QString& folder);
};

QStringList TestWorkKilled::damageIn(const QString& folder)
{
    QStringList faults = QDir(folder).entryList({u"*.corrupt*"_s, u"*.damaged*"_s});
    if (const auto loaded = WindowStateFile(folder).load(); loaded.error)
        faults.append(u"layout: "_s + loaded.error->detail);
    if (const auto settings = SettingsFile(folder).load(); !settings || !settings->problems.empty())
        faults.append(u"settings"_s);
    if (!checkStoreFile(demoTarget(folder).storePath(), {}))
        faults.append(u"store"_s);
    return faults;
}

void TestWorkKilled::rule22_killedAtWorkTheNextStartIsWhole()
{
    constexpr int kKills = 8;
    constexpr int kArranged = 5;
    constexpr int kAtMost = 60; // on a busy machine the monkey gets less done in a life
    const QTemporaryDir folder;
    const QString screens = folder.filePath(u"screens.json"_s);
    write(screens, oneScreen());
    QDir(folder.path()).mkpath(u"data"_s);
    const QString data = folder.filePath(u"data"_s);
    int arranged = 0;
    QJsonObject kept;
    for (int kill = 0; kill <= kKills || arranged < kArranged; ++kill) {
        QVERIFY2(kill < kAtMost, "the monkey arranges too little to tell");
        QProcess monkey;
        monkey.setProcessEnvironment(quietEnvironment(screens));
        const QString seed = QString::number(QRandomGenerator::global()->generate());
        monkey.start(QCoreApplication::applicationDirPath() + u"/monkey"_s, {u"60"_s, seed, data});
        QByteArray restored;
        while (!restored.startsWith("restored ")) {
            // A line may come in several parts: what was read of it by then is no layout.
            while (!monkey.canReadLine())
                QVERIFY(monkey.waitForReadyRead(kPatience));
            restored = monkey.readLine();
        }
        const auto told = QJsonDocument::fromJson(restored.mid(9));
        QVERIFY2(told.isObject(), restored.constData());
        const QJsonObject layout = told.object();
        if (!kept.isEmpty())
            QVERIFY2(layout == kept, qPrintable(differences(layout, kept)));
        // A random moment is what is tried here, not a wait for something.
        std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(700, 2'500)));
        QCOMPARE(monkey.state(), QProcess::Running);
        monkey.kill();
        monkey.waitForFinished();
        QCOMPARE(damageIn(data).join(u'\n'), QString());
        const auto now = keptLayout(data);
        arranged += now == kept ? 0 : 1;
        kept = now;
    }
}

void TestWorkKilled::rule22_everyDamagedFileIsKeptAsideAndTold()
{
    const QTemporaryDir folder;
    const QByteArray nonsense(8192, '\xfe');
    for (const auto& name : {u"window-state.json"_s, u"settings.json"_s, u"slipway.db"_s})
        write(folder.filePath(name), nonsense);
    StartedProgram program(ProgramStart{demoTarget(folder.path()), {}, {}});
    QVERIFY(program.read());
    const QString told = program.notices().join(u'\n');
    for (const auto& name : {u"window-state.json.corrupt-"_s, u"settings.json.corrupt-"_s, u"slipway.db.corrupt-"_s}) {
        const QStringList aside = QDir(folder.path()).entryList({name + u'*'});
        QVERIFY2(aside.size() == 1, qPrintable(QDir(folder.path()).entryList().join(u' ')));
        QVERIFY2(told.contains(aside.first()), qPrintable(told));
        QFile file(folder.filePath(aside.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), nonsense);
    }
}

SLIPWAY_TEST_SUITE(TestWorkKilled);

} // namespace slipway::test

#include "test_workkilled.moc"
