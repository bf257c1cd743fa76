#include "gui/accessiblewalk.h"
#include "gui/settingshands.h"
#include "support/suite.h"
#include "views/palette/commandfield.h"
#include "views/settings/shortcutsrows.h"
#include "views/shell/sidebar.h"
#include "views/shell/topbar.h"
#include "views/theme/typography.h"
#include "views/widgets/toast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTranslator>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Ctrl+, in the real window.
class TestSettingsDialog final : public QObject, protected SettingsHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup() { close(); }
    void conflictsNameTheOthers();
    void everySettingIsFoundByItsWords();
    void rule24_tabGoesRound();
    void choicesCountAtOnceAndAreKept();
    void shortcutIsChangedByPressingIt();
    void conflictIsShownOnBothAndReset();
    void keysWrittenOtherwiseAreTheSame();
    void everythingIsReachedByTab();
    void rowWithTheKeyboardIsSeenWhole();
    void clickOnARowHalfInSightCounts();
    void nothingIsClipped_data();
    void nothingIsClipped();
};

void TestSettingsDialog::conflictsNameTheOthers()
{
    const auto conflicts = shortcutConflicts({{u"a"_s, u"Anchor"_s, {u"F5"_s, u"Ctrl+R"_s}, {}},
                                              {u"b"_s, u"Buoy"_s, {u"F6"_s}, {}},
                                              {u"c"_s, u"Crane"_s, {u"Ctrl+R"_s}, {}},
                                              {u"d"_s, u"Dock"_s, {u"Ctrl+R"_s}, {}},
                                              {u"e"_s, u"Ebb"_s, {}, {}}});
    const std::vector<QStringList> expected{
        {u"Crane"_s, u"Dock"_s}, {}, {u"Anchor"_s, u"Dock"_s}, {u"Anchor"_s, u"Crane"_s}, {}};
    QVERIFY(conflicts == expected);
}

void TestSettingsDialog::everySettingIsFoundByItsWords()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    const QStringList all = dialog->shownSettings();
    QVERIFY(all.size() > 20);
    for (const auto& setting : all) {
        dialog->search().clear();
        QTest::keyClicks(&dialog->search(), setting.section(u": "_s, 1).remove(u'…').toLower());
        QVERIFY2(dialog->shownSettings().contains(setting), qPrintable(setting));
        QVERIFY(dialog->shownSettings().size() < all.size());
    }
    dialog->search().clear();
    QTest::keyClicks(&dialog->search(), u"tokens never"_s); // from the sentence
    QCOMPARE(dialog->shownSettings(), QStringList{u"Logging: What is logged"_s});
    // What can be chosen, and other words for it.
    for (const auto& [word, setting] :
         {std::pair{u"contrast"_s, u"Appearance: Theme"_s}, std::pair{u"colours"_s, u"Appearance: Theme"_s},
          std::pair{u"deutsch"_s, u"Appearance: Language"_s}, std::pair{u"manager"_s, u"Start: The window begins"_s},
          std::pair{u"verbose"_s, u"Logging: What is logged"_s}}) {
        dialog->search().clear();
        QTest::keyClicks(&dialog->search(), word);
        QVERIFY2(dialog->shownSettings().contains(setting), qPrintable(word));
        QVERIFY(dialog->shownSettings().size() < all.size());
    }
    QTest::keyClicks(&dialog->search(), u" moonlight"_s);
    QCOMPARE(dialog->shownSettings(), QStringList{});
}

/// Among them the fields that take keys to be set: Tab goes on, and is not taken for one.
void TestSettingsDialog::rule24_tabGoesRound()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    for (const auto direction : {TabDirection::Forward, TabDirection::Backward}) {
        QCOMPARE(walkByTab(*dialog, direction).faults.join(u'\n'), QString());
        QStringList taken;
        for (const auto& [id, keys] : m_desk->settings().shortcuts)
            taken.append(id + u": "_s + keys.join(u' '));
        QCOMPARE(taken.join(u'\n'), QString());
    }
}

void TestSettingsDialog::choicesCountAtOnceAndAreKept()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* theme = control<QComboBox>(*dialog, u"Theme"_s);
    theme->setFocus();
    press(Qt::Key_D); // Dark
    QVERIFY(m_fixture->theme.isDark());
    auto* automatic = control<QCheckBox>(*dialog, u"Read by itself"_s);
    automatic->setFocus();
    press(Qt::Key_Space);
    QVERIFY(!control<QComboBox>(*dialog, u"While the window is used"_s)->isEnabled());
    auto* logged = control<QComboBox>(*dialog, u"What is logged"_s);
    logged->setFocus();
    press(Qt::Key_Home); // Everything
    press(Qt::Key_Escape);
    close();
    open();
    QVERIFY(m_fixture->theme.isDark());
    QVERIFY(!m_desk->settings().refresh.isAutomatic);
    QCOMPARE(m_desk->settings().logDetail, LogDetail::Debug);
    // What is chosen elsewhere is shown.
    dialog = openDialog();
    QVERIFY(dialog);
    QCOMPARE(control<QComboBox>(*dialog, u"Theme"_s)->currentText(), u"Dark"_s);
    m_fixture->theme.setMode(ThemeMode::Light);
    QCOMPARE(control<QComboBox>(*dialog, u"Theme"_s)->currentText(), u"Light"_s);
}

void TestSettingsDialog::shortcutIsChangedByPressingIt()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* field = dialog->shortcuts().fieldOf(u"collapse-sidebar"_s);
    QVERIFY(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F8);
    QCOMPARE(m_desk->settings().shortcuts.at(u"collapse-sidebar"_s), QStringList{u"F8"_s});
    field = dialog->shortcuts().fieldOf(u"search"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_P, Qt::ControlModifier);
    dialog->reject();
    QCOMPARE(m_fixture->window.topBar().commandField().toolTip(), u"Search or run a command (Ctrl+P)"_s);
    // Every tooltip names the keys that count now.
    const auto hint = [this](const QString& begin) {
        for (const auto* widget : m_fixture->window.findChildren<QWidget*>())
            if (widget->toolTip().startsWith(begin))
                return widget->toolTip();
        return QString();
    };
    QVERIFY(eventually([&] { return hint(u"Collapse sidebar"_s) == u"Collapse sidebar (F8)"_s; }));
    QCOMPARE(hint(u"Refresh"_s), u"Refresh (F5)"_s);
    m_desk->change([](UserSettings& settings) { settings.shortcuts[u"refresh"_s] = {}; });
    QVERIFY(eventually([&] { return hint(u"Refresh"_s) == u"Refresh"_s; }));
    close();
    open();
    press(Qt::Key_F8);
    QVERIFY(eventually([this] { return m_fixture->window.sidebar().isCollapsed(); }));
    press(Qt::Key_B, Qt::ControlModifier); // no longer
    QVERIFY(m_fixture->window.sidebar().isCollapsed());
}

void TestSettingsDialog::conflictIsShownOnBothAndReset()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* field = dialog->shortcuts().fieldOf(u"log"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_R, Qt::ControlModifier); // Refresh has it, second after F5
    QVERIFY(rowOf(*dialog, u"Show or hide the log"_s)->sentence().startsWith(u"Refresh has the same keys"_s));
    QVERIFY(rowOf(*dialog, u"Refresh"_s)->sentence().startsWith(u"Show or hide the log has the same keys"_s));
    QTest::failOnWarning(QRegularExpression(u"Ambiguous"_s));
    const QSignalSpy refreshed(&m_fixture->window, &MainWindow::refreshRequested);
    dialog->reject();
    m_fixture->window.activateWindow(); // offscreen nobody gives it back
    QVERIFY(eventually([this] { return m_fixture->window.isActiveWindow() && QApplication::focusWidget(); }));
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(refreshed.size(), 0);
    QVERIFY(!m_fixture->window.isLogOpen());
    press(Qt::Key_F5);
    QCOMPARE(refreshed.size(), 1);
    dialog = openDialog();
    QVERIFY(dialog);
    auto* reset = control<QAbstractButton>(*dialog, u"Usual keys of Show or hide the log"_s);
    QVERIFY(reset->isEnabled());
    reset->click();
    QCOMPARE(rowOf(*dialog, u"Show or hide the log"_s)->sentence(), QString());
    QCOMPARE(rowOf(*dialog, u"Refresh"_s)->sentence(), u"also Ctrl+R"_s);
    QVERIFY(!reset->isEnabled());
    QVERIFY(m_desk->settings().shortcuts.empty());
    for (const auto& id : {u"log"_s, u"refresh"_s}) {
        field = dialog->shortcuts().fieldOf(id);
        field->clear();
        QCOMPARE(m_desk->settings().shortcuts.at(id), QStringList());
    }
    control<QPushButton>(*dialog, u"Reset all shortcuts"_s)->click();
    QVERIFY(m_desk->settings().shortcuts.empty());
    QCOMPARE(field->keySequence(), QKeySequence(Qt::Key_F5));
}

/// "ctrl+r" in the file is Refresh's Ctrl+R, and a key that is written twice is still one.
void TestSettingsDialog::keysWrittenOtherwiseAreTheSame()
{
    QTest::failOnWarning(QRegularExpression(u"Ambiguous"_s));
    m_desk->change([](UserSettings& settings) {
        settings.shortcuts[u"log"_s] = {u"ctrl+r"_s};
        settings.shortcuts[u"search"_s] = {u"F8"_s, u"f8"_s};
        settings.shortcuts[u"undo"_s] = {u"F5"_s};
    });
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!m_fixture->window.isLogOpen());
    const QSignalSpy refreshed(&m_fixture->window, &MainWindow::refreshRequested);
    offerUndo(m_fixture->window, u"Something was done"_s, [] {});
    press(Qt::Key_F5);
    QCOMPARE(refreshed.size(), 0);
    auto* dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(rowOf(*dialog, u"Show or hide the log"_s)->sentence().startsWith(u"Refresh has the same keys"_s));
    QVERIFY(rowOf(*dialog, u"Undo"_s)->sentence().startsWith(u"Refresh has the same keys"_s));
    QCOMPARE(dialog->shortcuts().fieldOf(u"search"_s)->keySequence(), QKeySequence(Qt::Key_F8));
    QCOMPARE(m_fixture->window.topBar().commandField().toolTip(), u"Search or run a command (F8)"_s);
}

void TestSettingsDialog::everythingIsReachedByTab()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    QSet<QWidget*> reached;
    for (int i = 0; i < 200 && !reached.contains(QApplication::focusWidget()); ++i) {
        reached.insert(QApplication::focusWidget());
        press(Qt::Key_Tab);
    }
    for (auto* widget : dialog->findChildren<QWidget*>()) {
        const bool isPart = widget->focusProxy() || qobject_cast<QKeySequenceEdit*>(widget->parentWidget());
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !isPart)
            QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
    }
    QCOMPARE(namelessWidgets(*dialog), QStringList{});
}

/// Also who comes in from the field above, which is no part of what scrolls.
void TestSettingsDialog::rowWithTheKeyboardIsSeenWhole()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* area = dialog->findChild<QScrollArea*>();
    const auto isSeenWhole = [area] {
        QWidget* row = QApplication::focusWidget();
        while (row->parentWidget() && row->parentWidget() != area->widget())
            row = row->parentWidget();
        const QRect seen(row->mapTo(area->viewport(), QPoint()), row->size());
        return area->viewport()->rect().contains(seen);
    };
    int inside = 0;
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        dialog->search().setFocus();
        area->verticalScrollBar()->setValue(key == Qt::Key_Tab ? area->verticalScrollBar()->maximum() : 0);
        for (int i = 0; i < 200; ++i) {
            press(key);
            if (QApplication::focusWidget() == &dialog->search())
                break;
            if (!area->isAncestorOf(QApplication::focusWidget()))
                continue;
            ++inside;
            QVERIFY2(isSeenWhole(), qPrintable(QApplication::focusWidget()->accessibleName()));
        }
    }
    QVERIFY(inside > 40);
}

/// What is pressed stays below the mouse until it is released.
void TestSettingsDialog::clickOnARowHalfInSightCounts()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* area = dialog->findChild<QScrollArea*>();
    const auto boxes = area->widget()->findChildren<QCheckBox*>();
    int clicked = 0;
    for (auto* box : boxes) {
        dialog->search().setFocus();
        // The row's upper edge is just out of sight, the box's middle is not.
        const int middle = box->mapTo(area->widget(), box->rect().center()).y();
        area->verticalScrollBar()->setValue(middle - 4);
        if (!box->isEnabled() || area->verticalScrollBar()->value() != middle - 4)
            continue;
        ++clicked;
        const bool before = box->isChecked();
        const QPoint at = box->mapTo(dialog, QPoint(box->height() / 2, box->rect().center().y()));
        QTest::mousePress(dialog->windowHandle(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(dialog->windowHandle(), Qt::LeftButton, {}, at);
        QVERIFY2(box->isChecked() != before, qPrintable(box->accessibleName()));
    }
    QVERIFY(clicked > 0);
}

void TestSettingsDialog::nothingIsClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("en") << u"en"_s << false;
    QTest::newRow("de") << u"de"_s << true;
}

/// SLIPWAY_TEST_PICTURES names a folder for what was seen.
void TestSettingsDialog::nothingIsClipped()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isDark);
    close();
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/slipway_"_s + language));
    QCoreApplication::installTranslator(&translator);
    open();
    m_fixture->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    m_fixture->window.resize(1180, 720);
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* field = dialog->shortcuts().fieldOf(u"log"_s);
    QTest::keyClick(field, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(eventually([dialog] { return dialog->height() <= 640; }));
    QVERIFY2(clippedTexts(*dialog).isEmpty(), qPrintable(clippedTexts(*dialog).join(u'|')));
    for (const auto* row : dialog->findChildren<SettingRow*>())
        for (const auto* label : row->findChildren<QLabel*>())
            if (label->wordWrap() && label->isVisible())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    if (const QString folder = qEnvironmentVariable("SLIPWAY_TEST_PICTURES"); !folder.isEmpty()) {
        QVERIFY(dialog->grab().save(folder + u"/settings-%1.png"_s.arg(language)));
        for (const auto& typed : {u"log"_s, u"protok"_s, u"pri"_s, u"pre"_s, u"tray"_s, u"kont"_s, u"account"_s}) {
            dialog->search().setText(typed);
            QCoreApplication::processEvents();
            QVERIFY(dialog->grab().save(folder + u"/settings-%1-%2.png"_s.arg(language, typed)));
        }
    }
    QCoreApplication::removeTranslator(&translator);
}

SLIPWAY_TEST_SUITE(TestSettingsDialog);

} // namespace slipway::test

#include "test_settingsdialog.moc"
