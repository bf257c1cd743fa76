#include "drift/lockmaking.h"
#include "drift/lockmerge.h"
#include "drift/printdrift.h"
#include "support/suite.h"

#include <QTest>

#include <map>
#include <random>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// An image as plain text: the name of its manifest and of its layers.
struct PlainImage {
    QString manifest;
    QStringList layers;
};

/// Packages by name, each with its tags and the images they are on; in the order versions stand.
using PlainOwner = std::map<QString, std::map<QString, PlainImage>>;

class Randomness final
{
public:
    explicit Randomness(unsigned seed)
        : m_random(seed)
    {
    }
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool isOneIn(int times) { return below(times) == 0; }

private:
    std::mt19937 m_random;
};

/// Pairs whose layers are alike as often as not, some without a side, some whose GPU image is the CPU image.
PlainOwner randomOwner(Randomness& random, int& manifests)
{
    PlainOwner owner;
    for (int pair = 0, pairs = 1 + random.below(4); pair < pairs; ++pair) {
        QStringList layers;
        for (int i = random.below(7); i > 0; --i)
            layers.append(QString(QChar(u'a' + random.below(4))));
        PlainImage cpu{u"m%1"_s.arg(++manifests), layers};
        for (int i = random.below(3); i > 0 && !layers.isEmpty(); --i)
            layers[random.below(static_cast<int>(layers.size()))] = QString(QChar(u'a' + random.below(6)));
        if (random.isOneIn(3) && !layers.isEmpty())
            layers.removeLast();
        PlainImage gpu{u"m%1"_s.arg(++manifests), layers};
        if (random.isOneIn(6))
            gpu = cpu;
        if (!random.isOneIn(8))
            owner[u"p%1-cpu"_s.arg(pair)][u"latest"_s] = cpu;
        if (!random.isOneIn(8))
            owner[u"p%1-gpu"_s.arg(pair)][u"latest"_s] = gpu;
    }
    return owner;
}

QString fixtureText(const PlainOwner& owner)
{
    QString text;
    QStringList written;
    for (const auto& [package, tags] : owner) {
        text += u"package %1 repo=h\n"_s.arg(package);
        for (const auto& [tag, image] : tags) {
            QStringList layers;
            for (const QString& layer : image.layers)
                layers.append(layer + u":7"_s);
            text += written.contains(image.manifest)
                        ? u" %1 again tags=%2\n"_s.arg(image.manifest, tag)
                        : u" %1 image tags=%2 layers=%3\n"_s.arg(image.manifest, tag, layers.join(u','));
            written.append(image.manifest);
        }
    }
    return text;
}

/// What `identical` and `cpu-gpu` have to say when so many layers are expected, worked out anew in the plainest way.
QStringList plainDrift(const PlainOwner& owner, int expected)
{
    QStringList lines;
    for (const auto& [package, tags] : owner) {
        if (!package.endsWith(u"-gpu"_s))
            continue;
        const QString other = package.chopped(3) + u"cpu"_s;
        if (!owner.contains(other))
            continue;
        const PlainImage& cpu = owner.at(other).at(u"latest"_s);
        const PlainImage& gpu = tags.at(u"latest"_s);
        if (cpu.manifest == gpu.manifest) {
            lines.append(u"identical %1"_s.arg(package));
            continue;
        }
        for (int layer = 0; layer < expected; ++layer) {
            if (layer < cpu.layers.size() && layer < gpu.layers.size() && cpu.layers[layer] == gpu.layers[layer])
                continue;
            qsizetype bytes = 0;
            for (qsizetype i = layer; i < gpu.layers.size() && i < expected; ++i)
                bytes += 7;
            lines.append(u"cpu-gpu %1 at %2 bytes %3"_s.arg(package).arg(layer + 1).arg(bytes));
            break;
        }
    }
    lines.sort();
    return lines;
}

QStringList plainLock(const PlainOwner& locked, const PlainOwner& now)
{
    QStringList lines;
    for (const auto& [package, tags] : locked) {
        const auto there = now.find(package);
        for (const auto& [tag, image] : tags) {
            if (there == now.end())
                lines.append(u"lock %1 gone"_s.arg(package));
            else if (there->second.at(tag).manifest != image.manifest)
                lines.append(u"lock %1 moved"_s.arg(package));
        }
    }
    for (const auto& [package, tags] : now)
        if (!locked.contains(package))
            lines.append(u"lock %1 new"_s.arg(package));
    lines.sort();
    return lines;
}

QString lineOf(const DriftFinding& finding)
{
    switch (finding.reason) {
    case DriftReason::LayersDiverge:
        return u"cpu-gpu %1 at %2 bytes %3"_s.arg(finding.image).arg(finding.divergesAtLayer).arg(finding.bytes);
    case DriftReason::SameImage:
        return u"identical "_s + finding.image;
    case DriftReason::PackageMissing:
        return u"lock %1 gone"_s.arg(finding.image);
    case DriftReason::DigestDiffers:
        return u"lock %1 moved"_s.arg(finding.image);
    case DriftReason::NotLocked:
        return u"lock %1 new"_s.arg(finding.image);
    default:
        return u"? "_s + finding.image;
    }
}

QStringList linesOf(const DriftReport& report)
{
    QStringList lines;
    for (const auto& finding : report.findings)
        lines.append(lineOf(finding));
    lines.sort();
    return lines;
}

} // namespace

class DriftPropertiesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Random owners, against a second implementation.
    void findsWhatThePlainOneFinds()
    {
        Randomness random(17);
        int manifests = 0;
        qsizetype found = 0;
        for (int round = 0; round < 1500; ++round) {
            const auto owner = randomOwner(random, manifests);
            const int expected = 1 + random.below(6);
            DriftCase drift(fixtureText(owner));
            SharedLayersRule rule;
            rule.by = SharedLayersBy::Count;
            rule.count = expected;
            drift.policy.shared = {rule};
            const auto lines = linesOf(findDrift(drift.facts(), {DriftCheck::CpuGpu, DriftCheck::Identical}));
            QCOMPARE(lines, plainDrift(owner, expected));
            found += lines.size();
        }
        QVERIFY(found > 500);
    }

    /// A lock against another state of the same owner; and after it was merged nothing is left to find.
    void lockAgainstLaterStates()
    {
        Randomness random(18);
        int manifests = 0;
        qsizetype found = 0;
        for (int round = 0; round < 800; ++round) {
            const auto before = randomOwner(random, manifests);
            auto now = before;
            if (random.isOneIn(2)) {
                for (const auto& [package, tags] : randomOwner(random, manifests))
                    if (random.isOneIn(2))
                        now[package] = tags;
                if (random.isOneIn(2))
                    now.erase(now.begin(), std::next(now.begin(), now.empty() ? 0 : 1));
            }
            DriftCase drift(fixtureText(now));
            drift.lock = lockOf(DriftCase(fixtureText(before)));
            const auto lines = linesOf(findDrift(drift.facts(), {DriftCheck::Lock}));
            QCOMPARE(lines, plainLock(before, now));
            found += lines.size();
            const auto merged = mergeLock({lockOf(drift), {}}, *drift.lock);
            QCOMPARE(merged.hasDifference(), !lines.isEmpty());
            drift.lock = merged.lock;
            QVERIFY(findDrift(drift.facts(), {DriftCheck::Lock}).findings.empty());
        }
        QVERIFY(found > 300);
    }
};

SLIPWAY_TEST_SUITE(DriftPropertiesTest);

#include "test_driftproperties.moc"
