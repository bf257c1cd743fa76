#include "drift/printdrift.h"

#include "drift/lockmaking.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QString nameIn(const Fixture& fixture, const QString& text)
{
    const auto digest = Digest::parse(text);
    return digest ? fixture.nameOf(*digest) : text;
}

} // namespace

DriftCase::DriftCase(const QString& text, ClassificationRules rules)
    : fixture(Fixture::parse(text))
    , snapshot(fixture.build())
    , classes(classify(*snapshot, rules))
    , graph(std::make_shared<ReferenceGraph>(*snapshot))
{
}

DriftFacts DriftCase::facts() const
{
    return {*snapshot, *graph, classes, policy, lock ? &*lock : nullptr, sboms ? &*sboms : nullptr};
}

void DriftCase::setConfig(const QString& blob, const QStringList& env, const QMap<QString, QString>& labels)
{
    ImageConfig config;
    config.env = env;
    config.labels = labels;
    snapshot = withConfigs(snapshot, {{named(blob), config}});
    graph = std::make_shared<ReferenceGraph>(*snapshot);
}

QStringList DriftCase::lines(const DriftChecks& checks) const
{
    return printDrift(findDrift(facts(), checks), fixture);
}

QStringList printDrift(const DriftReport& report, const Fixture& fixture)
{
    QStringList lines;
    for (const auto& finding : report.findings) {
        QStringList words{driftCheckName(finding.check), driftSeverityName(finding.severity),
                          finding.image + u':' + finding.tag};
        const auto add = [&words](const QString& name, const QString& value) {
            if (!value.isEmpty() && value != "0"_L1)
                words.append(name + u'=' + value);
        };
        add(u"other"_s, finding.other);
        add(u"platform"_s, finding.platform);
        add(u"expected"_s, nameIn(fixture, finding.expected));
        add(u"actual"_s, nameIn(fixture, finding.actual));
        add(u"layer"_s, QString::number(finding.divergesAtLayer));
        add(u"count"_s, QString::number(finding.count));
        add(u"bytes"_s, QString::number(finding.bytes));
        lines.append(words.join(u' '));
    }
    for (const auto& gap : report.gaps)
        lines.append(u"? %1 %2:%3"_s.arg(driftCheckName(gap.check), gap.image, gap.tag));
    return lines;
}

SharedLayersRule shared(SharedLayersBy by, int count)
{
    SharedLayersRule rule;
    rule.by = by;
    rule.count = count;
    return rule;
}

QString pairText(const QString& cpu, const QString& gpu)
{
    return u"package app-cpu repo=hub\n c image tags=latest layers=%1 config=cc:1\n"
           "package app-gpu repo=hub\n g image tags=latest layers=%2 config=gc:1\n"_s.arg(cpu, gpu);
}

BuildLock lockOf(const DriftCase& drift)
{
    return makeLock(*drift.snapshot, *drift.graph, drift.classes, drift.policy).lock;
}

} // namespace slipway::test
