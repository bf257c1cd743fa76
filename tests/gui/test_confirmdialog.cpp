#include "app/textfit.h"
#include "gui/accessiblewalk.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/gallery/componentsgallery.h"
#include "views/theme/theme.h"
#include "views/widgets/confirmdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Rule 7: what cannot simply be taken back is typed, its button says what it does, Enter never does it.
class TestConfirmDialog final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.emplace(*qApp).setMode(ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_dialog.reset(); }
    void phrases_data();
    void phrases();
    void rule07_cancelHasTheKeyboard();
    void rule07_enterNeverConfirms();
    void rule07_typedAndPressed();
    void pasteIsAllowed();
    void blockedStaysOff();
    void whereNothingIsLostNothingIsTyped();
    void toldInOrder();
    void fits();

private:
    std::optional<Theme> m_theme;
    std::unique_ptr<ConfirmDialog> m_dialog;
};

void TestConfirmDialog::init()
{
    m_dialog = std::make_unique<ConfirmDialog>(sampleConfirmation(), nullptr);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestConfirmDialog::phrases_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<bool>("matches");
    const QString phrase = u"delete 41 versions"_s;
    QTest::newRow("same") << phrase << phrase << true;
    QTest::newRow("another case") << u"Delete 41 VERSIONS"_s << phrase << true;
    QTest::newRow("spaces around") << u"  delete 41  versions "_s << phrase << true;
    QTest::newRow("another number") << u"delete 14 versions"_s << phrase << false;
    QTest::newRow("not all of it") << u"delete 41 version"_s << phrase << false;
    QTest::newRow("nothing") << QString() << phrase << false;
    QTest::newRow("nothing to type confirms nothing") << QString() << QString() << false;
    QTest::newRow("German") << u"41 VERSIONEN LÖSCHEN"_s << u"41 Versionen löschen"_s << true;
}

void TestConfirmDialog::phrases()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, phrase);
    QFETCH(const bool, matches);
    QCOMPARE(matchesPhrase(typed, phrase), matches);
}

void TestConfirmDialog::rule07_cancelHasTheKeyboard()
{
    QCOMPARE(QApplication::focusWidget(), &m_dialog->cancelButton());
    QVERIFY(m_dialog->cancelButton().isDefault());
    QSignalSpy rejected(m_dialog.get(), &QDialog::rejected);
    QTest::keyClick(&m_dialog->cancelButton(), Qt::Key_Return);
    QCOMPARE(rejected.size(), 1);
}

void TestConfirmDialog::rule07_enterNeverConfirms()
{
    QSignalSpy finished(m_dialog.get(), &QDialog::finished);
    QLineEdit& field = m_dialog->field();
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClicks(&field, u"delete 41 ver"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClick(&field, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!m_dialog->confirmButton().isEnabled());
    QCOMPARE(QApplication::focusWidget(), &field);
    QTest::keyClicks(&field, u"sions"_s);
    QVERIFY(m_dialog->confirmButton().isEnabled());
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &m_dialog->confirmButton());
    QTest::keyClick(&m_dialog->confirmButton(), Qt::Key_Return);
    QCOMPARE(finished.size(), 0);
}

void TestConfirmDialog::rule07_typedAndPressed()
{
    QCOMPARE(m_dialog->confirmButton().text(), u"Delete 41 versions"_s);
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    QTest::mouseClick(&m_dialog->confirmButton(), Qt::LeftButton);
    QCOMPARE(accepted.size(), 0);
    QTest::keyClicks(&m_dialog->field(), u"DELETE 41 versions"_s);
    QTest::keyClick(&m_dialog->confirmButton(), Qt::Key_Space);
    QCOMPARE(accepted.size(), 1);
}

void TestConfirmDialog::pasteIsAllowed()
{
    QApplication::clipboard()->setText(u"delete 41 versions\n"_s);
    m_dialog->field().paste();
    QVERIFY(m_dialog->confirmButton().isEnabled());
}

void TestConfirmDialog::blockedStaysOff()
{
    const QString reason = u"The plan has changed: 1 tag moved. Preview again."_s;
    m_dialog->field().setText(u"delete 41 versions"_s);
    QVERIFY(m_dialog->confirmButton().isEnabled());
    m_dialog->setBlocked(reason);
    QVERIFY(!m_dialog->confirmButton().isEnabled());
    m_dialog->field().setText(u"delete 41 versions "_s);
    QVERIFY(!m_dialog->confirmButton().isEnabled());
    m_dialog->setBlocked({});
    QVERIFY(m_dialog->confirmButton().isEnabled());
}

/// What goes, what stays, who is affected, how it is undone and until when, where it is recorded.
void TestConfirmDialog::whereNothingIsLostNothingIsTyped()
{
    Confirmation question = sampleConfirmation();
    question.harms = false;
    question.phrase.clear();
    ConfirmDialog dialog(question, nullptr);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!dialog.field().isVisible());
    QVERIFY(dialog.cancelButton().hasFocus());
    QVERIFY(dialog.confirmButton().isEnabled());
    dialog.setBlocked(u"Wait."_s);
    QVERIFY(!dialog.confirmButton().isEnabled());
    dialog.setBlocked({});
    // Enter never confirms here either.
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.confirmButton().setFocus();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(accepted.size(), 0);
    QTest::keyClick(&dialog.confirmButton(), Qt::Key_Space);
    QCOMPARE(accepted.size(), 1);
}

void TestConfirmDialog::toldInOrder()
{
    const Confirmation told = sampleConfirmation();
    QList<std::pair<int, QString>> shown;
    for (const auto* label : m_dialog->findChildren<QLabel*>())
        if (label->isVisible())
            shown.emplaceBack(label->mapTo(m_dialog.get(), QPoint()).y(), label->text());
    const auto place = [&](const QString& part) {
        const auto found = std::ranges::find_if(shown, [&](const auto& line) { return line.second.contains(part); });
        return found == shown.end() ? -1 : found->first;
    };
    const QList<int> places{place(told.title), place(told.goes),     place(told.stays), place(told.facts[1].text),
                            place(told.undo),  place(told.recorded), place(told.phrase)};
    QVERIFY2(!places.contains(-1), qPrintable(QDebug::toString(places)));
    QVERIFY2(std::ranges::is_sorted(places), qPrintable(QDebug::toString(places)));
}

void TestConfirmDialog::fits()
{
    m_dialog->setBlocked(u"The plan has changed: 1 tag moved. Preview again."_s);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(*m_dialog).join(u'\n'), QString());
    QCOMPARE(overlappingTexts(*m_dialog).join(u'\n'), QString());
    QCOMPARE(accessibleFaults(*m_dialog).join(u'\n'), QString());
    QCOMPARE(m_dialog->width(), 560);
    if (const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES"); !folder.isEmpty())
        QVERIFY(m_dialog->grab().save(folder + u"/confirm.png"_s));
}

SLIPWAY_TEST_SUITE(TestConfirmDialog);

} // namespace slipway::test

#include "test_confirmdialog.moc"
