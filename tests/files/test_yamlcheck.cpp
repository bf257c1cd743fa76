#include "files/buildtemplate.h"
#include "files/caretemplates.h"
#include "files/yamlcheck.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList linesOf(const std::vector<TextFault>& faults)
{
    QStringList lines;
    for (const auto& fault : faults)
        lines.append(u"%1:%2 %3"_s.arg(fault.line).arg(fault.column).arg(fault.why));
    return lines;
}

} // namespace

/// Workflows and compose files: what is wrong in them, each with its place.
class YamlCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsNoYaml_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("right") << QByteArray("a: 1\nb: [1, {c: d}]\n") << QStringList();
        QTest::newRow("a tab") << QByteArray("a:\n\tb: 1\n") << QStringList{u"2:3 illegal map value"_s};
        QTest::newRow("an open list") << QByteArray("a: [1, 2\n")
                                      << QStringList{u"2:1 end of sequence flow not found"_s};
        QTest::newRow("twice") << QByteArray("a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n")
                               << QStringList{u"2:17 the key \"c\" is there twice"_s,
                                              u"3:1 the key \"a\" is there twice"_s};
        // Each list has the one before nine times: walked through, it would never end.
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
                    + QByteArrayList(9, before).join(", ") + "]\n";
        }
        QTest::newRow("aliases without end") << bomb << QStringList();
        QTest::newRow("a map that contains itself")
            << QByteArray("on: push\njobs: &x\n  a: *x\n") << QStringList{u"2:7 an alias contains itself"_s};
        QTest::newRow("a list that contains itself")
            << QByteArray("a: &x [*x, *x]\n") << QStringList{u"1:4 an alias contains itself"_s};
    }
    void tellsWhatIsNoYaml()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, expected);
        QCOMPARE(linesOf(checkYaml(text)), expected);
    }

    void checksWorkflows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("right") << QByteArray("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n"
                                             "      - uses: actions/checkout@v4\n  b:\n    uses: ./b.yml\n")
                               << QStringList();
        QTest::newRow("a text") << QByteArray("hello\n") << QStringList{u"1:1 a workflow: expected a map"_s};
        QTest::newRow("nothing in it") << QByteArray("name: x\n")
                                       << QStringList{u"1:1 \"on\" is missing"_s, u"1:1 \"jobs\" is missing"_s};
        QTest::newRow("jobs") << QByteArray("on: push\njobs:\n  a:\n    steps:\n      - name: x\n      - 5\n  b: 1\n"
                                            "  c:\n    runs-on: x\n    steps: make\n")
                              << QStringList{u"3:3 the job \"a\" has neither \"runs-on\" nor \"uses\""_s,
                                             u"5:9 the step has neither \"run\" nor \"uses\""_s,
                                             u"6:9 the job \"a\": a step: expected a map"_s,
                                             u"7:6 the job \"b\": expected a map"_s,
                                             u"10:12 the job \"c\": \"steps\": expected a list"_s};
    }
    void checksWorkflows()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, expected);
        QCOMPARE(linesOf(checkWorkflow(text)), expected);
    }

    void checksComposeFiles()
    {
        QCOMPARE(linesOf(checkCompose("services:\n  a: {image: x}\n  b: {build: .}\n  c: {extends: {service: a}}\n")),
                 QStringList());
        QCOMPARE(linesOf(checkCompose("include: [other.yaml]\n")), QStringList());
        QCOMPARE(linesOf(checkCompose("x-a: &a {image: x}\nservices:\n  a:\n    <<: *a\n")), QStringList());
        QCOMPARE(linesOf(checkCompose("service: {}\n")), QStringList{u"1:1 \"services\" is missing"_s});
        QCOMPARE(linesOf(checkCompose("services:\n  a:\n    ports: []\n  b: x\n")),
                 (QStringList{u"2:3 the service \"a\" has neither \"image\" nor \"build\""_s,
                              u"4:6 the service \"b\": expected a map"_s}));
    }

    void takesTheTemplates()
    {
        TemplateFacts facts;
        facts.owner = u"acme"_s;
        facts.cpuImages = {u"app-cpu"_s};
        facts.gpuImages = {u"app-gpu"_s};
        for (const QString& text :
             {buildWorkflow(BuildSide::Cpu, facts), buildWorkflow(BuildSide::Gpu, facts), cleanupWorkflow(facts)})
            QCOMPARE(linesOf(checkWorkflow(text.toUtf8())), QStringList());
    }
};

SLIPWAY_TEST_SUITE(YamlCheckTest);

#include "test_yamlcheck.moc"
