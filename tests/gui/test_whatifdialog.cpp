#include "gui/accessiblewalk.h"
#include "gui/shownstorage.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/storage/figureview.h"
#include "views/storage/whatifdialog.h"
#include "views/storage/whatifform.h"
#include "views/theme/typography.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// Two hubs on two releases of a base, sized so that sharing saves 100 MiB.
const auto kTwoHubs = uR"(package base-cpu repo=platform
    b2 image tags=2,latest layers=os2:104857600 config=n2:1 days=5
    b1 image tags=1 layers=os1:104857600 config=n1:2 days=50
    package asr-cpu repo=audio
    a2 image tags=v2 layers=os2:104857600,asr2:1048576 config=ca:8 days=4
    package ocr-cpu repo=vision
    o1 image tags=v1 layers=os1:104857600,ocr1:1048576 config=cd:128 days=40
    o0 image layers=os1:104857600,ocr0:52428800 config=ce:128 days=140)"_s;

} // namespace

/// "What if we consolidate?", as a person uses it.
class TestWhatIfDialog final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void theProposalIsCountedAtOnce();
    void keysChangeWhatIsCounted();
    void aWrongPriceIsTold();
    void resetBringsTheProposalBack();
    void itIsCopiedAsText();
    void anotherOwnerClosesIt();
    void withoutAnInventoryThereIsNone();
    void everythingIsReachedAndNamed();
    void itFitsTheSmallestWindow_data();
    void itFitsTheSmallestWindow();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] WhatIfDialog* dialog() { return window().findChild<WhatIfDialog*>(); }
    [[nodiscard]] QAction* action()
    {
        for (auto* each : window().storagePage().actions())
            if (each->objectName() == u"storage.whatIf"_s)
                return each;
        return nullptr;
    }
    [[nodiscard]] QString cell(int row, int column)
    {
        return dialog()->steps().model()->index(row, column).data().toString();
    }
    template<typename Control>
    [[nodiscard]] Control& control(const QString& name)
    {
        for (auto* each : dialog()->findChildren<Control*>())
            if (each->accessibleName() == name)
                return *each;
        qFatal("%s is not there", qPrintable(name));
    }
    [[nodiscard]] QPushButton& button(const QString& text)
    {
        for (auto* each : dialog()->findChildren<QPushButton*>())
            if (each->text() == text)
                return *each;
        qFatal("%s is not there", qPrintable(text));
    }
    [[nodiscard]] bool says(const QString& sentence)
    {
        return eventually([&] { return dialog()->sentence() == sentence; });
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestWhatIfDialog::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(kTwoHubs));
    window().storagePage().setTerms(shownTerms());
    window().setCurrentPage(1);
    QVERIFY(m_fixture->show());
    QVERIFY(action());
    action()->trigger();
    QVERIFY(dialog());
}

/// 252 MiB; o0 is untagged for 140 days: 50 MiB; then o1 stands on b2, and b1 is not needed: 100 MiB.
void TestWhatIfDialog::theProposalIsCountedAtOnce()
{
    QVERIFY2(says(u"252 MiB become 102 MiB, 59 % less"_s), qPrintable(dialog()->sentence()));
    QCOMPARE(cell(1, 2), u"−50.0 MiB"_s);
    QCOMPARE(cell(2, 2), u"−100 MiB"_s);
    QCOMPARE(cell(3, 4), u"$150.02"_s);
    QCOMPARE(dialog()->notes(),
             u"1 version dropped, 1 image version on another base, 1 base version no longer needed"_s);
}

void TestWhatIfDialog::keysChangeWhatIsCounted()
{
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    auto& base = control<QComboBox>(u"Base of CPU images"_s);
    QVERIFY2(base.currentText().startsWith(u"base-cpu:2, 100 MiB"_s), qPrintable(base.currentText()));
    base.setFocus();
    QTest::keyClick(&base, Qt::Key_Up); // each keeps its own
    QVERIFY2(says(u"252 MiB become 202 MiB, 19 % less"_s), qPrintable(dialog()->sentence()));
    QTest::keyClick(&base, Qt::Key_Down);
    auto& vision = control<QCheckBox>(u"vision"_s);
    vision.setFocus();
    QTest::keyClick(&vision, Qt::Key_Space);
    QVERIFY(says(u"252 MiB become 202 MiB, 19 % less"_s));
    auto& untagged = control<QComboBox>(u"Untagged versions"_s);
    untagged.setFocus();
    QTest::keyClick(&untagged, Qt::Key_Home);
    QVERIFY(says(u"252 MiB stay 252 MiB"_s));
}

void TestWhatIfDialog::aWrongPriceIsTold()
{
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    auto& runner = control<QLineEdit>(u"Runner a month, USD"_s);
    QCOMPARE(runner.text(), u"150"_s);
    runner.setText(u"a lot"_s);
    QCOMPARE(dialog()->sentence(), u"Not counted"_s);
    QCOMPARE(dialog()->notes(), QString()); // they are of another wish
    QCOMPARE(dialog()->form().fault(), u"Expected what the runner costs a month, 0 or more, such as 150."_s);
    QVERIFY(!button(u"Copy as text"_s).isEnabled());
    runner.setText(u"90.5"_s);
    QCOMPARE(dialog()->form().fault(), QString());
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    QCOMPARE(cell(0, 4), u"$150.06"_s); // as it is
    QCOMPARE(cell(3, 4), u"$90.52"_s);
}

void TestWhatIfDialog::resetBringsTheProposalBack()
{
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    control<QCheckBox>(u"vision"_s).setChecked(false);
    control<QComboBox>(u"Untagged versions"_s).setCurrentIndex(0);
    QVERIFY(says(u"252 MiB stay 252 MiB"_s));
    QTest::mouseClick(&button(u"Reset"_s), Qt::LeftButton);
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    QVERIFY(control<QCheckBox>(u"vision"_s).isChecked());
}

void TestWhatIfDialog::itIsCopiedAsText()
{
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    QApplication::clipboard()->clear();
    QTest::mouseClick(&button(u"Copy as text"_s), Qt::LeftButton);
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"252 MiB become 102 MiB, 59 % less\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Shared bases: base-cpu:2\n"_s), qPrintable(text));
}

void TestWhatIfDialog::anotherOwnerClosesIt()
{
    window().setInventory(nullptr);
    QVERIFY(eventually([&] { return !dialog(); }));
    QVERIFY(!action()->isEnabled());
}

void TestWhatIfDialog::withoutAnInventoryThereIsNone()
{
    dialog()->reject();
    QVERIFY(eventually([&] { return !dialog(); }));
    window().setInventory(inventoryFrom(QString()));
    QVERIFY(!action()->isEnabled());
    window().storagePage().askWhatIf();
    QVERIFY(!dialog());
}

void TestWhatIfDialog::everythingIsReachedAndNamed()
{
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(accessibleFaults(*dialog()), QStringList{});
    QCOMPARE(namelessWidgets(*dialog()), QStringList{});
    QCOMPARE(clippedTexts(*dialog()).join(u'\n'), QString());
    for (const auto direction : {TabDirection::Forward, TabDirection::Backward}) {
        const auto walk = walkByTab(*dialog(), direction);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.order.contains(&control<QLineEdit>(u"Runner a month, USD"_s)));
        QVERIFY(walk.order.contains(&dialog()->steps()));
    }
}

void TestWhatIfDialog::itFitsTheSmallestWindow_data()
{
    QTest::addColumn<qreal>("before");
    QTest::addColumn<qreal>("then");
    QTest::newRow("usual") << 1.0 << 1.0;
    QTest::newRow("large") << 1.5 << 1.5;
    QTest::newRow("grown while it is open") << 1.0 << 1.5;
    QTest::newRow("shrunk while it is open") << 1.5 << 1.0;
}

/// Its buttons and all rows of its table are in sight, and each control of its form for who comes by keyboard.
void TestWhatIfDialog::itFitsTheSmallestWindow()
{
    QFETCH(const qreal, before);
    QFETCH(const qreal, then);
    dialog()->reject();
    QVERIFY(eventually([&] { return dialog() == nullptr; }));
    const auto setText = [&](qreal scale) {
        m_fixture->theme.setTextScale(scale);
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    };
    setText(before);
    window().resize(window().minimumSize());
    action()->trigger();
    QVERIFY(says(u"252 MiB become 102 MiB, 59 % less"_s));
    setText(then);
    setText(then);
    const QRect screen = dialog()->screen()->availableGeometry();
    const QString place = u"%1 to %2 of %3 to %4, window %5"_s.arg(dialog()->frameGeometry().top())
                              .arg(dialog()->frameGeometry().bottom())
                              .arg(screen.top())
                              .arg(screen.bottom())
                              .arg(window().height());
    QVERIFY2(dialog()->frameGeometry().top() >= screen.top(), qPrintable(place));
    QVERIFY2(dialog()->frameGeometry().bottom() <= screen.bottom(), qPrintable(place));
    QVERIFY2(dialog()->height() <= window().height(), qPrintable(place));
    for (auto* each : {&button(u"Reset"_s), &button(u"Close"_s)})
        QVERIFY2(dialog()->rect().contains(QRect(each->mapTo(dialog(), QPoint()), each->size())), qPrintable(place));
    auto& steps = dialog()->steps();
    const QModelIndex last = steps.model()->index(steps.model()->rowCount() - 1, 0);
    QVERIFY2(steps.viewport()->rect().contains(steps.visualRect(last)), qPrintable(place));
    for (auto* each : dialog()->form().findChildren<QWidget*>()) {
        if (each->focusPolicy() == Qt::NoFocus || !each->isVisible() || each->accessibleName().isEmpty())
            continue;
        each->setFocus(Qt::TabFocusReason);
        QVERIFY2(each->visibleRegion().boundingRect() == each->rect(), qPrintable(each->accessibleName()));
    }
    dialog()->reject();
    setTextScale(1);
}

SLIPWAY_TEST_SUITE(TestWhatIfDialog);

} // namespace slipway::test

#include "test_whatifdialog.moc"
