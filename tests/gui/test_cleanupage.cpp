#include "gui/showncleanup.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/planpane.h"
#include "views/widgets/confirmdialog.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>
#include <QTest>

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

SLIPWAY_TEST_SUITE(TestCleanupAge);

} // namespace slipway::test

#include "test_cleanupage.moc"
