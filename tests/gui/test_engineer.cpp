#include "app/palettedesk.h"
#include "gui/startedprogram.h"
#include "gui/walk.h"
#include "models/inventorymodel.h"
#include "support/suite.h"
#include "views/inventory/configtab.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/layerstab.h"
#include "views/inventory/manifesttab.h"
#include "views/inventory/referrerstab.h"
#include "views/inventory/treefilter.h"
#include "views/palette/commandpalette.h"
#include "views/shell/freshness.h"
#include "views/shell/topbar.h"
#include "views/widgets/searchfield.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The engineer, who never takes the hands off the keyboard: finds an image, narrows the list, reads everything about a
/// version, takes it along and reads again.
class TestEngineer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rule20_aDayByKeyboardAlone();

private:
    [[nodiscard]] QList<Step> findsAnImage();
    [[nodiscard]] QList<Step> filtersAndSorts();
    [[nodiscard]] QList<Step> readsEveryTab();
    [[nodiscard]] QList<Step> takesItAlong(const QString& path);
    [[nodiscard]] QList<Step> readsAgain(const QSignalSpy& ended);

    [[nodiscard]] MainWindow& window() { return m_program->window(); }
    [[nodiscard]] InventoryPage& page() { return m_program->page(); }
    [[nodiscard]] CommandPalette& palette() { return window().paletteDesk().palette(); }
    [[nodiscard]] FilterBar& filter() { return page().filter().bar(); }
    [[nodiscard]] QHeaderView& header() { return *page().tree().header(); }
    [[nodiscard]] QString current() { return page().tree().currentIndex().siblingAtColumn(0).data().toString(); }
    [[nodiscard]] DetailsTab tab() { return page().details().tab(); }

    std::unique_ptr<StartedProgram> m_program;
};

QList<Step> TestEngineer::findsAnImage()
{
    return {
        {press(u"Ctrl+K"_s), u"the palette, empty"_s, [this] { return palette().isVisible(); }},
        {type(u"emogpu"_s), u"apc-emotion-gpu on top"_s,
         [this] { return palette().current() && palette().current()->title == u"apc-emotion-gpu"_s; }},
        {press(u"Return"_s), u"the image in the tree, with the keyboard"_s,
         [this] { return current() == u"apc-emotion-gpu"_s && page().tree().hasFocus(); }},
        {press(u"Right, Down"_s), u"its newest version"_s, [this] { return current() == u"v0.4.1"_s; }},
    };
}

QList<Step> TestEngineer::filtersAndSorts()
{
    return {
        {type(u"/"_s), u"the filter's field"_s, [this] { return filter().field().hasFocus(); }},
        {type(u"hub:real_time_audio_pipeline -unsigned size:>1MiB"_s), u"fewer images, counted"_s,
         [this] { return page().model().rowCount() == 1 && page().footTexts().last().contains(u"of 36 images"_s); }},
        {press(u"Down"_s), u"the keyboard in the tree"_s, [this] { return page().tree().hasFocus(); }},
        {press(u"Tab"_s), u"the keyboard in the header"_s, [this] { return header().hasFocus(); }},
        {press(u"Right, Right, Right, Right, Space"_s), u"the largest first"_s,
         [this] { return page().tree().accessibleDescription() == u"Sorted by Size, descending"_s; }},
        {press(u"Down, Home, Down, Down"_s), u"an image with the keyboard"_s,
         [this] { return current().startsWith(u"rtap-"_s) && page().tree().hasFocus(); }},
    };
}

QList<Step> TestEngineer::readsEveryTab()
{
    auto& details = page().details();
    return {
        {press(u"Return"_s), u"the tabs of the details"_s,
         [] { return qobject_cast<QTabBar*>(QApplication::focusWidget()) != nullptr; }},
        {press(u"Right"_s), u"layers, with what made them"_s,
         [&] { return tab() == DetailsTab::Layers && details.layersTab().model().rowCount() > 0; }},
        {press(u"Right"_s), u"a manifest that is what its digest says"_s,
         [&] { return details.manifestTab().verdict() == u"Digest matches content"_s; }},
        {press(u"Right"_s), u"the config, set out"_s, [&] { return details.configTab().model().rowCount() > 0; }},
        {press(u"Right"_s), u"the referrers"_s, [&] { return details.referrersTab().model().rowCount() > 0; }},
        {press(u"Right"_s), u"what was seen of its past"_s, [&] { return tab() == DetailsTab::History; }},
        {press(u"Right"_s), u"nothing beyond the last tab"_s, [&] { return tab() == DetailsTab::History; }},
        {press(u"Escape"_s), u"the tree again"_s, [this] { return page().tree().hasFocus(); }},
    };
}

QList<Step> TestEngineer::takesItAlong(const QString& path)
{
    const auto fileDialog = [] { return qobject_cast<QFileDialog*>(QApplication::activeModalWidget()); };
    return {
        {press(u"Ctrl+Shift+C"_s), u"the whole digest on the clipboard"_s,
         [this] {
             return QApplication::clipboard()->text() == page().details().digestText()
                    && Digest::parse(page().details().digestText()).has_value();
         }},
        {press(u"Ctrl+K"_s), u"the palette"_s, [this] { return palette().field().hasFocus(); }},
        {type(u"export csv"_s), u"the export on top"_s,
         [this] { return palette().current() && palette().current()->title.startsWith(u"Export CSV"_s); }},
        {press(u"Return"_s), u"the question where"_s,
         [fileDialog] {
             const auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
             if (!fileDialog() || !fileDialog()->isActiveWindow() || !field || field->text().isEmpty())
                 return false;
             // Return is the button's, and that is off until the folder is read.
             const auto* buttons = fileDialog()->findChild<QDialogButtonBox*>();
             return fileDialog()->isAncestorOf(field) && buttons->button(QDialogButtonBox::Save)->isEnabled();
         }},
        {press(u"Return"_s), u"the file"_s, [fileDialog, path] { return QFile::exists(path) && !fileDialog(); }},
    };
}

QList<Step> TestEngineer::readsAgain(const QSignalSpy& ended)
{
    const QString row = current();
    return {
        {press(u"F5"_s), u"the end of a reading"_s, [&ended] { return !ended.isEmpty(); }},
        {press(u"F6"_s), u"the details have the keyboard"_s,
         [this] { return page().details().isAncestorOf(QApplication::focusWidget()); }},
        {press(u"Escape"_s), u"the same row as before, of just now"_s,
         [this, row] {
             return current() == row && page().tree().hasFocus()
                    && window().topBar().freshness().text() == u"As of just now"_s;
         }},
        {press(u"/, Escape, Escape"_s), u"everything again"_s,
         [this] { return page().model().rowCount() > 1 && page().tree().hasFocus(); }},
    };
}

void TestEngineer::rule20_aDayByKeyboardAlone()
{
    const QTemporaryDir folder;
    m_program = std::make_unique<StartedProgram>(ProgramStart{demoTarget(folder.path()), {}, {}});
    window().resize(1440, 900);
    QVERIFY(m_program->read());
    const MouseWatch mouse;
    QCOMPARE(walk(window(), findsAnImage()), QString());
    QCOMPARE(walk(window(), filtersAndSorts()), QString());
    QCOMPARE(walk(window(), readsEveryTab()), QString());
    // Where the question begins: in the documents folder, with a name that is taken.
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", folder.path().toUtf8());
    QVERIFY(QDir(folder.path()).mkpath(u"Documents"_s));
    const QString path = folder.filePath(u"Documents/inventory.csv"_s);
    const QString missing = walk(window(), takesItAlong(path));
    qputenv("HOME", home);
    QCOMPARE(missing, QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.startsWith("hub,family,package"));
    // What the filter leaves out is not in the file either.
    QVERIFY(written.contains("rtap-") && !written.contains("apc-"));
    const QSignalSpy ended(&m_program->whole().session(), &DashboardSession::refreshEnded);
    QCOMPARE(walk(window(), readsAgain(ended)), QString());
    QCOMPARE(mouse.clicks(), 0);
    QCOMPARE(m_program->notices(), QStringList());
    m_program.reset();
}

SLIPWAY_TEST_SUITE(TestEngineer);

} // namespace slipway::test

#include "test_engineer.moc"
