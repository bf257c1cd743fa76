#include "domain/layerladder.h"
#include "support/suite.h"

#include <QRandomGenerator>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// "base:100 deps:20=RUN pip install a": layers by name, size and step.
std::vector<LadderLayer> layersOf(const QString& text)
{
    std::vector<LadderLayer> layers;
    for (const auto& word : text.split(u';', Qt::SkipEmptyParts)) {
        const QString layer = word.section(u'=', 0, 0).trimmed();
        layers.push_back({Digest::of(layer.section(u':', 0, 0).toUtf8()), layer.section(u':', 1, 1).toLongLong(),
                          word.section(u'=', 1).trimmed()});
    }
    return layers;
}

/// "= = ≠ < >": a sign a rung, with the numbers of the layers, from 1.
QString print(const LayerLadder& ladder)
{
    QStringList rungs;
    for (const auto& rung : ladder.rungs) {
        const QString left = rung.left ? QString::number(*rung.left + 1) : QString();
        const QString right = rung.right ? QString::number(*rung.right + 1) : QString();
        switch (rung.kind) {
        case RungKind::Shared:
            rungs.append(left + u'=' + right);
            break;
        case RungKind::Different:
            rungs.append(left + u'/' + right);
            break;
        case RungKind::LeftOnly:
            rungs.append(left + u'<');
            break;
        case RungKind::RightOnly:
            rungs.append(u'>' + right);
            break;
        }
    }
    return rungs.join(u' ');
}

class TestLayerLadder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rungs_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("rungs");
        const auto row = [](const char* name, const char* left, const char* right, const char* rungs) {
            QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right) << QString::fromUtf8(rungs);
        };
        row("nothing", "", "", "");
        row("the same", "a;b;c", "a;b;c", "1=1 2=2 3=3");
        row("nothing in common", "a;b", "x;y", "1/1 2/2");
        row("one side has none", "a;b", "", "1< 2<");
        row("the other has none", "", "a", ">1");
        row("one base", "a;b;c", "a;b;x;y", "1=1 2=2 3/3 >4");
        row("inserted", "a;b;c", "a;cuda;b;c", "1=1 >2 2=3 3=4");
        row("inserted, by step", "a;b=RUN pip install x", "a;cuda=RUN apt install y;z=RUN pip install z", "1=1 >2 2/3");
        row("the same step twice", "a;b=COPY . /app;c=RUN make", "a;x=COPY . /app;y=RUN make", "1=1 2/2 3/3");
        row("a step outweighs a command", "b=RUN pip install x", "y=RUN pip install y;x=RUN pip install x", ">1 1/2");
        row("a layer outweighs steps", "s;b=COPY one;c=COPY two", "x=COPY one;y=COPY two;s", ">1 >2 1=3 2< 3<");
        row("changed places", "a;b;c", "a;c;b", "1=1 2< 3=2 >3");
        row("an empty layer that comes twice", "a;e;b;e", "a;e;c;e", "1=1 2=2 3/3 4=4");
    }

    void rungs()
    {
        QFETCH(const QString, left);
        QFETCH(const QString, right);
        QFETCH(const QString, rungs);
        QCOMPARE(print(compareLayers(layersOf(left), layersOf(right))), rungs);
    }

    void bytes()
    {
        // 100 and 50 at the bottom are shared, the empty layer comes twice, 7 is shared further up.
        const auto ladder = compareLayers(layersOf(u"os:100;py:50;e:1;cpu:20;e:1;app:7"_s),
                                          layersOf(u"os:100;py:50;e:1;cuda:400;gpu:80;app:7"_s));
        QCOMPARE(ladder.prefix, 3U);
        QCOMPARE(ladder.prefixBytes, 151);
        QCOMPARE(ladder.divergence(), std::optional<size_t>(3));
        QCOMPARE(ladder.shared, 4U);
        QCOMPARE(ladder.sharedBytes, 158);
        QCOMPARE(ladder.leftBytes, 178);
        QCOMPARE(ladder.rightBytes, 638);
        QVERIFY(!compareLayers(layersOf(u"a;b"_s), layersOf(u"a;b"_s)).divergence());
    }

    /// Every layer stands on one rung, in its order, and a rung is shared where the digests are the same.
    void anyLayers()
    {
        QRandomGenerator random(7);
        const auto layers = [&random] {
            std::vector<LadderLayer> made(random.bounded(12U));
            for (auto& layer : made) {
                const int name = random.bounded(9);
                layer.digest = Digest::of(QByteArray::number(name));
                layer.size = name * 5;
                if (random.bounded(3) > 0)
                    layer.step = u"RUN step %1"_s.arg(random.bounded(5));
            }
            return made;
        };
        for (int round = 0; round < 2'000; ++round) {
            const auto left = layers();
            const auto right = layers();
            const auto ladder = compareLayers(left, right);
            size_t nextLeft = 0;
            size_t nextRight = 0;
            for (const auto& rung : ladder.rungs) {
                QVERIFY(rung.left || rung.right);
                if (rung.left)
                    QCOMPARE(*rung.left, nextLeft++);
                if (rung.right)
                    QCOMPARE(*rung.right, nextRight++);
                const bool isSame = rung.left && rung.right && left[*rung.left].digest == right[*rung.right].digest;
                QCOMPARE(rung.kind == RungKind::Shared, isSame);
                QCOMPARE(rung.kind == RungKind::LeftOnly, !rung.right.has_value());
                QCOMPARE(rung.kind == RungKind::RightOnly, !rung.left.has_value());
            }
            QCOMPARE(nextLeft, left.size());
            QCOMPARE(nextRight, right.size());
            QVERIFY(ladder.shared >= ladder.prefix);
            QVERIFY(ladder.sharedBytes <= std::min(ladder.leftBytes, ladder.rightBytes));
            QVERIFY(ladder.sharedBytes >= ladder.prefixBytes);
        }
    }
};

SLIPWAY_TEST_SUITE(TestLayerLadder);

} // namespace

#include "test_layerladder.moc"
