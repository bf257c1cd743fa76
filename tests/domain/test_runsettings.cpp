#include "domain/runsettings.h"
#include "support/suite.h"

#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestRunSettings final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsSet_data();
    void readsWhatIsSet();
    void namesTheFieldThatIsWrong();
};

void TestRunSettings::readsWhatIsSet_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<RunSettings>("settings");
    QTest::newRow("nothing") << QByteArray("{}") << RunSettings();
    QTest::newRow("null, as Docker writes it")
        << QByteArray(R"({"config":{"Entrypoint":null,"Cmd":null,"Volumes":null}})") << RunSettings();
    QTest::newRow("everything")
        << QByteArray(R"({"config":{"Entrypoint":["/tini","--"],"Cmd":["serve","a b"],"User":"1000:1000",
                         "WorkingDir":"/app","StopSignal":"SIGINT","ExposedPorts":{"80/tcp":{},"53/udp":{}},
                         "Volumes":{"/data":{}}}})")
        << RunSettings{{u"/tini"_s, u"--"_s}, {u"serve"_s, u"a b"_s},     u"1000:1000"_s, u"/app"_s,
                       u"SIGINT"_s,           {u"53/udp"_s, u"80/tcp"_s}, {u"/data"_s}};
}

void TestRunSettings::readsWhatIsSet()
{
    QFETCH(const QByteArray, json);
    QFETCH(const RunSettings, settings);
    QCOMPARE(parseRunSettings(Digest::of(json), json), Result<RunSettings>(settings));
}

void TestRunSettings::namesTheFieldThatIsWrong()
{
    const QByteArray json(R"({"config":{"Cmd":"serve"}})");
    const auto settings = parseRunSettings(Digest::of(json), json);
    QVERIFY(!settings);
    QVERIFY(settings.error().detail.contains("$.config.Cmd"_L1));
}

SLIPWAY_TEST_SUITE(TestRunSettings);

} // namespace slipway::test

#include "test_runsettings.moc"
