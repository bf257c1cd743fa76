#include "app/palettedesk.h"
#include "gui/startedprogram.h"
#include "gui/walk.h"
#include "support/suite.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorytree.h"
#include "views/palette/commandpalette.h"
#include "views/palette/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QListView>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Every model the window has, watched while somebody works with it.
class TestModelsInUse final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyModelIsSoundWhileItIsUsed();
};

void TestModelsInUse::everyModelIsSoundWhileItIsUsed()
{
    const QTemporaryDir folder;
    StartedProgram program(ProgramStart{demoTarget(folder.path(), u"siriusscan"_s), {}, {}});
    auto& window = program.window();
    window.resize(1440, 900);
    auto& palette = window.paletteDesk().palette();
    QVERIFY(qobject_cast<PaletteModel*>(palette.list().model()));
    QSet<QAbstractItemModel*> models;
    const auto views = window.findChildren<QAbstractItemView*>();
    for (const auto* view : views)
        if (view->model())
            models.insert(view->model());
    QVERIFY(models.size() >= 6);
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (auto* model : std::as_const(models))
        testers.push_back(
            std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
    for (const auto& tester : testers)
        tester->setUseFetchMore(false); // it would fetch from inside the signals of a fetch
    QVERIFY(program.read());
    const QSignalSpy ended(&program.whole().session(), &DashboardSession::refreshEnded);
    const auto tab = [&program] { return program.page().details().tab(); };
    const QList<Step> steps{
        {press(u"Ctrl+J"_s), u"the log"_s, [&] { return window.isLogOpen(); }},
        {press(u"Escape, Home, Down, Down, Right, Down"_s), u"a version"_s,
         [&] { return !program.page().details().digestText().isEmpty(); }},
        {press(u"Return, Right, Right, Right, Right, Right"_s), u"every tab"_s,
         [&] { return tab() == DetailsTab::History && !program.page().details().isWaiting(); }},
        {press(u"Escape"_s), u"the tree"_s, [&] { return program.page().tree().hasFocus(); }},
        {type(u"/latest -gpu"_s), u"fewer rows"_s, [&] { return program.page().model().isFiltered(); }},
        {press(u"Down, Tab, Right, Right, Right, Right, Space, Space, Down"_s), u"another order"_s,
         [&] { return program.page().tree().accessibleDescription().startsWith(u"Sorted"_s); }},
        {press(u"Ctrl+K"_s), u"the palette"_s, [&] { return palette.isVisible(); }},
        {type(u"col"_s), u"something found"_s, [&] { return palette.current() != nullptr; }},
        {press(u"Escape"_s), u"the window"_s, [&] { return !palette.isVisible(); }},
        {press(u"F5"_s), u"the end of a reading"_s, [&] { return !ended.isEmpty(); }},
        {press(u"Ctrl+F, Escape, Escape"_s), u"every row"_s, [&] { return !program.page().model().isFiltered(); }},
    };
    QCOMPARE(walk(window, steps), QString());
}

SLIPWAY_TEST_SUITE(TestModelsInUse);

} // namespace slipway::test

#include "test_modelsinuse.moc"
