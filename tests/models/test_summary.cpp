#include "models/inventoryfrom.h"
#include "models/inventorymodel.h"
#include "models/summary.h"
#include "support/suite.h"

#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kAudio = uR"(
package voice-gpu repo=audio
  v2   index  days=1 tags=v0.2.0,latest,stable children=amd@linux/amd64,arm@linux/arm64,att@unknown/unknown>amd
  amd  image  days=1 layers=base:1000,voice:200 config=cfg:10
  arm  missing days=1
  att  attestation days=1 provenance
  v1   image  days=9 tags=v0.1.0 layers=base:1000,old:100
package eye-cpu repo=vision
  e1   image  days=3 tags=v0.1.0 layers=base:1000
)"_s;

QStringList linesOf(const Summary& summary)
{
    QStringList lines{summary.title + (summary.variant.isEmpty() ? QString() : u" ["_s + summary.variant + u']')};
    for (const auto& field : summary.fields)
        if (!field.label.contains(u"ated"_s)) // times depend on the zone
            lines.append(field.label + u": "_s + (field.values.isEmpty() ? field.text : field.values.join(u' ')));
    for (const auto& part : summary.parts)
        lines.append(u"- "_s + part.name + u", "_s + part.size);
    for (const auto& [key, value] : summary.labels)
        lines.append(key + u'=' + value);
    return lines;
}

} // namespace

class TestSummary final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ofAHub();
    void ofAnIndex();
    void ofAVersionWithItsConfig();
    void largestLayersComeFirst();
    void ofNothing();
    void findsTheImagesOfAnIndex();

private:
    InventoryModel m_model;
};

void TestSummary::init()
{
    m_model.setInventory(inventoryFrom(kAudio));
}

void TestSummary::ofAHub()
{
    const auto lines = linesOf(summaryOf(m_model.itemAt(m_model.index(0, 0)), std::nullopt));
    QCOMPARE(lines.first(4), (QStringList{u"audio"_s, u"Families: 1"_s, u"Images: 1"_s, u"Versions: 5"_s}));
}

void TestSummary::ofAnIndex()
{
    const QModelIndex index = m_model.versionIndex({u"voice-gpu"_s}, named(u"v2"_s));
    const Summary summary = summaryOf(m_model.itemAt(index), std::nullopt);
    const QStringList lines = linesOf(summary);
    QCOMPARE(lines.first(), u"voice-gpu:v0.2.0 [GPU]"_s);
    QVERIFY(lines.contains(u"Tags: latest v0.2.0 stable"_s));
    QVERIFY(lines.contains(u"Platform(s): linux/amd64, linux/arm64"_s));
    QVERIFY(lines.contains(u"Signature: Not signed"_s));
    QVERIFY(lines.contains(u"Provenance: Attested"_s));
    QVERIFY(lines.contains(u"- linux/amd64, 1.2 KiB"_s));
    QVERIFY(lines.contains(u"- linux/arm64, missing"_s));
    QVERIFY(lines.contains(u"- Attestation, 0 B"_s));
    QCOMPARE(summary.missing, std::vector<Digest>{named(u"arm"_s)});
}

void TestSummary::ofAVersionWithItsConfig()
{
    ImageConfig config;
    config.labels = {{u"org.opencontainers.image.base.name"_s, u"ghcr.io/northquay/base-gpu:12.1"_s}, {u"a"_s, u"b"_s}};
    const QModelIndex index = m_model.versionIndex({u"voice-gpu"_s}, named(u"v1"_s));
    const QStringList lines = linesOf(summaryOf(m_model.itemAt(index), config));
    QVERIFY(lines.contains(u"Hub: audio"_s));
    QVERIFY(lines.contains(u"Kind: Image"_s));
    QVERIFY(lines.contains(u"Base image: base-gpu:12.1"_s));
    QVERIFY(lines.contains(u"a=b"_s));
    // What no index lists says in its config what it runs on.
    QVERIFY(lines.filter(u"Platform"_s).isEmpty());
    config.platform = u"linux/amd64"_s;
    QVERIFY(linesOf(summaryOf(m_model.itemAt(index), config)).contains(u"Platform(s): linux/amd64"_s));
}

void TestSummary::largestLayersComeFirst()
{
    m_model.setInventory(inventoryFrom(u"package many repo=audio\n"
                                       "  v1 image days=1 tags=v1 layers=a:10,b:400,c:200,d:30,e:40,f:50,g:60\n"
                                       "  v2 index days=1 tags=v2 children=v1@linux/amd64\n"_s));
    const auto summaryAt = [&](const QString& name, const std::optional<ImageConfig>& config) {
        return summaryOf(m_model.itemAt(m_model.versionIndex({u"many"_s}, named(name))), config);
    };
    const auto linesOfLayers = [](const Summary& summary) {
        QStringList lines;
        for (const auto& layer : summary.layers)
            lines.append(u"%1 %2"_s.arg(layer.size).arg(layer.share));
        return lines.join(u", "_s);
    };
    const Summary summary = summaryAt(u"v1"_s, std::nullopt);
    QCOMPARE(linesOfLayers(summary), u"400 B 1, 200 B 0.5, 60 B 0.15, 50 B 0.125, 40 B 0.1, 30 B 0.075"_s);
    QCOMPARE(summary.layerTotal, 7);
    QCOMPARE(summary.layers.front().name, named(u"b"_s).shortForm());
    ImageConfig config;
    for (const auto* step : {"COPY a", "RUN b", "RUN c", "COPY d", "COPY e", "COPY f", "COPY g"})
        config.history.push_back({QString::fromLatin1(step), true});
    QCOMPARE(summaryAt(u"v1"_s, config).layers.front().name, u"RUN b"_s);
    QVERIFY(summaryAt(u"v2"_s, config).layers.empty()); // an index has none of its own
}

void TestSummary::ofNothing()
{
    const Summary summary = summaryOf({}, std::nullopt);
    QVERIFY(summary.title.isEmpty());
    QVERIFY(summary.fields.empty());
}

void TestSummary::findsTheImagesOfAnIndex()
{
    const auto& inventory = *m_model.inventory();
    const auto rowOf = [&](const QString& name) { return Fixture::parse(kAudio).row(*inventory.snapshot, name); };
    QCOMPARE(contentVersions(inventory, rowOf(u"v2"_s)), std::vector<RowIndex>{rowOf(u"amd"_s)});
    QCOMPARE(contentVersion(inventory, rowOf(u"v1"_s)), rowOf(u"v1"_s));
    QCOMPARE(contentVersion(inventory, kNoRow), kNoRow);
}

SLIPWAY_TEST_SUITE(TestSummary);

} // namespace slipway::test

#include "test_summary.moc"
