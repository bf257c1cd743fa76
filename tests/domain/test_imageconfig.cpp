#include "domain/imageconfig.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

class TestImageConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAConfig()
    {
        const auto config = parseImageConfig(named(u"c"_s), R"({
            "created":"2025-11-20T08:00:00.123456789Z","os":"linux","architecture":"arm64","variant":"v8",
            "config":{"Env":["PATH=/bin","CUDA_VERSION=12.4.1","EMPTY=","A=b=c"],
                      "Labels":{"org.opencontainers.image.source":"https:\/\/github.com/northquay/pipeline"}},
            "rootfs":{"type":"layers","diff_ids":[]},
            "history":[{"created_by":"ADD rootfs"},{"created_by":"ENV A=b","empty_layer":true},{}]})"_ba);
        QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
        QCOMPARE(config->created.toUTC().date(), QDate(2025, 11, 20));
        QCOMPARE(config->created.toUTC().time().hour(), 8);
        QCOMPARE(config->platform, u"linux/arm64/v8"_s);
        QCOMPARE(config->envValue("CUDA_VERSION"_L1), u"12.4.1"_s);
        QCOMPARE(config->envValue("A"_L1), u"b=c"_s);
        QCOMPARE(config->envValue("EMPTY"_L1), QString());
        QCOMPARE(config->envValue("CUDA"_L1), QString()); // the beginning of a name is not the name
        QCOMPARE(config->labels.size(), 1);
        QCOMPARE(config->history, (std::vector<BuildStep>{{u"ADD rootfs"_s, true}, {u"ENV A=b"_s, false}, {{}, true}}));
    }

    void mostMayBeMissing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty object") << "{}"_ba; // the config of an artifact
        QTest::newRow("nulls") << R"({"created":null,"config":{"Env":null,"Labels":null},"history":null})"_ba;
        QTest::newRow("no config section") << R"({"config":null})"_ba;
    }

    void mostMayBeMissing()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(parseImageConfig(named(u"c"_s), json).value(), ImageConfig());
    }

    void noVariant()
    {
        QCOMPARE(parseImageConfig(named(u"c"_s), R"({"os":"linux","architecture":"amd64"})")->platform,
                 u"linux/amd64"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        QTest::newRow("env is a map") << R"({"config":{"Env":{}}})"_ba
                                      << u"$.config.Env: expected an array, found an object"_s;
        QTest::newRow("env entry") << R"({"config":{"Env":["A=1",2]}})"_ba
                                   << u"$.config.Env[1]: expected a string, found a number"_s;
        QTest::newRow("label") << R"({"config":{"Labels":{"a":1}}})"_ba
                               << u"$.config.Labels.a: expected a string, found a number"_s;
        QTest::newRow("history") << R"({"history":[{"empty_layer":"yes"}]})"_ba
                                 << u"$.history[0].empty_layer: expected a boolean, found a string"_s;
        QTest::newRow("os") << R"({"os":1})"_ba << u"$.os: expected a string, found a number"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        const auto config = parseImageConfig(named(u"c"_s), json);
        QVERIFY(!config);
        QCOMPARE(config.error().kind, ErrorKind::Malformed);
        QTEST(config.error().detail, "detail");
    }
};

SLIPWAY_TEST_SUITE(TestImageConfig);

} // namespace

#include "test_imageconfig.moc"
