#include "settings/profile.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestProfileErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("place"); // line:column
        QTest::addColumn<QString>("word");  // what the message names
        const auto row = [](const char* name, const QByteArray& yaml, const char* place, const char* word) {
            QTest::newRow(name) << yaml << QString::fromLatin1(place) << QString::fromLatin1(word);
        };
        row("unknown key", "version: 1\nowner: o\n\nhubs: []\n", "4:1", "\"hubs\"");
        row("misspelt key of a rule", "version: 1\nclassification:\n  - nmae: a\n    hub: b\n", "3:5", "\"nmae\"");
        row("key twice", "version: 1\nowner: a\nowner: b\n", "3:1", "\"owner\"");
        row("no version", "owner: o\n", "1:1", "\"version: 1\"");
        row("other version", "version: 2\n", "1:10", "\"version\"");
        row("version is a list", "version: [1]\n", "1:10", "\"version\"");
        row("owner is a map", "version: 1\nowner: {a: b}\n", "2:8", "\"owner\"");
        row("rules are a map", "version: 1\nclassification:\n  name: a\n", "3:3", "\"classification\"");
        row("rule is a text", "version: 1\nclassification:\n  - torch\n", "3:5", "name, regex, label");
        row("hub is a list", "version: 1\nclassification:\n  - name: a\n    hub: [b]\n", "4:10", "\"hub\"");
        row("family is nothing", "version: 1\nclassification:\n  - name: a\n    family:\n", "", "\"family\"");
        row("glob with an open class", "version: 1\nclassification:\n  - name: \"torch[\"\n    hub: b\n", "3:11",
            "\"name\"");
        row("regular expression as a glob", "version: 1\nclassification:\n  - tag: ^v1\n    hub: b\n", "3:10",
            "\"tag\"");
        row("bad regular expression", "version: 1\nclassification:\n  - regex: \"a(b\"\n    hub: b\n", "3:12",
            "\"regex\"");
        row("unknown variant", "version: 1\nclassification:\n  - name: a\n    variant: tpu\n", "4:14", "\"tpu\"");
        row("variant in capitals", "version: 1\nclassification:\n  - name: a\n    variant: GPU\n", "4:14",
            "\"variant\"");
        row("label without a value", "version: 1\nclassification:\n  - label: team\n    hub: b\n", "3:12", "\"label\"");
        row("label with a bad glob", "version: 1\nclassification:\n  - label: team=[\n    hub: b\n", "3:12",
            "\"label\"");
        row("label without a key", "version: 1\nclassification:\n  - label: =x\n    hub: b\n", "3:12", "\"label\"");
        row("no condition", "version: 1\nclassification:\n  - name: a\n    hub: a\n  - hub: b\n", "5:5", "condition");
        row("drift is a list", "version: 1\ndrift: []\n", "2:8", "lock, tags, cuda");
        row("unknown key of drift", "version: 1\ndrift:\n  pin: 12\n", "3:3", "\"pin\"");
        row("tags are a text", "version: 1\ndrift:\n  tags: latest\n", "3:9", "\"tags\"");
        row("cuda is a regular expression", "version: 1\ndrift:\n  cuda: ^12\n", "3:9", "\"cuda\"");
        row("bases follow nothing known", "version: 1\ndrift:\n  bases: newest\n", "3:10", "latest or tag");
        row("shared without layers", "version: 1\ndrift:\n  shared:\n    - { hub: a }\n", "4:7", "\"layers\"");
        row("shared of no layers", "version: 1\ndrift:\n  shared:\n    - { layers: 0 }\n", "4:17", "1 to 127");
        row("shared of too many", "version: 1\ndrift:\n  shared:\n    - { layers: 128 }\n", "4:17", "1 to 127");
        row("expected packages are a text", "version: 1\ndrift:\n  sbom: { expected: a }\n", "3:21", "\"expected\"");
        row("repository without a name", "version: 1\nrepository: { base: main }\n", "2:13", "\"name\"");
        row("repository of a wrong name", "version: 1\nrepository: { name: a b }\n", "2:21", "OWNER/NAME");
        row("unknown key of a repository", "version: 1\nrepository: { name: a, branch: b }\n", "2:24", "\"branch\"");
        row("folder outside of the repository", "version: 1\nrepository: { name: a, folder: ../b }\n", "2:32",
            "a folder of the repository");
        row("lock outside of the repository", "version: 1\nrepository: { name: a, lock: ../b }\n", "2:30",
            "outside of the repository");
        row("drift's lock outside of the repository",
            "version: 1\nrepository: { name: a, folder: b }\ndrift: { lock: ../../lock.json }\n", "3:16",
            "outside of the repository");
        row("issues in words", "version: 1\nrepository: { name: a, issues: maybe }\n", "2:32", "true or false");
        row("sets nothing", "version: 1\nclassification:\n  - name: a\n", "3:5", "hub, family or variant");
        row("budget of nothing", "version: 1\nbudgets:\n  - storage: 0\n", "3:14", "greater than 0");
        row("negative budget", "version: 1\nbudgets: [{storage: -1}]\n", "2:21", "greater than 0");
        row("budget without a size", "version: 1\nbudgets:\n  - hub: a\n", "3:5", "\"storage\"");
        row("budget in words", "version: 1\nbudgets: [{storage: 20 GiB}]\n", "2:21", "a number");
        row("budget without an end", "version: 1\nbudgets: [{storage: inf}]\n", "2:21", "a number");
        row("two budgets for one hub", "version: 1\nbudgets:\n  - {hub: a, storage: 1}\n  - {hub: a, storage: 2}\n",
            "4:5", "already");
        row("alert that is no percentage", "version: 1\nbudgets: [{storage: 1, alerts: [75, 85.5]}]\n", "2:37",
            "percent");
        row("alerts that fall", "version: 1\nbudgets: [{storage: 1, alerts: [85, 75]}]\n", "2:37", "rise");
        row("negative price", "version: 1\nprices:\n  egress: -0.1\n", "3:11", "not negative");
        row("negative runner", "version: 1\nprices:\n  runner: -150\n", "3:11", "not negative");
        row("runner in words", "version: 1\nprices: {runner: free}\n", "2:18", "a number");
        row("price with a comma", "version: 1\nprices: {storage: '0,25'}\n", "2:19", "a number");
        row("currency in words", "version: 1\nprices: {currency: dollars}\n", "2:20", "\"currency\"");
        row("unknown price", "version: 1\nprices: {traffic: 1}\n", "2:10", "\"traffic\"");
        row("target without a name", "version: 1\ntargets:\n  - kind: compose\n", "3:5", "\"name\"");
        row("target without a kind", "version: 1\ntargets:\n  - name: a\n", "3:5", "\"kind\"");
        row("unknown kind of target", "version: 1\ntargets: [{name: a, kind: k8s}]\n", "2:27", "\"k8s\"");
        row("ssh without a host", "version: 1\ntargets:\n  - {name: a, kind: ssh}\n", "3:5", "\"host\"");
        row("host that is an option", "version: 1\ntargets: [{name: a, kind: ssh, host: -oProxyCommand=x}]\n", "2:38",
            "\"host\"");
        row("host and a command", "version: 1\ntargets: [{name: a, kind: ssh, host: 'h; rm x'}]\n", "2:38", "\"host\"");
        row("port too high", "version: 1\ntargets: [{name: a, kind: ssh, host: 'h:70000'}]\n", "2:38", "\"host\"");
        row("two targets of one name",
            "version: 1\ntargets:\n  - {name: a, kind: compose}\n  - {name: a, kind: swarm}\n", "4:5", "\"a\"");
        row("service twice", "version: 1\ntargets: [{name: a, kind: compose, services: [x, x]}]\n", "2:50", "\"x\"");
        row("production in words", "version: 1\ntargets: [{name: a, kind: compose, production: sure}]\n", "2:48",
            "true or false");
        row("empty roadmap", "version: 1\nroadmap: ''\n", "2:10", "\"roadmap\"");
        row("policy without a file", "version: 1\npolicies:\n  - packages: a\n", "3:5", "\"file\"");
        row("policy with a bad glob", "version: 1\npolicies: [{packages: '[', file: a}]\n", "2:23", "\"packages\"");
        row("two policies for all", "version: 1\npolicies:\n  - file: a\n  - file: b\n", "4:5", "already");
        row("tab for indentation", "version: 1\nclassification:\n\t- name: a\n", "3:", "");
        row("wrong indentation", "version: 1\n  owner: o\n", "2:", "");
        row("open bracket", "version: 1\nclassification: [{name: a\n", "", "");
        row("unknown anchor", "version: 1\nowner: *nobody\n", "2:", "");
        row("key that is a list", "version: 1\n? [a, b]\n: c\n", "2:3", "key");
        row("a list", "- version: 1\n", "1:1", "version");
        row("a text", "hello", "1:1", "version");
        row("empty", "", "", "version");
        row("comment only", "# nothing\n", "", "version");
        row("bytes",
            QByteArray("\x7f"
                       "ELF\2\1\1\0\0",
                       9),
            "", "");
    }

    void errors()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, place);
        QFETCH(QString, word);
        const auto profile = parseProfile(yaml, u"team/profile.yml"_s);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::InvalidFile);
        QVERIFY2(profile.error().subject.startsWith(u"team/profile.yml"_s), qPrintable(profile.error().subject));
        const QString found = profile.error().subject.sliced(16);
        if (place.endsWith(u':'))
            QVERIFY2(found.startsWith(u':' + place), qPrintable(found));
        else if (!place.isEmpty())
            QCOMPARE(found, u':' + place);
        QVERIFY2(profile.error().detail.contains(word), qPrintable(profile.error().detail));
        QVERIFY(!profile.error().detail.isEmpty());
    }

    void deepNestingIsRefused()
    {
        QVERIFY(!parseProfile(QByteArray(100'000, '['), u"p"_s));
        QVERIFY(!parseProfile("version: 1\nowner: " + QByteArray(5'000, '[') + QByteArray(5'000, ']'), u"p"_s));
    }

    void firstErrorOnly()
    {
        const auto profile =
            parseProfile("version: 1\nclassification:\n  - {name: \"[\", hub: []}\n  - {tag: \"[\"}\n", u"p"_s);
        QVERIFY2(profile.error().subject.startsWith("p:3:"_L1), qPrintable(profile.error().subject));
        QVERIFY(profile.error().detail.contains("\"name\""_L1));
    }
};

SLIPWAY_TEST_SUITE(TestProfileErrors);

} // namespace

#include "test_profileerrors.moc"
