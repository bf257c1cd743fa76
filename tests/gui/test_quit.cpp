#include "app/quitdialog.h"
#include "app/quitguard.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QPushButton>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The window is closed while something runs.
class TestQuit final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withNothingRunningItCloses();
    void readingIsNotAskedAbout();
    void whatWouldBeHalfDoneIsAskedAbout();
    void stayingIsTheDefault_data();
    void stayingIsTheDefault();
    void stoppedItCloses();
    void itClosesWhenAllHasEnded();
    void askedTwiceItAsksOnce();

private:
    [[nodiscard]] std::unique_ptr<Operation> run(const QString& title, const QString& consequence);
    void quit() { QTest::keyClick(&window(), Qt::Key_Q, Qt::ControlModifier); }
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] QuitDialog* dialog()
    {
        auto* found = window().findChild<QuitDialog*>();
        return found && found->isVisible() && QTest::qWaitForWindowActive(found) ? found : nullptr;
    }
    [[nodiscard]] bool hasNoDialog()
    {
        return eventually([this] { return !window().findChild<QuitDialog*>(); });
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<QuitGuard> m_guard;
};

void TestQuit::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    m_guard = std::make_unique<QuitGuard>(window(), m_fixture->operations);
    QVERIFY(m_fixture->show());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestQuit::cleanup()
{
    m_guard.reset();
    m_fixture.reset();
}

std::unique_ptr<Operation> TestQuit::run(const QString& title, const QString& consequence)
{
    auto operation = std::make_unique<Operation>(title, title);
    operation->setConsequence(consequence);
    m_fixture->operations.add(operation.get());
    return operation;
}

void TestQuit::withNothingRunningItCloses()
{
    quit();
    QVERIFY(!window().isVisible());
}

void TestQuit::readingIsNotAskedAbout()
{
    const auto reading = run(u"Read northquay"_s, {});
    quit();
    QVERIFY(!window().isVisible());
    QVERIFY(!reading->isCancelRequested()); // its owner stops it
}

void TestQuit::whatWouldBeHalfDoneIsAskedAbout()
{
    const auto reading = run(u"Read northquay"_s, {});
    const auto removal = run(u"Remove 41 versions"_s, u"What is removed stays removed; the rest stays."_s);
    removal->setProgress(12, 41, OperationUnit::Versions);
    quit();
    QVERIFY(window().isVisible());
    auto* asked = dialog();
    QVERIFY(asked);
    QCOMPARE(asked->lines(),
             QStringList{u"Remove 41 versions (12 of 41 versions). What is removed stays removed; the rest stays."_s});
    QVERIFY(asked->accessibleDescription().contains(u"Remove 41 versions"_s));
    QCOMPARE(clippedTexts(*asked), QStringList());
    QCOMPARE(namelessWidgets(*asked), QStringList());
    if (const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES"); !folder.isEmpty())
        QVERIFY(asked->grab().save(folder + u"/quit.png"_s));
}

void TestQuit::stayingIsTheDefault_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("Space") << Qt::Key_Space;
}

void TestQuit::stayingIsTheDefault()
{
    QFETCH(const Qt::Key, key);
    const auto removal = run(u"Remove 41 versions"_s, u"The rest stays."_s);
    quit();
    QVERIFY(dialog());
    QVERIFY(dialog()->keep().isDefault());
    QTest::keyClick(dialog()->focusWidget(), key);
    QVERIFY(hasNoDialog());
    QVERIFY(window().isVisible());
    QVERIFY(!removal->isCancelRequested());
    // And it is asked again the next time.
    QVERIFY(!window().close());
    QVERIFY(dialog());
}

void TestQuit::stoppedItCloses()
{
    const auto removal = run(u"Remove 41 versions"_s, u"The rest stays."_s);
    quit();
    QVERIFY(dialog());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog()->focusWidget(), &dialog()->stop());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Space);
    QVERIFY(removal->isCancelRequested());
    QVERIFY(!window().isVisible());
}

void TestQuit::itClosesWhenAllHasEnded()
{
    const auto one = run(u"One"_s, u"Half done."_s);
    const auto two = run(u"Two"_s, u"Half done."_s);
    quit();
    QVERIFY(dialog());
    one->finish();
    QVERIFY(window().isVisible());
    two->finish();
    QVERIFY(!window().isVisible());
    QVERIFY(!two->isCancelRequested());
}

void TestQuit::askedTwiceItAsksOnce()
{
    const auto removal = run(u"Remove 41 versions"_s, u"The rest stays."_s);
    window().close();
    window().close();
    QVERIFY(dialog());
    QCOMPARE(window().findChildren<QuitDialog*>().size(), 1);
}

SLIPWAY_TEST_SUITE(TestQuit);

} // namespace slipway::test

#include "test_quit.moc"
