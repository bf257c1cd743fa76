#include "app/noticebar.h"
#include "support/suite.h"

#include <QPushButton>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The bar above the pages that tells what happened.
class TestNoticeBar final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNoticeLeadsToWhatItIsAbout();
    void aNoticeIsClosed();
};

void TestNoticeBar::aNoticeLeadsToWhatItIsAbout()
{
    NoticeBar bar;
    int led = 0;
    const auto press = [&bar](const QString& text) {
        for (auto* button : bar.findChildren<QPushButton*>())
            if (!button->isHidden() && button->text() == text)
                button->click();
    };
    bool isRefused = true;
    const auto lead = [&] {
        if (isRefused)
            bar.tell(u"A cleanup runs."_s);
        else
            ++led;
        return !isRefused;
    };
    // Where it cannot lead now, what it told stays to be read.
    bar.tell(u"Storage is full."_s, u"Open Storage"_s, lead);
    press(u"Open Storage"_s);
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.sentence(), u"A cleanup runs."_s);
    press(u"Show details"_s);
    QCOMPARE(bar.shownDetails(), QStringList{u"Storage is full."_s});
    press(u"Close"_s);
    isRefused = false;
    bar.tell(u"Storage is full."_s, u"Open Storage"_s, lead);
    press(u"Open Storage"_s);
    QCOMPARE(led, 1);
    QVERIFY(bar.isHidden());
    bar.tell(u"Something else."_s);
    press(u"Open Storage"_s);
    QCOMPARE(led, 1);
    press(u"Close"_s);
    QVERIFY(bar.isHidden());
}

/// Closed without going anywhere, by key; the next thing that is told opens it again, without what was closed.
void TestNoticeBar::aNoticeIsClosed()
{
    NoticeBar bar;
    int led = 0;
    const auto button = [&bar](const QString& text) {
        for (auto* each : bar.findChildren<QPushButton*>())
            if (!each->isHidden() && each->text() == text)
                return each;
        return static_cast<QPushButton*>(nullptr);
    };
    const auto tell = [&](const QString& sentence) {
        bar.tell(sentence, u"Open Storage"_s, [&led] { return ++led > 0; });
        bar.show();
    };
    tell(u"85 %"_s);
    tell(u"90 %"_s);
    QVERIFY(button(u"Show details"_s)); // what was told before
    QTest::keyClick(button(u"Close"_s), Qt::Key_Space);
    QVERIFY(bar.isHidden());
    tell(u"100 %"_s);
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.sentence(), u"100 %"_s);
    QVERIFY(!button(u"Show details"_s));
    QTest::keyClick(button(u"Open Storage"_s), Qt::Key_Escape);
    QVERIFY(bar.isHidden());
    QCOMPARE(led, 0);
}

SLIPWAY_TEST_SUITE(TestNoticeBar);

} // namespace slipway::test

#include "test_noticebar.moc"
