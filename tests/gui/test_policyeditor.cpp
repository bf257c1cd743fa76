#include "cleanup/policyform.h"
#include "gui/policyhands.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QApplication>
#include <QCheckBox>
#include <QPointer>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The policy as a form and as YAML, by key.
class TestPolicyEditor final : public QObject, private PolicyHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { leave(); }
    void whatIsTypedInOneIsInTheOther();
    void aStepBackIsOneInBoth();
    void nothingIsLostWhileItIsWrong();
    void anItemMayHoldAComma();
    void whatIsRefusedStopsNothingElse();
    void noRuleTakesAnothersPlace();
    void theFocusIsNeverNowhere();
    void rulesComeAndGo();
    void theNewestTextIsTriedOut();
    void whatIsNotKnownIsNoFault();
    void theVerdictStandsUntilTheNext();
    void faultsStandAtTheirLine();
    void linesHaveNumbers();
    void nothingIsTypedBeforeSomethingWasRead();
    void aNewOneBeginsRight();
    void everythingHasAName();
};

void TestPolicyEditor::whatIsTypedInOneIsInTheOther()
{
    QCOMPARE(m_editor->form().grace().text(), u"2h"_s);
    type(&m_editor->form().grace(), u"30m"_s);
    QCOMPARE(yaml(), QString::fromUtf8(QByteArray(kEditedPolicy).replace("2h", "30m")));
    QTextCursor cursor = m_editor->yaml().document()->find(u"14d"_s);
    m_editor->yaml().setTextCursor(cursor);
    m_editor->yaml().setFocus();
    QTest::keyClicks(&m_editor->yaml(), u"7d"_s);
    QCOMPARE(m_editor->form().form().rules.front().olderThan, u"7d"_s);
    QVERIFY(yaml().startsWith("# ours\n"_L1));
}

void TestPolicyEditor::aStepBackIsOneInBoth()
{
    type(&m_editor->form().grace(), u"5h"_s);
    for (int step = 0; step < 9 && m_editor->isUnsaved(); ++step)
        QTest::keyClick(&m_editor->form().grace(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(yaml(), QString::fromUtf8(kEditedPolicy));
    QCOMPARE(m_editor->form().grace().text(), u"2h"_s);
    QTest::keyClick(&m_editor->form().grace(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_editor->isUnsaved());
    QCOMPARE(m_editor->form().form().grace, readPolicyForm(yaml().toUtf8())->grace);
}

void TestPolicyEditor::nothingIsLostWhileItIsWrong()
{
    type(&m_editor->form().grace(), u"soon"_s);
    QVERIFY(yaml().contains("grace: soon # builds"_L1));
    answer();
    QCOMPARE(m_editor->form().grace().text(), u"soon"_s);
    QVERIFY(!m_editor->saveButton().isEnabled());
    m_editor->yaml().setPlainText(u"version: 1\ngrace: [1h\n"_s);
    QVERIFY(!m_editor->form().isEnabled());
    QCOMPARE(m_editor->form().grace().text(), u"soon"_s);
    m_editor->yaml().setPlainText(u"version: 1\ngrace: 1h\n"_s);
    QVERIFY(m_editor->form().isEnabled());
    QCOMPARE(m_editor->form().grace().text(), u"1h"_s);
}

void TestPolicyEditor::anItemMayHoldAComma()
{
    const QByteArray theirs = "version: 1\ngrace: 2h\n"
                              "protect: { tags: [\"[v,w]?\", \" x\", \"\"], lockFiles: [\"locks/a,b.json\"] }\n"
                              "packages: [\"[a,b]-*\", \"!x,y\"]\n";
    m_editor->setOrigin({u"/team/commas.yaml"_s, theirs});
    type(&m_editor->form().grace(), u"3h"_s);
    QCOMPARE(yaml(), QString::fromUtf8(QByteArray(theirs).replace("2h", "3h")));
}

void TestPolicyEditor::whatIsRefusedStopsNothingElse()
{
    const QByteArray theirs = "version: 1\ngrace: >\n  1h\norphans: report\n";
    m_editor->setOrigin({u"/team/folded.yaml"_s, theirs});
    answer();
    QVERIFY(!m_editor->revertButton().isEnabled());
    type(&m_editor->form().grace(), u"2h"_s);
    QVERIFY(m_editor->sentences()[0].contains("This cannot be brought into the YAML as it is written: grace."_L1));
    QCOMPARE(yaml(), QString::fromUtf8(theirs));
    QVERIFY(m_editor->revertButton().isEnabled()); // the form has what is not in force
    auto* orphans = m_editor->form().findChildren<QCheckBox*>()[3];
    QCOMPARE(orphans->text(), u"Orphans go too"_s);
    QTest::keyClick(orphans, Qt::Key_Space);
    QCOMPARE(yaml(), QString::fromUtf8(QByteArray(theirs).replace("report", "delete")));
    QVERIFY(m_editor->sentences()[0].contains("This cannot be brought into the YAML"_L1));
    QTest::keyClick(orphans, Qt::Key_Space);
    QVERIFY(!m_editor->isUnsaved());
    m_editor->revertButton().click();
    QCOMPARE(m_editor->form().form(), *readPolicyForm(theirs));
    QVERIFY(!m_editor->revertButton().isEnabled());
    QVERIFY(!m_editor->sentences()[0].contains("cannot be brought"_L1));
}

/// A rule that could not be taken out is still there: the form's rows are other rules than the text's, and none is
/// written over another.
void TestPolicyEditor::noRuleTakesAnothersPlace()
{
    const QByteArray theirs = "version: 1\nrules:\n  - { tags: \"pr-*\", olderThan: &age 14d }\n"
                              "  - { tags: \"v*\", keepLatest: 50 }\n  - { tags: \"*\", olderThan: *age }\n";
    m_editor->setOrigin({u"/team/anchored.yaml"_s, theirs});
    QTest::keyClick(&m_editor->form().removeButton(0), Qt::Key_Space);
    QVERIFY(eventually([this] { return m_editor->sentences()[0].contains("as it is written: rules."_L1); }));
    QTest::keyClick(&m_editor->form().addRuleButton(), Qt::Key_Space);
    QCOMPARE(m_editor->form().form().rules.size(), std::size_t(3));
    QVERIFY(m_editor->sentences()[0].contains("as it is written: rules."_L1));
    QCOMPARE(yaml(), QString::fromUtf8(theirs));
    // What the text says is in the form again, and each rule is its own.
    m_editor->revertButton().click();
    type(m_editor->form().ruleFields(1)[2], u"9"_s);
    QCOMPARE(yaml(), QString::fromUtf8(QByteArray(theirs).replace("50", "9")));
}

void TestPolicyEditor::theFocusIsNeverNowhere()
{
    QTest::keyClick(&m_editor->form().addRuleButton(), Qt::Key_Space);
    QPointer<QLineEdit> field = m_editor->form().ruleFields(1)[0];
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->form().form().rules.size(), std::size_t(1));
    QCOMPARE(QApplication::focusWidget(), m_editor->form().ruleFields(0)[0]);
    QVERIFY(eventually([&] { return field.isNull(); }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_editor->form().form().rules.size(), std::size_t(2));
    // The only rule there is goes: the keyboard is where one is added.
    m_editor->revert();
    m_editor->setOrigin({u"/team/none.yaml"_s, QByteArray("version: 1\n")});
    QTest::keyClick(&m_editor->form().addRuleButton(), Qt::Key_Space);
    QTest::keyClick(m_editor->form().ruleFields(0)[0], Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &m_editor->form().addRuleButton());
    // Whoever writes in the YAML goes on there, whatever had the keyboard in the form before.
    QTest::keyClick(&m_editor->form().addRuleButton(), Qt::Key_Space);
    QVERIFY(m_editor->form().isAncestorOf(QApplication::focusWidget()));
    auto& text = m_editor->yaml();
    text.setFocus();
    QTest::keyClick(&text, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->form().form().rules.size(), std::size_t(0));
    QCOMPARE(QApplication::focusWidget(), &text);
    // A step that leads to a text that cannot be read takes the form away.
    text.selectAll();
    QTest::keyClicks(&text, u"version: 1"_s);
    m_editor->form().addRuleButton().setFocus();
    text.selectAll();
    text.insertPlainText(u"rules: ["_s);
    QVERIFY(!m_editor->form().isEnabled());
    QCOMPARE(QApplication::focusWidget(), &text);
}

void TestPolicyEditor::rulesComeAndGo()
{
    QTest::keyClick(&m_editor->form().addRuleButton(), Qt::Key_Space);
    answer();
    QVERIFY(m_editor->sentences().join(u'\n').contains("Line 7"_L1)); // it deletes nothing before it says what
    const auto fields = m_editor->form().ruleFields(1);
    QCOMPARE(fields.size(), std::size_t(3));
    QTest::keyClicks(fields[0], u"v*"_s);
    type(fields[2], u"1"_s);
    QVERIFY(yaml().endsWith("  - { tags: \"v*\", olderThan: 30d, keepLatest: 1 }\n"_L1));
    QTest::keyClick(&m_editor->form().removeButton(1), Qt::Key_Space);
    QVERIFY(eventually([this] { return yaml() == QString::fromUtf8(kEditedPolicy); }));
}

void TestPolicyEditor::theNewestTextIsTriedOut()
{
    QCOMPARE(m_editor->sentences()[2], u"3 versions would go, which frees 401 MiB."_s);
    const auto older = trialOf(m_tries->last()[0].toByteArray());
    type(m_editor->form().ruleFields(0)[1], u"50d"_s);
    QCOMPARE(m_tries->last()[0].toByteArray(), yaml().toUtf8());
    answer();
    const QStringList now = m_editor->sentences();
    QCOMPARE(now[2], u"1 version would go, which frees 286 MiB."_s);
    QCOMPARE(now[3], u"Untagged for more than 90d: 1 version, 286 MiB"_s);
    m_editor->setTrial(older); // it comes late
    QCOMPARE(m_editor->sentences(), now);
    type(m_editor->form().ruleFields(0)[0], u"prr-*"_s);
    answer();
    QVERIFY(m_editor->sentences().join(u'\n').contains("prr-*"_L1)); // it matches nothing
}

/// A list that cannot be read says nothing against the policy.
void TestPolicyEditor::whatIsNotKnownIsNoFault()
{
    type(&m_editor->form().grace(), u"3h"_s);
    auto trial = std::make_shared<PolicyTrial>();
    trial->text = yaml().toUtf8();
    trial->obstacle = Error{ErrorKind::FileAccess, u"/data/undeletable.json"_s, u"Permission denied"_s, {}};
    m_editor->setTrial(trial);
    QCOMPARE(m_editor->sentences()[0], u"Nothing is wrong here"_s);
    QVERIFY2(m_editor->sentences()[2].contains("undeletable.json"_L1), qPrintable(m_editor->sentences()[2]));
    QVERIFY(m_editor->saveButton().isEnabled());
}

void TestPolicyEditor::theVerdictStandsUntilTheNext()
{
    type(&m_editor->form().grace(), u"soon"_s);
    answer();
    const QStringList wrong = m_editor->sentences();
    QVERIFY(wrong[0].startsWith("Line 3"_L1));
    QTest::keyClick(&m_editor->form().grace(), Qt::Key_X); // not judged yet: no less wrong, nor was nothing read
    QCOMPARE(m_editor->sentences(), wrong);
    QVERIFY(!m_editor->saveButton().isEnabled());
    m_editor->clear();
    QCOMPARE(m_editor->sentences()[0], QString());
}

void TestPolicyEditor::faultsStandAtTheirLine()
{
    m_editor->yaml().setPlainText(u"version: 1\ngrace: 1h\nuntaged: { olderThan: 1d }\n"_s);
    answer();
    QVERIFY2(m_editor->sentences()[0].startsWith("Line 3, column 1: unknown key \"untaged\""_L1),
             qPrintable(m_editor->sentences()[0]));
    const auto marks = m_editor->yaml().extraSelections();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0].cursor.blockNumber(), 2);
    QVERIFY(!m_editor->saveButton().isEnabled());
    m_editor->yaml().setPlainText(u"version: 1\n"_s);
    answer();
    QVERIFY(m_editor->yaml().extraSelections().isEmpty());
}

void TestPolicyEditor::linesHaveNumbers()
{
    YamlEdit& edit = m_editor->yaml();
    const int room = edit.marginWidth();
    QVERIFY(room > 0);
    QCOMPARE(edit.viewport()->geometry().left() - edit.contentsRect().left(), room);
    const auto inkOf = [&] {
        const QImage margin = edit.grab(QRect(edit.contentsRect().topLeft(), QSize(room, 60))).toImage();
        int ink = 0;
        for (int y = 0; y < margin.height(); ++y)
            for (int x = 0; x < margin.width(); ++x)
                ink += margin.pixel(x, y) != margin.pixel(0, 0) ? 1 : 0;
        return ink;
    };
    QVERIFY(inkOf() > 0);
    m_editor->yaml().setPlainText(u"version: 1\n"_s + u"# more\n"_s.repeated(200));
    QVERIFY(edit.marginWidth() > room); // three digits
    QCOMPARE(edit.viewport()->geometry().left() - edit.contentsRect().left(), edit.marginWidth());
}

void TestPolicyEditor::nothingIsTypedBeforeSomethingWasRead()
{
    m_editor->clear();
    m_editor->showFailure({ErrorKind::FileAccess, u"/team/cleanup.yaml"_s, u"Permission denied"_s, {}});
    QVERIFY(m_editor->yaml().isReadOnly());
    QVERIFY(!m_editor->form().isEnabled());
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kEditedPolicy});
    QVERIFY(!m_editor->yaml().isReadOnly());
    QVERIFY(m_editor->form().isEnabled());
}

void TestPolicyEditor::aNewOneBeginsRight()
{
    m_editor->clear();
    m_editor->setOrigin({});
    answer();
    QCOMPARE(yaml().toUtf8(), newPolicyText());
    QVERIFY(!m_editor->isUnsaved());
    QVERIFY(m_editor->saveButton().isEnabled());
    QCOMPARE(m_editor->sentences()[0], u"Nothing is wrong here"_s);
}

void TestPolicyEditor::everythingHasAName()
{
    QCOMPARE(namelessWidgets(*m_editor), QStringList());
}

SLIPWAY_TEST_SUITE(TestPolicyEditor);

} // namespace slipway::test

#include "test_policyeditor.moc"
