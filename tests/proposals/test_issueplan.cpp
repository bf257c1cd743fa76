#include "proposals/issueplan.h"
#include "proposals/markedtext.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QString kName = u"finding"_s;

TrackedMatter matter(const QString& key, const QString& text = u"as found"_s)
{
    return {key, u"Drift of "_s + key, text, false};
}

Issue issue(int number, const QString& key, const QString& text = u"as found"_s)
{
    Issue issue;
    issue.number = number;
    issue.title = u"Drift of "_s + key;
    issue.body = withMarkedPart({}, kName, {key, text});
    return issue;
}

Issue closed(Issue issue)
{
    issue.isOpen = false;
    return issue;
}

MatterFate always(const QString&)
{
    return MatterFate::Gone;
}

/// "open a", "update a #1", …
QStringList linesOf(const std::vector<IssueStep>& steps)
{
    QStringList lines;
    for (const IssueStep& step : steps)
        lines.append(issueActName(step.act) + u' ' + step.key
                     + (step.number == 0 ? QString() : u" #%1"_s.arg(step.number)));
    return lines;
}

} // namespace

class TestIssuePlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIssueForOneMatter_data()
    {
        QTest::addColumn<std::vector<TrackedMatter>>("matters");
        QTest::addColumn<std::vector<Issue>>("issues");
        QTest::addColumn<QStringList>("expected");
        using Matters = std::vector<TrackedMatter>;
        using All = std::vector<Issue>;
        Issue pull = issue(4, u"a"_s);
        pull.isPullRequest = true;
        Issue byHand = issue(5, u""_s);
        byHand.body = u"a was strange today"_s;
        TrackedMatter quiet = matter(u"a"_s);
        quiet.isQuiet = true;
        Issue resolved = closed(issue(1, u"a"_s));
        resolved.body = withMarkedPart({}, kName, {u"a"_s, u"This is resolved.\n\nas found"_s});
        Issue twice = closed(issue(2, u"a"_s));
        twice.body = withMarkedPart({}, kName, {u"a"_s, u"This is resolved. The same as #1.\n\nas found"_s});
        QTest::newRow("nothing") << Matters{} << All{} << QStringList{};
        QTest::newRow("new") << Matters{matter(u"a"_s), matter(u"b"_s)} << All{}
                             << QStringList{u"open a"_s, u"open b"_s};
        QTest::newRow("the same") << Matters{matter(u"a"_s)} << All{issue(1, u"a"_s)} << QStringList{u"same a #1"_s};
        QTest::newRow("another text") << Matters{matter(u"a"_s, u"worse"_s)} << All{issue(1, u"a"_s)}
                                      << QStringList{u"update a #1"_s};
        QTest::newRow("gone") << Matters{} << All{issue(1, u"a"_s)} << QStringList{u"close a #1"_s};
        QTest::newRow("gone and closed already") << Matters{} << All{resolved} << QStringList{};
        QTest::newRow("gone after a person closed it")
            << Matters{} << All{closed(issue(1, u"a"_s))} << QStringList{u"update a #1"_s};
        QTest::newRow("a closed double hides no person's word")
            << Matters{matter(u"a"_s)} << All{closed(issue(1, u"a"_s)), twice} << QStringList{u"closed-by-hand a #1"_s};
        QTest::newRow("closed by a person")
            << Matters{matter(u"a"_s)} << All{closed(issue(1, u"a"_s))} << QStringList{u"closed-by-hand a #1"_s};
        QTest::newRow("back again") << Matters{matter(u"a"_s)} << All{resolved} << QStringList{u"open a"_s};
        QTest::newRow("two of one") << Matters{matter(u"a"_s)} << All{issue(7, u"a"_s), issue(3, u"a"_s)}
                                    << QStringList{u"same a #3"_s, u"close-double a #7"_s};
        QTest::newRow("one on two pages")
            << Matters{matter(u"a"_s)} << All{issue(3, u"a"_s), issue(3, u"a"_s)} << QStringList{u"same a #3"_s};
        QTest::newRow("a pull request is none") << Matters{matter(u"a"_s)} << All{pull} << QStringList{u"open a"_s};
        QTest::newRow("other people's") << Matters{} << All{byHand} << QStringList{};
        QTest::newRow("acknowledged, none yet") << Matters{quiet} << All{} << QStringList{};
        QTest::newRow("acknowledged, one there")
            << Matters{quiet} << All{issue(1, u"a"_s)} << QStringList{u"same a #1"_s};
    }
    void oneIssueForOneMatter()
    {
        QFETCH(std::vector<TrackedMatter>, matters);
        QFETCH(std::vector<Issue>, issues);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(planIssues(kName, matters, always, issues)), expected);
    }

    /// An issue that knows its matter by a former key is the same one, and knows it by the new key from then on.
    void aFormerKeyIsRead()
    {
        TrackedMatter renamed = matter(u"acme|a"_s);
        renamed.formerKey = u"a"_s;
        const auto steps = planIssues(kName, {renamed}, always, {issue(1, u"a"_s)});
        QCOMPARE(linesOf(steps), QStringList{u"update acme|a #1"_s});
        QCOMPARE(markedPart(steps[0].body, kName)->key, u"acme|a"_s);
        QCOMPARE(linesOf(planIssues(kName, {renamed}, always, {closed(issue(1, u"a"_s))})),
                 QStringList{u"closed-by-hand acme|a #1"_s});
        // Of two the older one stays, whatever each knows it by.
        QCOMPARE(linesOf(planIssues(kName, {renamed}, always, {issue(1, u"acme|a"_s), issue(2, u"a"_s)})),
                 (QStringList{u"same acme|a #1"_s, u"close-double acme|a #2"_s}));
    }

    void whatCannotBeToldStaysOpen()
    {
        const auto fate = [](const QString& key) { return key == "b"_L1 ? MatterFate::Gone : MatterFate::Unsure; };
        const auto steps = planIssues(kName, {}, fate, {issue(1, u"a"_s), issue(2, u"b"_s)});
        QCOMPARE(linesOf(steps), (QStringList{u"unknown a #1"_s, u"close b #2"_s}));
        QVERIFY(!steps[0].isChange() && steps[1].isChange());
    }

    /// Another owner may keep issues in the same repository.
    void whatIsNobodysOfHereIsLeftAlone()
    {
        const auto fate = [](const QString& key) { return key == "b"_L1 ? MatterFate::Others : MatterFate::Gone; };
        const std::vector<Issue> issues{issue(1, u"a"_s), issue(2, u"b"_s), closed(issue(3, u"b"_s))};
        QCOMPARE(linesOf(planIssues(kName, {}, fate, issues)), QStringList{u"close a #1"_s});
    }

    /// Closed by a person, gone, back: that is a new issue. Until it was gone there is none.
    void whatComesBackAfterAPersonClosedItIsNew()
    {
        Issue mine = closed(issue(1, u"a"_s));
        mine.body += u"\n\nNot worth it."_s;
        QCOMPARE(linesOf(planIssues(kName, {matter(u"a"_s)}, always, {mine})), QStringList{u"closed-by-hand a #1"_s});
        const auto gone = planIssues(kName, {}, always, {mine});
        QCOMPARE(linesOf(gone), QStringList{u"update a #1"_s});
        mine.body = gone[0].body;
        QVERIFY(mine.body.endsWith(u"Not worth it."_s));
        QCOMPARE(linesOf(planIssues(kName, {}, always, {mine})), QStringList());
        QCOMPARE(linesOf(planIssues(kName, {matter(u"a"_s)}, always, {mine})), QStringList{u"open a"_s});
        // What could not be checked is not written down as gone.
        const auto never = [](const QString&) { return MatterFate::Unsure; };
        QCOMPARE(linesOf(planIssues(kName, {}, never, {closed(issue(1, u"a"_s))})), QStringList());
    }

    void whatPeopleWroteStays()
    {
        Issue mine = issue(1, u"a"_s);
        mine.body += u"\n\nI am on it."_s;
        const auto steps = planIssues(kName, {matter(u"a"_s, u"worse"_s)}, always, {mine});
        QVERIFY(steps[0].body.contains(u"worse"_s) && steps[0].body.endsWith(u"I am on it."_s));
        const auto ended = planIssues(kName, {}, always, {mine});
        QVERIFY(ended[0].body.contains(u"This is resolved."_s) && ended[0].body.endsWith(u"I am on it."_s));
    }
};

SLIPWAY_TEST_SUITE(TestIssuePlan);
#include "test_issueplan.moc"
