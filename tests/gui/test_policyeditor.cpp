#include "cleanup/policyform.h"
#include "cleanup/policyreader.h"
#include "gui/showncleanup.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/policyeditor.h"
#include "views/cleanup/policyformview.h"
#include "views/cleanup/yamledit.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QByteArray kPolicy = "# ours\n"
                           "version: 1\n"
                           "grace: 2h # builds\n"
                           "untagged: { olderThan: 90d }\n"
                           "rules:\n"
                           "  - { tags: \"pr-*\", olderThan: 14d }\n";

} // namespace

/// The policy as a form and as YAML, by key.
class TestPolicyEditor final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsTypedInOneIsInTheOther();
    void aStepBackIsOneInBoth();
    void nothingIsLostWhileItIsWrong();
    void anItemMayHoldAComma();
    void whatIsRefusedStopsNothingElse();
    void theFocusIsNeverNowhere();
    void rulesComeAndGo();
    void theNewestTextIsTriedOut();
    void whatIsNotKnownIsNoFault();
    void theVerdictStandsUntilTheNext();
    void faultsStandAtTheirLine();
    void savedOnlyWhereItIsRight();
    void whatSomebodyElseChangedIsNotLost();
    void anotherReadingLeavesWhatWasTyped();
    void whatWentBackIsNoChange();
    void whatWasWrittenUnansweredIsNoChange();
    void aPolicyThatBecameFaultyOverwritesNothing();
    void savedOnceAtATime();
    void lineEndsStay();
    void charactersStay_data();
    void charactersStay();
    void linesHaveNumbers();
    void nothingIsTypedBeforeSomethingWasRead();
    void aNewOneBeginsRight();
    void whatComesWithTheProgramIsSavedElsewhere();
    void aPlaceThatFailsIsAskedForAgain();
    void everythingHasAName();

private:
    [[nodiscard]] PolicyTrialPtr trialOf(const QByteArray& text) const;
    /// Gives the editor the answer to what it asked for last.
    void answer() { m_editor->setTrial(trialOf(m_tries->last()[0].toByteArray())); }
    void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    /// Presses Save, and names a place.
    void saveAt(const QString& path);
    [[nodiscard]] QString yaml() const { return m_editor->yaml().toPlainText(); }

    InventoryPtr m_inventory;
    std::unique_ptr<PolicyEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_tries;
    std::unique_ptr<QSignalSpy> m_saves;
};

PolicyTrialPtr TestPolicyEditor::trialOf(const QByteArray& text) const
{
    auto trial = std::make_shared<PolicyTrial>();
    trial->text = text;
    const auto policy = parseCleanupPolicy(text, u"cleanup.yaml"_s);
    if (!policy) {
        trial->fault = policy.error();
        return trial;
    }
    CleanupTerms terms = untidyTerms();
    terms.policy = *policy;
    trial->sheet = cleanupFrom(m_inventory, terms);
    return trial;
}

void TestPolicyEditor::init()
{
    m_inventory = inventoryFrom(untidyOrganisation());
    m_editor = std::make_unique<PolicyEditor>();
    m_tries = std::make_unique<QSignalSpy>(m_editor.get(), &PolicyEditor::tryRequested);
    m_saves = std::make_unique<QSignalSpy>(m_editor.get(), &PolicyEditor::saveRequested);
    m_editor->resize(1160, 700);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kPolicy});
    answer();
}

void TestPolicyEditor::cleanup()
{
    m_tries.reset();
    m_saves.reset();
    m_editor.reset();
}

void TestPolicyEditor::whatIsTypedInOneIsInTheOther()
{
    QCOMPARE(m_editor->form().grace().text(), u"2h"_s);
    type(&m_editor->form().grace(), u"30m"_s);
    QCOMPARE(yaml(), QString::fromUtf8(QByteArray(kPolicy).replace("2h", "30m")));
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
    QCOMPARE(yaml(), QString::fromUtf8(kPolicy));
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
    QVERIFY(eventually([this] { return yaml() == QString::fromUtf8(kPolicy); }));
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

void TestPolicyEditor::savedOnlyWhereItIsRight()
{
    QVERIFY(!m_editor->saveButton().isEnabled());
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    QVERIFY(m_editor->isUnsaved());
    QTest::keyClick(&m_editor->form().grace(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(m_saves->size(), 1);
    const auto origin = m_saves->last()[0].value<PolicyOrigin>();
    QCOMPARE(origin.seen, kPolicy);
    const QByteArray text = m_saves->last()[1].toByteArray();
    m_editor->showSaved({origin.file, text}, PolicySaving::Saved);
    QVERIFY(!m_editor->isUnsaved());
    QVERIFY(!m_editor->saveButton().isEnabled());
}

void TestPolicyEditor::whatSomebodyElseChangedIsNotLost()
{
    const QByteArray theirs = "version: 1\ngrace: 9h\n";
    const QSignalSpy loads(m_editor.get(), &PolicyEditor::loadRequested);
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    m_editor->saveButton().click();
    m_editor->showSaved(m_editor->origin(), PolicySaving::Changed);
    QVERIFY(m_editor->isUnsaved());
    QVERIFY(!m_editor->saveButton().isEnabled());
    QVERIFY(m_editor->overwriteButton().isVisible() && m_editor->loadButton().isVisible());
    m_editor->overwriteButton().click();
    QCOMPARE(loads.size(), 1);
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, theirs});
    QCOMPARE(m_saves->last()[0].value<PolicyOrigin>().seen, theirs);
    QVERIFY(m_saves->last()[1].toByteArray().contains("3h"));
    m_editor->showSaved(m_editor->origin(), PolicySaving::Changed);
    m_editor->loadButton().click();
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, theirs});
    QCOMPARE(yaml().toUtf8(), theirs);
    QVERIFY(!m_editor->isUnsaved());
    m_editor->yaml().undo(); // not even then
    QVERIFY(yaml().contains("3h"_L1));
}

void TestPolicyEditor::anotherReadingLeavesWhatWasTyped()
{
    type(&m_editor->form().grace(), u"3h"_s);
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kPolicy});
    QVERIFY(yaml().contains("3h"_L1));
    QVERIFY(!m_editor->overwriteButton().isVisible());
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, QByteArray("version: 1\n")});
    QVERIFY(yaml().contains("3h"_L1));
    QVERIFY(m_editor->overwriteButton().isVisible());
    m_editor->revert();
    QCOMPARE(yaml(), QString::fromUtf8(kPolicy));
}

void TestPolicyEditor::whatWentBackIsNoChange()
{
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, QByteArray("version: 1\n")});
    QVERIFY(!m_editor->saveButton().isEnabled());
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kPolicy});
    QVERIFY(!m_editor->overwriteButton().isVisible());
    QVERIFY(m_editor->saveButton().isEnabled());
    QVERIFY(yaml().contains("3h"_L1));
}

void TestPolicyEditor::whatWasWrittenUnansweredIsNoChange()
{
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    m_editor->saveButton().click();
    const QByteArray written = m_saves->last()[1].toByteArray();
    m_editor->forgetAsked();
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, written});
    QVERIFY(!m_editor->isUnsaved());
    QVERIFY(!m_editor->overwriteButton().isVisible());
}

void TestPolicyEditor::aPolicyThatBecameFaultyOverwritesNothing()
{
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, QByteArray("version: 1\n")});
    m_editor->overwriteButton().click();
    type(&m_editor->form().grace(), u"soon"_s); // while the file is being read
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, QByteArray("version: 1\n")});
    QCOMPARE(m_saves->size(), 0);
    answer();
    QVERIFY(!m_editor->overwriteButton().isEnabled());
}

void TestPolicyEditor::savedOnceAtATime()
{
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    m_editor->saveButton().click();
    m_editor->saveButton().click();
    QTest::keyClick(&m_editor->form().grace(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(m_saves->size(), 1);
    m_editor->showSaved({u"/team/cleanup.yaml"_s, m_saves->last()[1].toByteArray()}, PolicySaving::Saved);
    type(&m_editor->form().grace(), u"4h"_s);
    answer();
    m_editor->saveButton().click();
    QCOMPARE(m_saves->size(), 2);
}

void TestPolicyEditor::charactersStay_data()
{
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<bool>("isChangeable");
    QTest::newRow("a no-break space") << QByteArray("# of\u00A0ours\nversion: 1\ngrace: 2h\n") << true;
    QTest::newRow("a line separator") << QByteArray("# of\u2028ours\nversion: 1\ngrace: 2h\n") << true;
    QTest::newRow("a paragraph separator") << QByteArray("# of\u2029ours\nversion: 1\ngrace: 2h\n") << false;
    QTest::newRow("a lone carriage return") << QByteArray("# of\rours\nversion: 1\ngrace: 2h\n") << false;
    QTest::newRow("mixed line ends") << QByteArray("# of\u00A0ours\r\nversion: 1\ngrace: 2h\n") << false;
    QTest::newRow("no UTF-8") << QByteArray("# of\xFFours\nversion: 1\ngrace: 2h\n") << false;
}

void TestPolicyEditor::charactersStay()
{
    QFETCH(const QByteArray, theirs);
    QFETCH(const bool, isChangeable);
    m_editor->setOrigin({u"/team/other.yaml"_s, theirs});
    answer();
    QVERIFY(!m_editor->isUnsaved());
    QVERIFY(!m_editor->saveButton().isEnabled());
    QCOMPARE(m_editor->yaml().isReadOnly(), !isChangeable);
    QCOMPARE(m_editor->form().isEnabled(), isChangeable);
    if (!isChangeable)
        return;
    type(&m_editor->form().grace(), u"3h"_s);
    QCOMPARE(m_editor->text(), QByteArray(theirs).replace("2h", "3h"));
    m_editor->revert();
    QVERIFY(!m_editor->isUnsaved());
    QCOMPARE(m_editor->text(), theirs);
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
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kPolicy});
    QVERIFY(!m_editor->yaml().isReadOnly());
    QVERIFY(m_editor->form().isEnabled());
}

void TestPolicyEditor::lineEndsStay()
{
    const QByteArray theirs = QByteArray(kPolicy).replace('\n', "\r\n");
    m_editor->setOrigin({u"/team/other.yaml"_s, theirs});
    QVERIFY(!m_editor->isUnsaved());
    type(&m_editor->form().grace(), u"3h"_s);
    QCOMPARE(m_editor->text(), QByteArray(theirs).replace("2h", "3h"));
    m_editor->revert();
    m_editor->setOrigin({u"/team/mixed.yaml"_s, QByteArray("version: 1\r\ngrace: 1h\n")});
    QVERIFY(m_editor->yaml().isReadOnly());
    QVERIFY(!m_editor->form().isEnabled());
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

void TestPolicyEditor::whatComesWithTheProgramIsSavedElsewhere()
{
    m_editor->setOrigin({u":/demo/northquay.cleanup.yaml"_s, kPolicy});
    answer();
    QCOMPARE(m_editor->sentences()[1], u"It comes with the program; saving asks for a place"_s);
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    QCOMPARE(m_editor->saveButton().text(), u"Save policy…"_s); // it asks where
    QVERIFY(m_editor->saveButton().isEnabled());
    const QTemporaryDir folder;
    const QSignalSpy loads(m_editor.get(), &PolicyEditor::loadRequested);
    const QString place = folder.filePath(u"ours.yaml"_s);
    saveAt(place);
    QCOMPARE(m_saves->size(), 0); // first what is there, which the dialog has asked about
    QCOMPARE(loads.last()[0].toString(), place);
    m_editor->setOrigin({place, QByteArray("version: 1\n")});
    QCOMPARE(m_saves->size(), 1);
    QCOMPARE(m_saves->last()[0].value<PolicyOrigin>(), (PolicyOrigin{place, QByteArray("version: 1\n")}));
    const QByteArray text = m_saves->last()[1].toByteArray();
    QCOMPARE(text, QByteArray(kPolicy).replace("2h", "3h"));
    m_editor->showSaved({place, text}, PolicySaving::Saved);
    QVERIFY(!m_editor->isUnsaved());
    QCOMPARE(m_editor->origin().file, place);
}

void TestPolicyEditor::aPlaceThatFailsIsAskedForAgain()
{
    const QByteArray theirs = QByteArray(kPolicy).replace('\n', "\r\n");
    m_editor->setOrigin({u":/demo/northquay.cleanup.yaml"_s, theirs});
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"ours.yaml"_s);
    saveAt(place);
    m_editor->setOrigin({place, std::nullopt});
    QCOMPARE(m_saves->size(), 1);
    QCOMPARE(m_saves->last()[1].toByteArray(), QByteArray(theirs).replace("2h", "3h")); // its own line ends
    m_editor->showSaved({place, std::nullopt},
                        std::unexpected(Error{ErrorKind::FileAccess, place, u"Permission denied"_s, {}}));
    QCOMPARE(m_editor->saveButton().text(), u"Save policy…"_s);
    QVERIFY(m_editor->saveButton().isEnabled());
    QVERIFY(m_editor->isUnsaved());
    QCOMPARE(m_editor->origin().file, u":/demo/northquay.cleanup.yaml"_s);
    saveAt(place);
    m_editor->setOrigin({place, std::nullopt});
    m_editor->showSaved({place, QByteArray("version: 1\n")}, PolicySaving::Changed);
    QVERIFY(!m_editor->overwriteButton().isVisible()); // that would be about the demo's
    QVERIFY(m_editor->sentences().join(u'\n').contains("Save again"_L1));
    m_editor->revert();
    QCOMPARE(m_editor->text(), theirs);
}

void TestPolicyEditor::saveAt(const QString& path)
{
    m_editor->saveButton().click();
    auto* dialog = m_editor->findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    delete dialog;
}

void TestPolicyEditor::everythingHasAName()
{
    QCOMPARE(namelessWidgets(*m_editor), QStringList());
}

SLIPWAY_TEST_SUITE(TestPolicyEditor);

} // namespace slipway::test

#include "test_policyeditor.moc"
