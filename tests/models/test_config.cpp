#include "models/configmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestConfig final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sectionsTellWhatIsSet_data();
    void sectionsTellWhatIsSet();
    void saysWhatIsMissing();
    void isATree();
};

namespace
{

QStringList lines(const std::vector<ConfigSection>& sections)
{
    QStringList lines;
    for (const auto& section : sections) {
        lines.append(section.title);
        for (const auto& field : section.fields)
            if (!field.value.isEmpty() || section.title != "Image"_L1)
                lines.append(u"  "_s + field.name + u": "_s + field.value);
    }
    return lines;
}

} // namespace

void TestConfig::sectionsTellWhatIsSet_data()
{
    QTest::addColumn<ImageConfig>("config");
    QTest::addColumn<RunSettings>("settings");
    QTest::addColumn<QStringList>("text");
    ImageConfig config;
    QTest::newRow("empty") << config << RunSettings() << QStringList{u"Image"_s};
    config.platform = u"linux/arm64"_s;
    config.env = {u"TOKEN=a=b"_s, u"EMPTY="_s, u"BARE"_s};
    config.labels = {{u"team"_s, u"voice"_s}};
    QTest::newRow("environment in its order, values as they are")
        << config << RunSettings() << QStringList{u"Image"_s,       u"  Platform: linux/arm64"_s,
                                                  u"Environment"_s, u"  TOKEN: a=b"_s,
                                                  u"  EMPTY: "_s,   u"  BARE: "_s,
                                                  u"Labels"_s,      u"  team: voice"_s};
    RunSettings settings;
    settings.entrypoint = {u"/bin/sh"_s, u"-c"_s, u"echo \"a b\""_s};
    settings.ports = {u"53/udp"_s, u"80/tcp"_s};
    settings.stopSignal = u"SIGINT"_s;
    QTest::newRow("arguments keep their borders")
        << ImageConfig() << settings
        << QStringList{u"Image"_s, u"  Entrypoint: [\"/bin/sh\",\"-c\",\"echo \\\"a b\\\"\"]"_s,
                       u"  Exposed ports: 53/udp, 80/tcp"_s, u"  Stop signal: SIGINT"_s};
}

void TestConfig::sectionsTellWhatIsSet()
{
    QFETCH(const ImageConfig, config);
    QFETCH(const RunSettings, settings);
    QFETCH(const QStringList, text);
    QCOMPARE(lines(configSections(config, settings)), text);
}

/// What is set to nothing is told from what is not set, and words about a value from a value.
void TestConfig::saysWhatIsMissing()
{
    ImageConfig config;
    config.env = {u"EMPTY="_s};
    config.created = QDateTime(QDate(2025, 11, 21), QTime(13, 43));
    ConfigModel model;
    model.setSections(configSections(config, {}));
    QHash<QString, QModelIndex> values;
    for (int section = 0; section < model.rowCount(); ++section)
        for (int row = 0; row < model.rowCount(model.index(section, 0)); ++row) {
            const QModelIndex name = model.index(row, 0, model.index(section, 0));
            values.insert(name.data().toString(), name.siblingAtColumn(1));
        }
    QCOMPARE(values[u"User"_s].data().toString(), u"not set"_s);
    QCOMPARE(values[u"EMPTY"_s].data().toString(), u"empty"_s);
    QCOMPARE(values[u"EMPTY"_s].data(ConfigModel::kCopyRole).toString(), u"EMPTY="_s);
    QCOMPARE(values[u"Created"_s].data().toString(), u"21 Nov 2025, 13:43"_s);
    QVERIFY(values[u"Created"_s].data(ConfigModel::kWordsRole).toBool());
    QVERIFY(!values[u"Created"_s].data(ConfigModel::kNothingRole).toBool());
}

void TestConfig::isATree()
{
    ConfigModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSections({{u"Environment"_s, {{u"A"_s, u"<b>\n2"_s}, {u"B"_s, {}}}}, {u"Labels"_s, {{u"c"_s, u"d"_s}}}});
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex section = model.index(0, 0);
    QCOMPARE(section.siblingAtColumn(1).data().toString(), u"2 field(s)"_s);
    const QModelIndex value = model.index(0, 1, section);
    QCOMPARE(value.data().toString(), u"<b>↵2"_s);
    QCOMPARE(value.data(Qt::ToolTipRole).toString(), u"<qt>&lt;b&gt;<br>2</qt>"_s);
    QCOMPARE(value.data(ConfigModel::kCopyRole).toString(), u"A=<b>\n2"_s);
    QCOMPARE(model.index(1, 1, section).data().toString(), u"not set"_s);
    QCOMPARE(model.index(1, 1, section).data(ConfigModel::kNothingRole).toBool(), true);
    QCOMPARE(model.index(0, 1, section).data(ConfigModel::kNothingRole).toBool(), false);
    QCOMPARE(value.parent(), section);
    model.setSections({});
    QCOMPARE(model.rowCount(), 0);
}

SLIPWAY_TEST_SUITE(TestConfig);

} // namespace slipway::test

#include "test_config.moc"
