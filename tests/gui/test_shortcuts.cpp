#include "app/actionkeys.h"
#include "gui/settingshands.h"
#include "support/suite.h"
#include "views/inventory/detailswindow.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorycontent.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"
#include "views/settings/shortcutsrows.h"
#include "views/widgets/toast.h"

#include <QAbstractButton>
#include <QKeySequenceEdit>
#include <QRegularExpression>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Keys of actions that come and go, and of windows beside the main one.
class TestShortcuts final : public QObject, protected SettingsHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup() { close(); }
    void keysAreTakenAwayByTheKeyboard();
    void savedFiltersKeepTheirKeys();
    void detailsInAWindowOfTheirOwnHaveNoKeysTwice();
};

void TestShortcuts::keysAreTakenAwayByTheKeyboard()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    for (const auto key : {Qt::Key_Backspace, Qt::Key_Delete}) {
        auto* field = dialog->shortcuts().fieldOf(u"refresh"_s);
        field->setFocus();
        QCOMPARE(field->keySequence(), QKeySequence(Qt::Key_F5));
        QTest::keyClick(field, key);
        QCOMPARE(m_desk->settings().shortcuts.at(u"refresh"_s), QStringList());
        control<QAbstractButton>(*dialog, u"Usual keys of Refresh"_s)->click();
    }
}

/// Their actions are made anew whenever one is saved.
void TestShortcuts::savedFiltersKeepTheirKeys()
{
    auto& page = m_fixture->window.inventoryPage();
    SavedFilters filters;
    filters.set(u"Graphics"_s, u"variant:gpu"_s);
    page.filter().bar().setSavedFilters(filters);
    m_desk->change(
        [](UserSettings& settings) { settings.shortcuts[u"inventory.savedFilter.Graphics"_s] = {u"Alt+G"_s}; });
    filters.set(u"Old"_s, u"age:>90d"_s);
    page.filter().bar().setSavedFilters(filters);
    const auto* action = page.findChild<QAction*>(u"inventory.savedFilter.Graphics"_s);
    QVERIFY(action);
    QCOMPARE(action->shortcut(), QKeySequence(u"Alt+G"_s));
}

/// Their window has the whole window's actions too; they stay the whole window's, and each is listed once.
void TestShortcuts::detailsInAWindowOfTheirOwnHaveNoKeysTwice()
{
    QTest::failOnWarning(QRegularExpression(u"Ambiguous"_s));
    auto& window = m_fixture->window;
    auto* content = window.findChild<InventoryContent*>();
    content->setPlace(DetailsPlace::Window);
    auto* details = window.findChild<DetailsWindow*>();
    QVERIFY(details && details->isVisible());
    tellDone(*details, u"Copied"_s);
    const auto keys = actionKeysOf(window);
    QCOMPARE(std::ranges::count(keys, u"undo"_s, &ActionKeys::id), 1);
    const auto log = std::ranges::find(keys, u"log"_s, &ActionKeys::id);
    QCOMPARE(log->page, QString());
    m_desk->change([](UserSettings& settings) { settings.shortcuts[u"storage.whatIf"_s] = {u"Ctrl+J"_s}; });
    const auto* whatIf = window.findChild<QAction*>(u"storage.whatIf"_s);
    QCOMPARE(whatIf->shortcut(), QKeySequence());
    const auto actions = window.actions();
    const auto undo = std::ranges::find(actions, u"undo"_s, &QAction::objectName);
    QVERIFY(undo != actions.end());
    QCOMPARE((*undo)->shortcut(), QKeySequence(QKeySequence::Undo));
}

SLIPWAY_TEST_SUITE(TestShortcuts);

} // namespace slipway::test

#include "test_shortcuts.moc"
