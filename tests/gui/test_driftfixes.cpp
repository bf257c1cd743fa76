#include "gui/drifthands.h"
#include "support/suite.h"
#include "views/drift/acknowledgedialog.h"
#include "views/drift/issuesdialog.h"
#include "views/drift/lockdialog.h"
#include "views/drift/proposaldialog.h"
#include "views/theme/typography.h"
#include "views/widgets/dayfield.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What is acknowledged, and the lock file that is made anew.
class TestDriftFixes final : public QObject, private DriftHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { leave(); }
    void aFindingIsAcknowledged();
    void theLockIsRegeneratedAfterAPreview();
    void previewsGrowWithText();
    void copiesOfPreviewsAreTold();
    void aLockThatCannotBeWritten();
};

void TestDriftFixes::aFindingIsAcknowledged()
{
    QSignalSpy asked(&page().fixes(), &DriftFixes::acknowledgeRequested);
    page().findings().setFocus();
    key(Qt::Key_Home);
    const auto life = *page().card().finding();
    push(u"Acknowledge…"_s);
    auto* dialog = page().fixes().acknowledging();
    QVERIFY(dialog);
    QVERIFY(eventually([&] { return dialog->reasonField().hasFocus(); }));
    QVERIFY(!dialog->confirmButton().isEnabled());
    key(Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    keys(u"rebuild is scheduled"_s);
    key(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0].at(0).toLongLong(), life.id);
    QCOMPARE(asked[0].at(1).toString(), u"rebuild is scheduled"_s);
    QCOMPARE(asked[0].at(2).toDateTime(), QDateTime(QDate(2026, 12, 6).startOfDay()));
    page().fixes().showAcknowledged(std::unexpected(Error{ErrorKind::Store, u"slipway.db"_s, u"disk full"_s, {}}));
    QVERIFY(dialog->isVisible() && dialog->confirmButton().isEnabled());
    const auto done = acknowledged(life, u"rebuild is scheduled"_s, asked[0].at(2).toDateTime(), fixtureTime()).value();
    page().fixes().showAcknowledged(done);
    QVERIFY(eventually([&] { return !page().fixes().acknowledging(); }));
    auto lives = page().look()->lives;
    lives[0] = done;
    page().setLook(driftFrom(page().look()->ground, fixtureTime(), lives));
    QVERIFY(button(u"Acknowledged 1"_s));
    QCOMPARE(page().matrix().model()->index(0, 3).data().toString(), u"1 known"_s);
    QCOMPARE(page().card().lines()[2],
             u"First seen 12:00. Acknowledged until 6 Dec 2026, 00:00: rebuild is scheduled"_s);
}

void TestDriftFixes::theLockIsRegeneratedAfterAPreview()
{
    QSignalSpy asked(&page().fixes(), &DriftFixes::lockPreviewRequested);
    QSignalSpy written(&page().fixes(), &DriftFixes::lockWriteRequested);
    push(u"Regenerate lock…"_s);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!page().fixes().regenerating());
    const auto shown = lockPreview(u"/tmp/build-lock.json"_s);
    page().fixes().showLockPreview(shown);
    auto* dialog = page().fixes().regenerating();
    QVERIFY(dialog);
    QCOMPARE(dialog->sentences()[0], u"1 tag on another digest: 1 lines go, 1 come."_s);
    QCOMPARE(dialog->text().toPlainText(), u"  {\n-   \"a\": 1\n+   \"a\": 2\n  }"_s);
    QVERIFY(eventually([&] { return dialog->isVisible(); }));
    QCOMPARE(written.size(), 0);
    QTest::mouseClick(&dialog->writeButton(), Qt::LeftButton);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written[0].at(0).value<LockPreviewPtr>(), shown);
    page().fixes().showLockWritten(failure(ErrorKind::FileAccess, u"/tmp/build-lock.json"_s, u"disk full"_s));
    QVERIFY(dialog->isVisible());
    page().fixes().showLockWritten({});
    QVERIFY(eventually([&] { return !page().fixes().regenerating(); }));
}

void TestDriftFixes::previewsGrowWithText()
{
    const auto restore = qScopeGuard([] { setTextScale(1); });
    const LockDialog lock(lockPreview(u"/tmp/build-lock.json"_s), &window());
    const ProposalDialog pull(lockProposal(), &window());
    const std::array dialogs{static_cast<const Dialog*>(&lock), static_cast<const Dialog*>(&pull)};
    for (const auto* dialog : dialogs)
        QVERIFY2(dialog->minimumWidth() > 560, qPrintable(dialog->windowTitle()));
    const int lockWidth = lock.width();
    const int pullWidth = pull.width();
    const int textHeight = pull.findChild<QPlainTextEdit*>()->minimumHeight();
    setTextScale(1.5);
    QCOMPARE(lock.width(), withText(lockWidth));
    QCOMPARE(pull.width(), withText(pullWidth));
    QCOMPARE(pull.findChild<QPlainTextEdit*>()->minimumHeight(), withText(textHeight));
}

void TestDriftFixes::copiesOfPreviewsAreTold()
{
    LockDialog lock(lockPreview(u"/tmp/build-lock.json"_s), &window());
    ProposalDialog pull(lockProposal(), &window());
    auto steps = std::make_shared<IssuesPreview>();
    steps->steps = {{IssueAct::Open, u"a"_s, 0, {}, u"Drift: a"_s, u"It drifts."_s}};
    IssuesDialog issues(steps, &window());
    const std::array<Dialog*, 3> dialogs{&lock, &pull, &issues};
    for (auto* dialog : dialogs) {
        dialog->show();
        auto* text = dialog->findChild<QPlainTextEdit*>();
        QVERIFY(text->isVisible());
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), text->toPlainText());
        const auto* toast = dialog->findChild<Toast*>();
        QVERIFY2(toast, qPrintable(dialog->windowTitle()));
        QCOMPARE(toast->sentence(), u"Copied as text"_s);
        dialog->close();
    }
}

void TestDriftFixes::aLockThatCannotBeWritten()
{
    page().fixes().showLockPreview(lockPreview(u":/demo/northquay.build-lock.json"_s));
    auto* dialog = page().fixes().regenerating();
    QVERIFY(dialog);
    QVERIFY(!dialog->writeButton().isEnabled());
    QVERIFY(dialog->sentences().contains(u"The demo's lock file is a part of the program and cannot be written."_s));
    dialog->reject();
    page().fixes().showLockPreview(
        std::unexpected(Error{ErrorKind::InvalidFile, u"/team/build-lock.json:2:1"_s, u"no JSON"_s, {}}));
    QVERIFY(page().stateTexts().constFirst().contains(u"build-lock.json:2:1"_s));
}

SLIPWAY_TEST_SUITE(TestDriftFixes);

} // namespace slipway::test

#include "test_driftfixes.moc"
