#include "app/dashboard/refreshpace.h"

#include <QTest>

using namespace slipway;

/// How often an owner is read again by itself.
class RefreshPaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paces_data();
    void paces();
};

void RefreshPaceTest::paces_data()
{
    using Window = RefreshGround::Window;
    constexpr int kNever = -1;
    QTest::addColumn<RefreshGround>("ground");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char* name, const RefreshGround& ground, int seconds) {
        QTest::newRow(name) << ground << seconds;
    };
    row("looked at", {Window::Active, false, {}, 0, {}}, 60);
    row("something runs", {Window::Active, true, {}, 0, {}}, 10);
    row("something has just changed", {Window::Active, false, std::chrono::seconds(119), 0, {}}, 10);
    row("a change of long ago", {Window::Active, false, std::chrono::seconds(120), 0, {}}, 60);
    row("in the background", {Window::Visible, false, {}, 0, {}}, 300);
    row("hidden", {Window::Hidden, false, {}, 0, {}}, kNever);
    row("hidden, and something runs", {Window::Hidden, true, {}, 0, {}}, 10);
    row("a fifth of the limit left", {Window::Active, false, {}, 0, 0.2}, 60);
    row("less than a fifth", {Window::Active, false, {}, 0, 0.19}, 240);
    row("failed once", {Window::Active, false, {}, 1, {}}, 120);
    row("failed three times", {Window::Active, false, {}, 3, {}}, 480);
    row("set to be slow", {Window::Active, false, {}, 0, {}, {std::chrono::seconds(600), {}}}, 600);
    row("set to be quick", {Window::Active, true, {}, 0, {}, {std::chrono::seconds(5), {}}}, 5);
    row("not in the background", {Window::Visible, false, {}, 0, {}, {std::chrono::seconds(60), {}}}, kNever);
    row("never by itself", {Window::Active, true, {}, 0, {}, {{}, std::chrono::seconds(60)}}, kNever);
    row("failed for ever", {Window::Visible, false, {}, 1'000'000, {}}, 3600);
}

void RefreshPaceTest::paces()
{
    QFETCH(const RefreshGround, ground);
    QFETCH(const int, seconds);
    const auto pace = refreshPace(ground);
    QCOMPARE(pace ? static_cast<int>(pace->count()) : -1, seconds);
}

QTEST_GUILESS_MAIN(RefreshPaceTest)
#include "tst_refreshpace.moc"
