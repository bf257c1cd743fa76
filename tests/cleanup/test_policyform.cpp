#include "cleanup/policyform.h"
#include "cleanup/policyreader.h"
#include "cleanup/policytext.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kPolicy = R"(# of the platform team
version: 1
grace: 2h   # builds take an hour
untagged: { olderThan: 90d, kinds: [image, index] } # loose ones
rules:
  # closed pull requests
  - { tags: "pr-*", olderThan: 14d }
  - tags: 'sha-*' # of commits
    olderThan: 30d
    keepLatest: 5
protect:
  tags:
    - latest # what compose files name
    - "v*"
  lockFiles: [ build-lock.json ]
# nobody knows
packages: ["*", '!ci-*'] # all but these
)";

PolicyForm formOf(const QByteArray& yaml)
{
    const auto form = readPolicyForm(yaml);
    return form ? *form : PolicyForm();
}

/// "3: old -> new", a line each that is another.
QStringList differences(const QByteArray& before, const QByteArray& after)
{
    const auto a = before.split('\n');
    const auto b = after.split('\n');
    if (a.size() != b.size())
        return {QString::fromUtf8(after)};
    QStringList lines;
    for (qsizetype i = 0; i < a.size(); ++i)
        if (a[i] != b[i])
            lines.append(u"%1: %2"_s.arg(i + 1).arg(QString::fromUtf8(b[i])));
    return lines;
}

using Change = void (*)(PolicyForm&);

class TestPolicyForm final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFormShowsWhatIsThere()
    {
        const PolicyForm form = formOf(kPolicy);
        QCOMPARE(form.grace, u"2h"_s);
        QCOMPARE(form.kinds, (QStringList{u"image"_s, u"index"_s}));
        QCOMPARE(form.rules, (std::vector<PolicyFormRule>{{u"pr-*"_s, u"14d"_s, {}}, {u"sha-*"_s, u"30d"_s, u"5"_s}}));
        QCOMPARE(form.protectedTags, (QStringList{u"latest"_s, u"v*"_s}));
        QCOMPARE(form.packages, (QStringList{u"*"_s, u"!ci-*"_s}));
        QVERIFY(form.deployed);
    }

    void whatTheFormChangesIsAllThatChanges_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, Change change, const QStringList& expected) {
            QTest::newRow(name) << change << expected;
        };
        row("nothing", [](PolicyForm&) {}, {});
        row("a value with a comment", [](PolicyForm& f) { f.grace = u"30m"_s; },
            {u"3: grace: 30m   # builds take an hour"_s});
        row("what is half typed", [](PolicyForm& f) { f.grace = u"3 : #"_s; },
            {u"3: grace: \"3 : #\"   # builds take an hour"_s});
        row("a value in braces", [](PolicyForm& f) { f.untaggedOlderThan = u"60d"_s; },
            {u"4: untagged: { olderThan: 60d, kinds: [image, index] } # loose ones"_s});
        row("one more in brackets", [](PolicyForm& f) { f.kinds << u"cache"_s; },
            {u"4: untagged: { olderThan: 90d, kinds: [image, index, cache] } # loose ones"_s});
        row("one less in brackets", [](PolicyForm& f) { f.kinds.removeFirst(); },
            {u"4: untagged: { olderThan: 90d, kinds: [index] } # loose ones"_s});
        row("a list in braces that goes", [](PolicyForm& f) { f.kinds.clear(); },
            {u"4: untagged: { olderThan: 90d } # loose ones"_s});
        row("a rule's glob", [](PolicyForm& f) { f.rules[1].tags = u"git-*"_s; },
            {u"8:   - tags: \"git-*\" # of commits"_s});
        row("a key a rule has not", [](PolicyForm& f) { f.rules[0].keepLatest = u"3"_s; },
            {u"7:   - { tags: \"pr-*\", olderThan: 14d, keepLatest: 3 }"_s});
        row("an item of a list", [](PolicyForm& f) { f.protectedTags[0] = u"demo"_s; },
            {u"13:     - demo # what compose files name"_s});
        row("the last of some", [](PolicyForm& f) { f.packages.removeLast(); },
            {u"17: packages: [\"*\"] # all but these"_s});
        row("the first of some", [](PolicyForm& f) { f.packages.removeFirst(); },
            {u"17: packages: ['!ci-*'] # all but these"_s});
        row("a list of one", [](PolicyForm& f) { f.lockFiles[0] = u"gpu.json"_s; },
            {u"15:   lockFiles: [ gpu.json ]"_s});
    }
    void whatTheFormChangesIsAllThatChanges()
    {
        QFETCH(const Change, change);
        QFETCH(const QStringList, expected);
        PolicyForm form = formOf(kPolicy);
        change(form);
        const auto text = withPolicyForm(kPolicy, form);
        QVERIFY2(!text.refused, text.refused ? qPrintable(text.refused->detail) : "");
        QCOMPARE(differences(kPolicy, text.text), expected);
        QCOMPARE(formOf(text.text), form);
        // The same with the line feeds of other systems.
        const auto other = withPolicyForm(QByteArray(kPolicy).replace('\n', "\r\n"), form);
        QVERIFY2(!other.refused, other.refused ? qPrintable(other.refused->detail) : "");
        QCOMPARE(QByteArray(other.text).replace("\r\n", "\n"), text.text);
    }

    void anEmptyListWithAnAnchorIsLeftAlone()
    {
        const QByteArray yaml = "version: 1\nrules: &none []\npackages: *none\n";
        PolicyForm form = formOf(yaml);
        form.rules.push_back({u"pr-*"_s, u"7d"_s, {}});
        form.packages = {u"a"_s};
        const auto text = withPolicyForm(yaml, form);
        QVERIFY(text.refused);
        QCOMPARE(text.text, yaml);
    }

    /// What was refused is not there for what comes after it to stand behind.
    void whatFollowsARefusedItemIsRefusedToo_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("rules that another takes part in") << "version: 1\nrules: &none []\npackages: *none\n"_ba;
        QTest::newRow("tags of another list") << "version: 1\npackages: &p [a]\nprotect: { tags: *p }\n"_ba;
        QTest::newRow("a folded item first")
            << "version: 1\npackages:\n  - >\n    a\nprotect:\n  tags:\n    - >\n      a\n"_ba;
    }
    void whatFollowsARefusedItemIsRefusedToo()
    {
        QFETCH(const QByteArray, yaml);
        PolicyForm form = formOf(yaml);
        form.rules.push_back({u"pr-*"_s, u"7d"_s, {}});
        form.rules.push_back({u"sha-*"_s, u"7d"_s, {}});
        form.protectedTags = {u"x"_s, u"b"_s, u"c"_s};
        form.packages = {u"x"_s, u"b"_s, u"c"_s};
        const auto text = withPolicyForm(yaml, form);
        QVERIFY(text.refused);
        static_cast<void>(formOf(text.text)); // it is a policy as before
    }

    void rulesComeAndGo()
    {
        PolicyForm form = formOf(kPolicy);
        form.rules.push_back({u"nightly-*"_s, {}, u"3"_s});
        auto text = withPolicyForm(kPolicy, form).text;
        QVERIFY(text.contains("    keepLatest: 5\n  - { tags: \"nightly-*\", keepLatest: 3 }\nprotect:"));
        QCOMPARE(formOf(text), form);
        form.rules.erase(form.rules.begin() + 2);
        text = withPolicyForm(text, form).text;
        QCOMPARE(text, kPolicy);
        form.rules.erase(form.rules.begin());
        text = withPolicyForm(text, form).text;
        QVERIFY(text.contains("rules:\n  # closed pull requests\n  - tags: 'sha-*' # of commits\n"));
        form.rules.clear();
        text = withPolicyForm(text, form).text;
        QVERIFY(!text.contains("rules:"));
        form.rules.push_back({u"pr-*"_s, u"7d"_s, {}});
        text = withPolicyForm(text, form).text;
        QVERIFY(text.endsWith("rules:\n  - { tags: \"pr-*\", olderThan: 7d }\n"));
        QVERIFY(parseCleanupPolicy(text, u"cleanup.yaml"_s));
    }

    void whatIsNotThereIsMade()
    {
        PolicyForm form;
        form.hasUntagged = true;
        form.untaggedOlderThan = u"90d"_s;
        form.protectedTags = {u"latest"_s};
        form.semver = true;
        form.versions = u"100"_s;
        form.deletesGhosts = true;
        const auto text = withPolicyForm("version: 1\n", form).text;
        QCOMPARE(text, QByteArray("version: 1\n"
                                  "untagged: { olderThan: 90d }\n"
                                  "protect: { tags: [latest], semver: true }\n"
                                  "ghosts: delete\n"
                                  "limits: { versions: 100 }\n"));
        QCOMPARE(formOf(text), form);
        QCOMPARE(withPolicyForm(text, PolicyForm()).text, QByteArray("version: 1\n"
                                                                     "protect: { semver: false }\n"
                                                                     "ghosts: report\n"));
    }

    void theNewOneIsRight()
    {
        QVERIFY(parseCleanupPolicy(newPolicyText(), u"cleanup.yaml"_s));
        PolicyForm form = formOf(newPolicyText());
        form.rules.push_back({u"pr-*"_s, u"14d"_s, {}});
        const auto text = withPolicyForm(newPolicyText(), form);
        QVERIFY(!text.refused && parseCleanupPolicy(text.text, u"cleanup.yaml"_s));
    }

    void whatCannotBeDoneLeavesTheText_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no YAML") << QByteArray("version: 1\ngrace: [1h\n") << u"3:1"_s;
        QTest::newRow("no map") << QByteArray("- 1\n") << u"1:1"_s;
        QTest::newRow("a folded text") << QByteArray("version: 1\ngrace: >\n  1h\n") << QString();
        QTest::newRow("an alias") << QByteArray("version: 1\nlimits: &a { versions: 2 }\nuntagged: *a\ngrace: 1h\n")
                                  << u"none"_s;
        // As a stranger may have pushed it.
        QTest::newRow("an alias of itself") << QByteArray("version: 1\ngrace: 1h\nmore: &a [*a]\n") << QString();
        QByteArray laughs = "version: 1\ngrace: 1h\na0: &a0 [ha, ha]\n";
        for (int i = 1; i < 30; ++i)
            laughs += u"a%1: &a%1 [*a%2, *a%2]\n"_s.arg(i).arg(i - 1).toUtf8();
        QTest::newRow("aliases for more than all memory") << laughs << QString();
        const QByteArray deep = "version: 1\ngrace: 1h\nmore: " + QByteArray(100, '[') + QByteArray(100, ']') + '\n';
        QTest::newRow("deeper than any policy") << deep << QString();
    }
    void whatCannotBeDoneLeavesTheText()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, subject);
        PolicyForm form = formOf(yaml);
        form.grace = u"2h"_s;
        const auto text = withPolicyForm(yaml, form);
        if (subject == "none"_L1) {
            QCOMPARE(text.text, QByteArray(yaml).replace("grace: 1h", "grace: 2h"));
            return;
        }
        QVERIFY(text.refused);
        QCOMPARE(text.refused->subject, subject);
        QCOMPARE(text.text, yaml);
    }

    void whatCannotBeDoneStopsNothingElse()
    {
        const QByteArray yaml = "version: 1\ngrace: >\n  1h\nprotect:\n  tags:\n  - >\n    demo\n  - latest\n";
        PolicyForm form = formOf(yaml);
        form.grace = u"2h"_s;                          // refused, however often
        form.protectedTags = {u"main"_s, u"stable"_s}; // the first is refused: so are both
        form.semver = true;
        form.rollback = u"3"_s;
        const auto text = withPolicyForm(yaml, form);
        QVERIFY(text.refused);
        const PolicyForm now = formOf(text.text);
        QVERIFY(now.semver);
        QCOMPARE(now.rollback, u"3"_s);
        QCOMPARE(now.grace, formOf(yaml).grace);
        QCOMPARE(now.protectedTags, formOf(yaml).protectedTags);
        QCOMPARE(text.parts, (QStringList{u"grace"_s, u"protect.tags"_s}));
    }

    /// What stands there in a shape that no field shows is somebody's: it stays, and is named.
    void anotherShapeStays_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* part, Change change, const char* key) {
            QTest::newRow(part) << QByteArray(part) << change << QString::fromLatin1(key);
        };
        const auto oneMore = [](PolicyForm& f) { f.rules.push_back({u"v*"_s, u"9d"_s, {}}); };
        const auto loose = [](PolicyForm& f) {
            f.hasUntagged = true;
            f.untaggedOlderThan = u"9d"_s;
        };
        row("rules: { tags: \"pr-*\", olderThan: 14d }", oneMore, "rules");
        row("rules: 14d", oneMore, "rules");
        row("rules: [\"pr-*\"]", [](PolicyForm& f) { f.rules[0].olderThan = u"9d"_s; }, "rules 1");
        row("rules: [{ tags: [a, b], olderThan: 14d }]", [](PolicyForm& f) { f.rules[0].tags = u"c"_s; }, "rules 1");
        row("untagged: [90d, image]", loose, "untagged");
        row("untagged: 90d", loose, "untagged");
        row("untagged: { olderThan: 90d, kinds: image }", [](PolicyForm& f) { f.kinds = {u"index"_s}; }, "untagged");
        row("protect: { tags: latest }", [](PolicyForm& f) { f.protectedTags = {u"v*"_s}; }, "protect.tags");
        row("protect: [latest]", [](PolicyForm& f) { f.semver = true; }, "protect.semver");
        const auto one = [](PolicyForm& f) { f.protectedTags = {u"latest"_s}; };
        row("protect: { tags: [latest, [v1, v2]] }", one, "protect.tags");
        row("protect: { tags: [[v1, v2]] }", [](PolicyForm& f) { f.protectedTags.clear(); }, "protect.tags");
        row("limits: { versions: [5] }", [](PolicyForm& f) { f.versions = u"7"_s; }, "limits.versions");
    }
    void anotherShapeStays()
    {
        QFETCH(const QByteArray, part);
        QFETCH(const Change, change);
        const QByteArray yaml = "version: 1\ngrace: 1h\n" + part + "\norphans: report\n";
        PolicyForm form = formOf(yaml);
        change(form);
        form.grace = u"2h"_s;
        form.deletesOrphans = true;
        const auto text = withPolicyForm(yaml, form);
        QCOMPARE(differences(yaml, text.text), (QStringList{u"2: grace: 2h"_s, u"4: orphans: delete"_s}));
        QTEST(text.parts.join(u", "_s), "key");
        QVERIFY(text.refused);
    }

    /// A rule is what it says together: half of it might delete what the whole would not.
    void aRuleIsBroughtInWholeBesideOneThatIsNot()
    {
        const QByteArray yaml = "version: 1\nrules:\n  - { tags: \"a*\", olderThan: 1d }\n  - tags: \"b*\"\n"
                                "    olderThan: >\n      2d\n";
        PolicyForm form = formOf(yaml);
        form.rules[0] = {u"c*"_s, u"3d"_s, {}};
        form.rules[1] = {u"d*"_s, u"4d"_s, {}};
        const auto text = withPolicyForm(yaml, form);
        QCOMPARE(differences(yaml, text.text), QStringList{u"3:   - { tags: \"c*\", olderThan: 3d }"_s});
        QCOMPARE(text.parts, QStringList{u"rules 2"_s});
    }

    /// Rows that are no longer the text's rules one by one are brought in all or none: one in another's place might
    /// take away what the other kept.
    void rulesThatAreOthersAreBroughtInTogether()
    {
        const QByteArray yaml = "version: 1\nrules:\n  - { tags: \"pr-*\", olderThan: &age 14d }\n"
                                "  - { tags: \"v*\", keepLatest: 50 }\n  - { tags: \"*\", olderThan: *age }\n";
        PolicyForm form = formOf(yaml);
        form.rules.erase(form.rules.begin());
        auto text = withPolicyForm(yaml, form);
        QCOMPARE(text.text, yaml);
        QCOMPARE(text.parts, QStringList{u"rules"_s});
        form.rules.push_back({{}, u"30d"_s, {}});
        form.grace = u"2h"_s;
        text = withPolicyForm(yaml, form, RulesTaken::Together);
        QCOMPARE(formOf(text.text).rules, formOf(yaml).rules);
        QCOMPARE(formOf(text.text).grace, u"2h"_s);
        QCOMPARE(text.parts, QStringList{u"rules"_s});
        const QByteArray plain = "version: 1\nrules:\n  - { tags: a }\n  - { tags: b }\n";
        form.rules = {{u"b"_s, {}, {}}, {u"c"_s, u"1d"_s, {}}};
        text = withPolicyForm(plain, form, RulesTaken::Together);
        QCOMPARE(formOf(text.text).rules, form.rules);
        QCOMPARE(text.parts, QStringList());
    }

    void scalarsAreQuotedWhereTheyMustBe()
    {
        QCOMPARE(policyScalar(u"90d"_s), u"90d"_s);
        QCOMPARE(policyScalar(u"*"_s), u"\"*\""_s);
        QCOMPARE(policyScalar(u"null"_s), u"\"null\""_s);
        QCOMPARE(policyScalar({}), u"\"\""_s);
        QCOMPARE(policyScalar(u"a\"b\\"_s), u"\"a\\\"b\\\\\""_s);
    }
};

SLIPWAY_TEST_SUITE(TestPolicyForm);

} // namespace

#include "test_policyform.moc"
