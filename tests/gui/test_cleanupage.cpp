#include "gui/showncleanup.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/historypane.h"
#include "views/cleanup/planpane.h"
#include "views/widgets/confirmdialog.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the Cleanup page says of a plan that is too old to be carried out.
class TestCleanupAge final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void aPlanThatIsTooOldIsNotOffered_data();
    void aPlanThatIsTooOldIsNotOffered();
    void aPlanThatGrewTooOldUnseenIsNotAskedAbout();
    void whatNoRestoreMendsIsToldAlone();
    void whatIsToldLeavesTheOfferedRestore_data();
    void whatIsToldLeavesTheOfferedRestore();

private:
    [[nodiscard]] CleanupPage& page() { return m_fixture->window.cleanupPage(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCleanupAge::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showCleanup(m_fixture->window);
    m_fixture->window.setWriteAccess(WriteAccess::Allowed);
    QVERIFY(m_fixture->show());
}

void TestCleanupAge::aPlanThatIsTooOldIsNotOffered_data()
{
    QTest::addColumn<int>("madeHoursAgo");
    QTest::addColumn<int>("readHoursAgo");
    QTest::addColumn<QString>("why");
    QTest::newRow("young enough") << 1 << 23 << QString();
    QTest::newRow("made of what is old")
        << 1 << 25 << u"What this plan was made of was read more than a day ago. Read the registry again."_s;
    QTest::newRow("old itself") << 25 << 25 << u"This plan is older than a day. Preview the cleanup again."_s;
}

void TestCleanupAge::aPlanThatIsTooOldIsNotOffered()
{
    QFETCH(const int, madeHoursAgo);
    QFETCH(const int, readHoursAgo);
    auto sheet = std::make_shared<CleanupSheet>(*page().sheet());
    sheet->plan.createdAt = fixtureTime().addDuration(-std::chrono::hours(madeHoursAgo));
    sheet->terms.readAt = fixtureTime().addDuration(-std::chrono::hours(readHoursAgo));
    page().setClock(Clock(fixtureTime()));
    page().setSheet(sheet);
    QTEST(page().plan().applyButton().toolTip(), "why");
    QCOMPARE(page().plan().applyButton().isEnabled(), page().plan().applyButton().toolTip().isEmpty());
}

/// Time passes without telling the page: it looks again when it is pressed.
void TestCleanupAge::aPlanThatGrewTooOldUnseenIsNotAskedAbout()
{
    page().setClock(Clock());
    QDateTime end;
    // Long enough to be offered before it is too old, however slow this machine is just now.
    for (std::chrono::milliseconds margin{500};; margin *= 2) {
        end = QDateTime::currentDateTimeUtc().addDuration(margin);
        auto sheet = std::make_shared<CleanupSheet>(*page().sheet());
        sheet->plan.createdAt = end.addDuration(-kPlanLifetime);
        sheet->terms.readAt = sheet->plan.createdAt;
        page().setSheet(sheet);
        if (page().plan().applyButton().isEnabled())
            break;
    }
    QVERIFY(eventually([&] { return QDateTime::currentDateTimeUtc() > end; }));
    page().plan().applyButton().click();
    QVERIFY(!page().acting().dialog());
    QVERIFY(!page().plan().applyButton().isEnabled());
    QCOMPARE(page().acting().result().sentence(), u"This plan is older than a day. Preview the cleanup again."_s);
}

void TestCleanupAge::whatIsToldLeavesTheOfferedRestore_data()
{
    QTest::addColumn<QString>("deed");
    QTest::addColumn<QString>("told");
    const QString old = u"This plan is older than a day. Preview the cleanup again."_s;
    QTest::newRow("a plan that is too old") << u"apply"_s << old;
    QTest::newRow("a run that cannot be gone on with")
        << u"go on"_s << u"Refused: This plan is older than a day (make a new one)."_s;
    QTest::newRow("another run") << u"another"_s << u"0 versions deleted, which frees 0 B."_s;
    QTest::newRow("gone on with, and not proven")
        << u"unproven"_s << u"0 versions deleted, which frees 0 B. Whether every kept tag is whole"_s;
    QTest::newRow("some versions of it back") << u"some"_s << u"1 version restored."_s;
    QTest::newRow("the restore that fails") << u"failing"_s << u"0 versions restored. 1 could not be."_s;
}

/// What the journal cannot bring back is no restore's: it is told, with what was broken before, and nothing is offered.
void TestCleanupAge::whatNoRestoreMendsIsToldAlone()
{
    auto& acting = page().acting();
    CleanupResult broken;
    broken.proof.broken.push_back({{u"app"_s}, named(u"v1"_s), {u"v1"_s}, {named(u"child"_s)}});
    broken.proof.brokenBefore = 2;
    acting.showStarted(u"Clean up"_s);
    acting.showEnded(broken);
    QVERIFY(acting.result().isVisible() && !acting.note().isVisible());
    QCOMPARE(
        acting.result().sentence(),
        u"0 versions deleted, which frees 0 B. 1 kept tag cannot be pulled whole any more. What it lacks is not in "
        "the journal of this cleanup, which cannot bring it back. 2 tagged versions could not be pulled whole "
        "before it; they do not count here."_s);
    for (const auto* button : acting.result().findChildren<QPushButton*>())
        QVERIFY(!button->isVisible() || button->text() != u"Restore all of it"_s);
}

/// A run broke something: whatever is told after it, the restore stays on offer until it is done or closed.
void TestCleanupAge::whatIsToldLeavesTheOfferedRestore()
{
    QFETCH(const QString, deed);
    QFETCH(const QString, told);
    auto& acting = page().acting();
    CleanupResult broken;
    broken.outcome.journal = u"/data/journal-1.jsonl"_s;
    broken.proof.broken.push_back({{u"app"_s}, named(u"v1"_s), {u"v1"_s}, {named(u"child"_s)}});
    broken.proof.restoreHelps = true;
    acting.showStarted(u"Clean up"_s);
    acting.showEnded(broken);
    const QString offered = acting.result().sentence();
    const auto offer = [&] {
        const auto buttons = acting.result().findChildren<QPushButton*>();
        const auto found = std::ranges::find(buttons, u"Restore all of it"_s, &QPushButton::text);
        return found != buttons.end() && (*found)->isVisible() ? *found : nullptr;
    };
    QVERIFY(offer() && !acting.note().isVisible());
    RestoreOutcome restored;
    if (deed == "apply"_L1) {
        auto sheet = std::make_shared<CleanupSheet>(*page().sheet());
        sheet->plan.createdAt = QDateTime::currentDateTimeUtc().addDuration(-kPlanLifetime * 2);
        page().setClock(Clock());
        page().setSheet(sheet);
        acting.tellWhyNot(page().plan().applyButton().toolTip());
    } else if (deed == "go on"_L1) {
        acting.showFailed({ErrorKind::Refused, u"This plan is older than a day"_s, u"make a new one"_s, {}});
    } else if (deed == "another"_L1) {
        CleanupResult other;
        other.outcome.journal = u"/data/journal-2.jsonl"_s;
        acting.showStarted(u"Clean up"_s);
        QVERIFY(!offer());
        acting.showEnded(other);
    } else if (deed == "unproven"_L1) {
        CleanupResult again;
        again.outcome.journal = broken.outcome.journal;
        again.proof.problems.push_back(Error{ErrorKind::Network, u"api.github.com"_s, {}, {}});
        acting.showStarted(u"Clean up"_s);
        acting.showEnded(again);
    } else if (deed == "some"_L1) {
        Q_EMIT acting.history().restoreRequested(broken.outcome.journal, {VersionId{7}});
        restored.restored.push_back({{u"app"_s}, {7}, named(u"child"_s), {}, {}, {}, true});
        acting.showRestored(restored);
    } else {
        offer()->click();
        restored.failed.push_back({{u"app"_s}, {7}, named(u"child"_s), u"no"_s, {}, {}});
        acting.showRestored(restored);
    }
    QVERIFY(acting.note().isVisible());
    QVERIFY2(acting.note().sentence().startsWith(told), qPrintable(acting.note().sentence()));
    QCOMPARE(acting.result().sentence(), offered);
    const QSignalSpy restores(&acting, &CleanupActing::restoreRequested);
    QVERIFY(offer());
    offer()->click();
    QCOMPARE(restores.size(), 1);
    QCOMPARE(restores.first().first().toString(), broken.outcome.journal);
    // Once it is done it is not offered any more.
    acting.showStarted(u"Restore"_s);
    acting.showRestored({});
    QVERIFY(!offer() && !acting.note().isVisible());
    QCOMPARE(acting.result().sentence(), u"0 versions restored."_s);
}

SLIPWAY_TEST_SUITE(TestCleanupAge);

} // namespace slipway::test

#include "test_cleanupage.moc"
