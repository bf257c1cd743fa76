#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/loghead.h"
#include "views/shell/logpanel.h"
#include "views/shell/logtable.h"
#include "views/shell/statusbar.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The log in the window, by key and mouse.
class TestLogPanel final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void opensAndClosesByKey();
    void opensAndClosesByMouse();
    void f6ReachesIt();
    void followsTheNewestLine();
    void staysWhereAPersonReads();
    void filterIsTyped();
    void levelAndCategoryAreChosen();
    void selectedLinesAreCopied();
    void linesAreSaved();
    void whatCannotBeSavedIsSaid();
    void viewIsCleared();
    void hasItsHeightInEveryLanguage_data();
    void hasItsHeightInEveryLanguage();
    void beginsWithAWholeLine();
    void nothingIsClipped_data();
    void nothingIsClipped();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] LogPanel& panel() { return window().logPanel(); }
    [[nodiscard]] LogTable& table() { return panel().table(); }
    [[nodiscard]] QScrollBar& scroll() { return *table().verticalScrollBar(); }
    [[nodiscard]] QPushButton& jump() { return *panel().head().findChild<QPushButton*>(); }
    [[nodiscard]] QLineEdit& field() { return *panel().head().findChild<QLineEdit*>(); }
    [[nodiscard]] QToolButton& button(const QString& name)
    {
        for (auto* button : window().findChildren<QToolButton*>())
            if (button->accessibleName().startsWith(name) || button->text() == name)
                return *button;
        qFatal("no button %s", qPrintable(name));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void write(int from, int to, LogLevel level = LogLevel::Info)
    {
        for (int i = from; i <= to; ++i)
            m_fixture->log.append({0, 1'763'735'520'000 + i, level, u"slipway.net"_s, u"GET /%1 200"_s.arg(i)});
    }
    [[nodiscard]] bool hasRows(int rows)
    {
        return eventually([&] { return table().model()->rowCount() == rows; });
    }
    void choose(QToolButton& button, int row)
    {
        QMenu& menu = *button.menu();
        menu.popup(button.mapToGlobal(QPoint(0, button.height())));
        for (int i = 0; i <= row; ++i)
            QTest::keyClick(&menu, Qt::Key_Down);
        QTest::keyClick(&menu, Qt::Key_Return);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestLogPanel::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
    window().inventoryPage().tree().setFocus();
    QApplication::clipboard()->clear();
}

void TestLogPanel::opensAndClosesByKey()
{
    QVERIFY(!panel().isVisible());
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(panel().isVisible());
    QVERIFY(eventually([&] { return panel().height() == LogPanel::kUsualHeight; }));
    QCOMPARE(panel().geometry().width(), window().width());
    QCOMPARE(panel().stateTexts(),
             (QStringList{u"Nothing logged yet"_s, u"Requests, scans and warnings of this session appear here."_s}));
    write(1, 3);
    QVERIFY(hasRows(3));
    QCOMPARE(panel().stateTexts(), QStringList{});
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!panel().isVisible());
    QCOMPARE(QApplication::focusWidget(), &window().inventoryPage().tree());
}

void TestLogPanel::opensAndClosesByMouse()
{
    auto& toggle = button(u"Log"_s);
    QVERIFY(window().statusStrip().isAncestorOf(&toggle));
    QTest::mouseClick(&toggle, Qt::LeftButton);
    QVERIFY(panel().isVisible());
    QVERIFY(toggle.isChecked());
    QTest::mouseClick(&button(u"Close log"_s), Qt::LeftButton);
    QVERIFY(!panel().isVisible());
    QVERIFY(!toggle.isChecked());
}

void TestLogPanel::f6ReachesIt()
{
    key(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &field()); // there are no lines to go through
    write(1, 3);
    QVERIFY(hasRows(3));
    key(Qt::Key_J, Qt::ControlModifier);
    key(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &table());
    key(Qt::Key_F6);
    QVERIFY(!panel().isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(panel().isAncestorOf(QApplication::focusWidget()));
}

void TestLogPanel::followsTheNewestLine()
{
    key(Qt::Key_J, Qt::ControlModifier);
    for (int batch = 0; batch < 3; ++batch) {
        write(100 * batch, 100 * batch + 99);
        QVERIFY(hasRows(100 * batch + 100));
        QVERIFY(eventually([&] { return scroll().value() == scroll().maximum() && scroll().maximum() > 0; }));
        QVERIFY(!jump().isVisible());
    }
    QVERIFY(table().visualRect(table().model()->index(299, 0)).bottom() <= table().viewport()->height());
}

void TestLogPanel::staysWhereAPersonReads()
{
    write(1, 9'990);
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasRows(9'990));
    QVERIFY(eventually([&] { return scroll().value() == scroll().maximum() && scroll().maximum() > 0; }));
    table().setFocus();
    table().setCurrentIndex(table().model()->index(9'989, 0));
    key(Qt::Key_PageUp);
    key(Qt::Key_PageUp);
    QVERIFY(eventually([&] { return jump().isVisible(); }));
    const QString read = table().indexAt({10, 10}).data(LogMessageRole).toString();
    write(9'991, 10'200); // two hundred old ones go
    QVERIFY(eventually([&] {
        return table().model()->index(table().model()->rowCount() - 1, 0).data(LogMessageRole).toString()
               == "GET /10200 200"_L1;
    }));
    QCOMPARE(table().model()->rowCount(), 10'000);
    QVERIFY(eventually([&] { return table().indexAt({10, 10}).data(LogMessageRole).toString() == read; }));
    QVERIFY(jump().isVisible());
    QTest::mouseClick(&jump(), Qt::LeftButton);
    QCOMPARE(scroll().value(), scroll().maximum());
    QVERIFY(!jump().isVisible());
    table().setFocus();
    key(Qt::Key_Home);
    QVERIFY(eventually([&] { return jump().isVisible(); }));
    key(Qt::Key_End);
    QVERIFY(!jump().isVisible());
}

void TestLogPanel::filterIsTyped()
{
    write(1, 20);
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasRows(20));
    field().setFocus();
    QTest::keyClicks(&field(), u"/1 -/12"_s);
    QCOMPARE(table().model()->rowCount(), 10); // 1, 10, 11, 13 to 19
    QCOMPARE(panel().head().countText(), u"10 of 20 lines"_s);
    QTest::keyClicks(&field(), u" nowhere"_s);
    QCOMPARE(panel().stateTexts(), (QStringList{u"No line matches this filter"_s, QString()}));
    key(Qt::Key_Escape);
    QCOMPARE(field().text(), QString());
    QCOMPARE(QApplication::focusWidget(), &field());
    QCOMPARE(table().model()->rowCount(), 20);
    QCOMPARE(panel().head().countText(), u"20 lines"_s);
    key(Qt::Key_Escape); // nothing to empty: back to the page
    QCOMPARE(QApplication::focusWidget(), &window().inventoryPage().tree());
}

void TestLogPanel::levelAndCategoryAreChosen()
{
    write(1, 5);
    write(6, 7, LogLevel::Warning);
    m_fixture->log.append({0, 1, LogLevel::Error, u"qt.network"_s, u"refused"_s});
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasRows(8));
    choose(button(u"Level"_s), 2);
    QCOMPARE(button(u"Level"_s).text(), u"Warnings and errors"_s);
    QCOMPARE(table().model()->rowCount(), 3);
    choose(button(u"Category"_s), 1);
    QCOMPARE(button(u"Category"_s).text(), u"qt.network"_s);
    QCOMPARE(table().model()->rowCount(), 1);
    choose(button(u"Category"_s), 0);
    choose(button(u"Level"_s), 0);
    QCOMPARE(table().model()->rowCount(), 8);
    QCOMPARE(table().model()->index(7, static_cast<int>(LogColumn::Level)).data().toString(), u"Error"_s);
}

void TestLogPanel::selectedLinesAreCopied()
{
    write(1, 5);
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasRows(5));
    table().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"2025-11-21T14:32:00.002Z info slipway.net GET /2 200\n"
                                                u"2025-11-21T14:32:00.003Z info slipway.net GET /3 200\n"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    QTest::mouseClick(&button(u"Copy selected lines"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 5);
}

void TestLogPanel::linesAreSaved()
{
    const QTemporaryDir folder;
    write(1, 5);
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasRows(5));
    field().setFocus();
    QTest::keyClicks(&field(), u"-/3"_s);
    QTest::mouseClick(&button(u"Save as file"_s), Qt::LeftButton);
    auto* dialog = panel().findChild<QFileDialog*>();
    QVERIFY(dialog);
    QVERIFY(eventually([&] { return dialog->isVisible(); }));
    auto* name = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(folder.filePath(u"kept"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QFile file(folder.filePath(u"kept.log"_s));
    QVERIFY(eventually([&] { return file.exists(); }));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QCOMPARE(saved.count('\n'), 4);
    QVERIFY(saved.startsWith("2025-11-21T14:32:00.001Z info slipway.net GET /1 200\n"));
}

void TestLogPanel::whatCannotBeSavedIsSaid()
{
    const auto saved = panel().saveTo(u"/proc/nowhere/slipway.log"_s);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::FileAccess);
    QCOMPARE(saved.error().subject, u"/proc/nowhere/slipway.log"_s);
}

void TestLogPanel::viewIsCleared()
{
    write(1, 5);
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasRows(5));
    QTest::mouseClick(&button(u"Clear view"_s), Qt::LeftButton);
    QVERIFY(hasRows(0));
    QVERIFY(!panel().stateTexts().isEmpty());
    write(6, 6);
    QVERIFY(hasRows(1));
}

void TestLogPanel::hasItsHeightInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    for (const auto& language : {u"en"_s, u"de"_s})
        QTest::addRow("%s", qPrintable(language)) << language;
}

/// Also in the smallest window, whatever the pages above have to say.
void TestLogPanel::hasItsHeightInEveryLanguage()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/slipway_"_s + language));
    QCoreApplication::installTranslator(&translator);
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    QCoreApplication::removeTranslator(&translator);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show({1180, 720}));
    QVERIFY(window().inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    window().setLogOpen(true);
    QVERIFY(eventually([&] { return panel().height() == LogPanel::kUsualHeight; }));
}

/// While it follows, too: then it is the last line that is whole.
void TestLogPanel::beginsWithAWholeLine()
{
    window().setLogOpen(true);
    write(1, 100);
    QVERIFY(hasRows(100));
    QVERIFY(eventually([&] { return table().indexAt({0, 0}).row() > 0; }));
    QCOMPARE(table().visualRect(table().indexAt({0, 0})).top(), 0);
    const QRect last = table().visualRect(table().model()->index(99, 0));
    QVERIFY(table().viewport()->rect().contains(last));
}

void TestLogPanel::nothingIsClipped_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const auto& language : {u"en"_s, u"de"_s})
        for (const QSize size : {QSize(1440, 900), QSize(1180, 720)})
            QTest::addRow("%s, %d wide", qPrintable(language), size.width()) << size << language;
}

void TestLogPanel::nothingIsClipped()
{
    QFETCH(const QSize, size);
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/slipway_"_s + language));
    QCoreApplication::installTranslator(&translator);
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show(size));
    window().setLogOpen(true);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{}); // empty
    write(1, 100);
    QVERIFY(hasRows(100));
    const auto buttons = panel().head().findChildren<QToolButton*>();
    const auto level = std::ranges::find_if(buttons, [](const auto* button) { return button->menu() != nullptr; });
    choose(**level, 1); // the longest words
    scroll().setValue(0);
    QVERIFY(eventually([&] { return jump().isVisible(); }));
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
    QCOMPARE(namelessWidgets(window()), QStringList{});
    QCOMPARE(window().size(), size);
    QCoreApplication::removeTranslator(&translator);
}

SLIPWAY_TEST_SUITE(TestLogPanel);

} // namespace slipway::test

#include "test_logpanel.moc"
