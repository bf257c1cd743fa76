#include "simulator/generate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// One line a row, so that two organisations compare as text.
QStringList lines(const SimulatorState& state)
{
    QStringList lines;
    for (const auto& package : state.packages) {
        for (const auto& row : package->rows())
            lines.append(u"%1 %2 %3 %4 %5"_s.arg(package->facts().name)
                             .arg(row.id)
                             .arg(row.digest.toString(), row.tags.join(u','), row.createdAt.toString(Qt::ISODate)));
    }
    return lines;
}

} // namespace

class GenerateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesSpecs()
    {
        QCOMPARE(parseGeneratorSpec(u"packages=3,versions=40,seed=9"_s).value(), (GeneratorSpec{3, 40, 9}));
        QCOMPARE(parseGeneratorSpec(u"versions=5"_s).value(), (GeneratorSpec{10, 5, 1}));
    }

    void refusesSpecs_data()
    {
        QTest::addColumn<QString>("spec");
        for (const auto& spec : {u""_s, u"packages"_s, u"packages=x"_s, u"colour=3"_s, u"versions=-1"_s})
            QTest::newRow(qPrintable(spec.isEmpty() ? u"empty"_s : spec)) << spec;
    }

    void refusesSpecs()
    {
        QFETCH(const QString, spec);
        QCOMPARE(parseGeneratorSpec(spec).error().kind, ErrorKind::InvalidArgument);
    }

    void refusesSizes()
    {
        QCOMPARE(generateState({0, 10, 1}).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(generateState({1, 20'000'000, 1}).error().kind, ErrorKind::InvalidArgument);
    }

    void sameSeedSameOrganisation()
    {
        const auto first = lines(generateState({7, 70, 3}).value());
        QCOMPARE(first.size(), 490);
        QCOMPARE(lines(generateState({7, 70, 3}).value()), first);
        QVERIFY(lines(generateState({7, 70, 4}).value()) != first);
    }

    /// Every row's manifest hashes to its digest, and all it refers to is there.
    void everythingCanBePulled()
    {
        const auto state = generateState({3, 300, 5}).value();
        int indexes = 0;
        QSet<Digest> blobs;
        for (const auto& package : state.packages) {
            for (const auto& row : package->rows()) {
                const auto manifest = state.content.manifest(row.digest);
                QVERIFY(manifest);
                QCOMPARE(Digest::of(manifest->bytes), row.digest);
                const auto json = QJsonDocument::fromJson(manifest->bytes);
                QVERIFY(json.isObject());
                const auto children = json["manifests"_L1].toArray();
                for (const auto& child : children)
                    QVERIFY(package->findDigest(Digest::parse(child["digest"_L1].toString()).value()) != nullptr);
                indexes += children.isEmpty() ? 0 : 1;
                auto needed = json["layers"_L1].toArray();
                if (json["config"_L1].isObject())
                    needed.append(json["config"_L1]);
                for (const auto& blob : std::as_const(needed)) {
                    const auto digest = Digest::parse(blob["digest"_L1].toString()).value();
                    const auto stored = state.content.sourceBlob(digest);
                    QVERIFY(stored);
                    QCOMPARE(blobSize(*stored), blob["size"_L1].toInteger());
                    if (const auto* bytes = std::get_if<QByteArray>(&*stored))
                        QCOMPARE(Digest::of(*bytes), digest);
                    blobs.insert(digest);
                }
            }
            QVERIFY(package->findTag(u"latest"_s) != nullptr || package->rows().back().tags.isEmpty());
        }
        QVERIFY(indexes > 20);
        QVERIFY(blobs.size() > 100);
    }

    void unknownDigestsAreUnknown()
    {
        const auto state = generateState({1, 10, 1}).value();
        QVERIFY(!state.content.manifest(Digest::of("x")));
        QVERIFY(!state.content.sourceBlob(Digest::of("x")));
        // A manifest is no blob, and a blob no manifest.
        QVERIFY(!state.content.sourceBlob(state.packages[0]->rows()[0].digest));
    }
};

QTEST_GUILESS_MAIN(GenerateTest)
#include "tst_generate.moc"
