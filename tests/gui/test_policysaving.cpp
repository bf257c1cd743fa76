#include "gui/policyhands.h"
#include "support/suite.h"

#include <QTemporaryDir>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// How an edited policy is saved, whatever was done to its file meanwhile.
class TestPolicySaving final : public QObject, private PolicyHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { leave(); }
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
    void whatComesWithTheProgramIsSavedElsewhere();
    void aPlaceThatFailsIsAskedForAgain();
};

void TestPolicySaving::savedOnlyWhereItIsRight()
{
    QVERIFY(!m_editor->saveButton().isEnabled());
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    QVERIFY(m_editor->isUnsaved());
    QTest::keyClick(&m_editor->form().grace(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(m_saves->size(), 1);
    const auto origin = m_saves->last()[0].value<PolicyOrigin>();
    QCOMPARE(origin.seen, kEditedPolicy);
    const QByteArray text = m_saves->last()[1].toByteArray();
    m_editor->showSaved({origin.file, text}, PolicySaving::Saved);
    QVERIFY(!m_editor->isUnsaved());
    QVERIFY(!m_editor->saveButton().isEnabled());
}

void TestPolicySaving::whatSomebodyElseChangedIsNotLost()
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

void TestPolicySaving::anotherReadingLeavesWhatWasTyped()
{
    type(&m_editor->form().grace(), u"3h"_s);
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kEditedPolicy});
    QVERIFY(yaml().contains("3h"_L1));
    QVERIFY(!m_editor->overwriteButton().isVisible());
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, QByteArray("version: 1\n")});
    QVERIFY(yaml().contains("3h"_L1));
    QVERIFY(m_editor->overwriteButton().isVisible());
    m_editor->revert();
    QCOMPARE(yaml(), QString::fromUtf8(kEditedPolicy));
}

void TestPolicySaving::whatWentBackIsNoChange()
{
    type(&m_editor->form().grace(), u"3h"_s);
    answer();
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, QByteArray("version: 1\n")});
    QVERIFY(!m_editor->saveButton().isEnabled());
    m_editor->setOrigin({u"/team/cleanup.yaml"_s, kEditedPolicy});
    QVERIFY(!m_editor->overwriteButton().isVisible());
    QVERIFY(m_editor->saveButton().isEnabled());
    QVERIFY(yaml().contains("3h"_L1));
}

void TestPolicySaving::whatWasWrittenUnansweredIsNoChange()
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

void TestPolicySaving::aPolicyThatBecameFaultyOverwritesNothing()
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

void TestPolicySaving::savedOnceAtATime()
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

void TestPolicySaving::charactersStay_data()
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

void TestPolicySaving::charactersStay()
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

void TestPolicySaving::lineEndsStay()
{
    const QByteArray theirs = QByteArray(kEditedPolicy).replace('\n', "\r\n");
    m_editor->setOrigin({u"/team/other.yaml"_s, theirs});
    QVERIFY(!m_editor->isUnsaved());
    type(&m_editor->form().grace(), u"3h"_s);
    QCOMPARE(m_editor->text(), QByteArray(theirs).replace("2h", "3h"));
    m_editor->revert();
    m_editor->setOrigin({u"/team/mixed.yaml"_s, QByteArray("version: 1\r\ngrace: 1h\n")});
    QVERIFY(m_editor->yaml().isReadOnly());
    QVERIFY(!m_editor->form().isEnabled());
}

void TestPolicySaving::whatComesWithTheProgramIsSavedElsewhere()
{
    m_editor->setOrigin({u":/demo/northquay.cleanup.yaml"_s, kEditedPolicy});
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
    QCOMPARE(text, QByteArray(kEditedPolicy).replace("2h", "3h"));
    m_editor->showSaved({place, text}, PolicySaving::Saved);
    QVERIFY(!m_editor->isUnsaved());
    QCOMPARE(m_editor->origin().file, place);
}

void TestPolicySaving::aPlaceThatFailsIsAskedForAgain()
{
    const QByteArray theirs = QByteArray(kEditedPolicy).replace('\n', "\r\n");
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

SLIPWAY_TEST_SUITE(TestPolicySaving);

} // namespace slipway::test

#include "test_policysaving.moc"
