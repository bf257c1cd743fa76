#include "app/textfit.h"
#include "gui/accessiblewalk.h"
#include "gui/pixels.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/gallery/componentsgallery.h"
#include "views/theme/theme.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statcard.h"
#include "views/widgets/statenote.h"
#include "views/widgets/statepage.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>
#include <QTreeView>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

Stat storedStat()
{
    return {u"Stored"_s, u"18.7"_s, u"GiB"_s, u"Target ≤ 20 GiB"_s, 0.935, Tone::Warn};
}

/// The words a person can see in it.
QStringList shownTexts(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    for (const auto* button : widget.findChildren<QAbstractButton*>())
        if (button->isVisible())
            texts.append(button->text());
    return texts;
}

} // namespace

/// What the components decide, show and tell those who cannot see them.
class TestComponents final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.emplace(*qApp).setMode(ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void statStates_data();
    void statStates();
    void statCardShowsItsState();
    void statCardLeadsSomewhere();
    void statCardTriesAgain();
    void sectionIsAGroup();
    void aTitleThatIsCutIsToldWhole();
    void statesAreNoted();
    void pageOfAStateIsNoHigherThanItsTexts();
    void nothingIsClearedWhileDisabled();
    void messagesAreAlikeInHeight();
    void galleryFits_data();
    void galleryFits();

private:
    std::optional<Theme> m_theme;
};

void TestComponents::statStates_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("state");
    const auto row = [](const char* name, PageState::Kind page, StatKnown known, StatState state) {
        QTest::newRow(name) << static_cast<int>(page) << static_cast<int>(known) << static_cast<int>(state);
    };
    using enum PageState::Kind;
    row("first reading", Loading, StatKnown::No, StatState::Loading);
    row("read again", Loading, StatKnown::Yes, StatState::Value);
    row("read", Ready, StatKnown::Yes, StatState::Value);
    row("nothing to count", Ready, StatKnown::No, StatState::Empty);
    row("stale", Stale, StatKnown::Yes, StatState::Stale);
    row("offline", Offline, StatKnown::Yes, StatState::Stale);
    row("offline, never read", Offline, StatKnown::No, StatState::Empty);
    row("failed after it was read", Failed, StatKnown::Yes, StatState::Stale);
    row("failed", Failed, StatKnown::No, StatState::Error);
}

void TestComponents::statStates()
{
    QFETCH(const int, page);
    QFETCH(const int, known);
    QFETCH(const int, state);
    QCOMPARE(static_cast<int>(statState(static_cast<PageState::Kind>(page), static_cast<StatKnown>(known))), state);
}

void TestComponents::statCardShowsItsState()
{
    StatCard card(u"Stored"_s);
    card.resize(190, 100);
    card.show();
    QCOMPARE(shownTexts(card), QStringList{u"Stored"_s});
    QVERIFY(pixelsOf(card.grab().toImage(), lightTokens().track) > 500);
    card.showValue(storedStat());
    QCOMPARE(shownTexts(card), (QStringList{u"Stored"_s, u"18.7"_s, u"GiB"_s, u"Target ≤ 20 GiB"_s}));
    QVERIFY(pixelsOf(card.grab().toImage(), lightTokens().warnFill) > 300);
    QCOMPARE(card.accessibleName(), u"Stored 18.7 GiB"_s);
    card.showEmpty(u"Appears after the first build"_s);
    QCOMPARE(shownTexts(card), (QStringList{u"Stored"_s, u"No data yet"_s, u"Appears after the first build"_s}));
    card.showStale(storedStat(), u"From 13:58"_s);
    QCOMPARE(shownTexts(card), (QStringList{u"Stored"_s, u"18.7"_s, u"GiB"_s, u"From 13:58"_s, u"Target ≤ 20 GiB"_s}));
    QCOMPARE(card.accessibleDescription(), u"From 13:58. Target ≤ 20 GiB"_s);
    // The frame is dashed: along one edge some pixels are frame, others are not.
    const QImage stale = card.grab().toImage();
    QSet<QRgb> edge;
    for (int x = 10; x < 60; ++x)
        edge.insert(stale.pixel(x, 0));
    QVERIFY(edge.size() > 1);
    QCOMPARE(card.state(), StatState::Stale);
}

void TestComponents::statCardLeadsSomewhere()
{
    StatCard card(u"Stored"_s);
    card.resize(190, 100);
    card.showValue(storedStat());
    card.show();
    QSignalSpy activated(&card, &StatCard::activated);
    QTest::mouseClick(&card, Qt::LeftButton);
    QCOMPARE(activated.size(), 0);
    card.setLink(u"Open Storage"_s);
    QTest::mouseClick(&card, Qt::LeftButton);
    QCOMPARE(activated.size(), 1);
    auto* link = card.findChild<QAbstractButton*>();
    QCOMPARE(link->text(), u"Open Storage"_s);
    QCOMPARE(link->accessibleDescription(), u"Target ≤ 20 GiB"_s);
    card.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    link->setFocus(Qt::TabFocusReason);
    QTest::keyClick(link, Qt::Key_Return);
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(activated.size(), 3);
}

void TestComponents::statCardTriesAgain()
{
    StatCard card(u"Stored"_s);
    card.resize(190, 110);
    card.showError(u"Could not read"_s, u"GitHub answered 502"_s);
    card.show();
    QSignalSpy retried(&card, &StatCard::retryRequested);
    auto* retry = card.findChild<QPushButton*>();
    QVERIFY(retry->isVisible());
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(retried.size(), 1);
    QCOMPARE(card.accessibleDescription(), u"Could not read. GitHub answered 502"_s);
    card.showValue(storedStat());
    QVERIFY(!retry->isVisible());
}

void TestComponents::sectionIsAGroup()
{
    SectionCard card(u"KPIs against targets"_s);
    card.setSubText(u"build times are 30-day averages"_s);
    card.actions().addWidget(new QPushButton(u"Open"_s, &card));
    card.body().addWidget(new QLabel(u"body"_s, &card));
    card.resize(500, 120);
    card.show();
    QCOMPARE(card.accessibleName(), u"KPIs against targets"_s);
    QCOMPARE(clippedTexts(card), QStringList{});
    QCOMPARE(card.findChild<QPushButton*>()->geometry().right(), 500 - 1 - 12 - 1);
    // A narrow card cuts what is said beside, and says so in a tooltip.
    card.resize(260, 120);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(card), QStringList{});
    QCOMPARE(overlappingTexts(card), QStringList{});
}

/// A tooltip that says only what the figures are leaves nobody any wiser of what the title is.
void TestComponents::aTitleThatIsCutIsToldWhole()
{
    QStandardItemModel model(0, 1);
    model.setHorizontalHeaderLabels({u"Days since anybody pulled it"_s});
    QTreeView view;
    view.setModel(&model);
    view.setRootIsDecorated(false);
    view.header()->setStretchLastSection(false);
    view.header()->resizeSection(0, 40);
    view.show();
    QVERIFY(clippedTexts(view).contains(u"Days since anybody pulled it"_s));
    model.setHeaderData(0, Qt::Horizontal, u"Days are those of UTC"_s, Qt::ToolTipRole);
    QVERIFY(clippedTexts(view).contains(u"Days since anybody pulled it"_s));
    model.setHeaderData(0, Qt::Horizontal, u"Days since anybody pulled it\nDays are those of UTC"_s, Qt::ToolTipRole);
    QVERIFY(!clippedTexts(view).contains(u"Days since anybody pulled it"_s));
    model.setHeaderData(0, Qt::Horizontal, {}, Qt::ToolTipRole);
    view.header()->resizeSection(0, 600);
    QVERIFY(!clippedTexts(view).contains(u"Days since anybody pulled it"_s));
}

/// What a narrow page needed for its lines is not kept when it grows, nor asked for while nobody sees it.
void TestComponents::pageOfAStateIsNoHigherThanItsTexts()
{
    QWidget host;
    StatePage page(&host);
    page.showError(u"Could not load"_s, u"34 images match build-lock.json"_s, {});
    page.resize(140, 400);
    host.show();
    const auto texts = [&] {
        int height = 0;
        for (const auto* label : page.findChildren<QLabel*>())
            height += label->minimumHeight();
        return height;
    };
    const int narrow = texts();
    page.resize(400, 400);
    QVERIFY(texts() < narrow);
    QVERIFY(texts() <= 2 * page.fontMetrics().lineSpacing() + 8);
    QVERIFY(page.minimumSizeHint().height() > texts());
    page.hide();
    QCOMPARE(page.minimumSizeHint(), QSize(0, 0));
}

void TestComponents::nothingIsClearedWhileDisabled()
{
    SearchField field(u"Filter"_s, {});
    field.setText(u"main"_s);
    QVERIFY(field.isClearButtonEnabled());
    field.setEnabled(false);
    QVERIFY(!field.isClearButtonEnabled());
    field.setEnabled(true);
    QVERIFY(field.isClearButtonEnabled());
    for (const auto* button : field.findChildren<QToolButton*>())
        QVERIFY(!button->accessibleName().isEmpty());
}

void TestComponents::messagesAreAlikeInHeight()
{
    MessageBar plain;
    plain.showMessage(Tone::Info, u"A new version was pushed"_s);
    MessageBar withAction;
    withAction.showMessage(Tone::Bad, u"GitHub answered 502"_s);
    withAction.setAction(u"Try again"_s);
    QCOMPARE(plain.sizeHint().height(), withAction.sizeHint().height());
}

void TestComponents::statesAreNoted()
{
    const QDateTime since(QDate(2025, 11, 21), QTime(13, 58), QTimeZone::UTC);
    QCOMPARE(stateNote(PageState::ready(), since), QString());
    QCOMPARE(stateNote(PageState::offline(since), since.addSecs(60)),
             u"Offline: data from 13:58. Actions that write to GitHub are off"_s);
    QCOMPARE(stateNote(PageState::offline({}), since), u"Offline. Actions that write to GitHub are off"_s);
    QCOMPARE(stateNote(PageState::stale(since), since.addSecs(60)), u"Not read again since 13:58"_s);
    QCOMPARE(stateNote(PageState::stale(since), since.addDays(3)), u"Not read again since 21 Nov 2025, 13:58"_s);
    StateNote note;
    note.setState(PageState::offline(since));
    QVERIFY(!note.isHidden());
    note.setState(PageState::ready());
    QVERIFY(note.isHidden());
}

void TestComponents::galleryFits_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(ThemeMode::Light);
    QTest::newRow("dark") << static_cast<int>(ThemeMode::Dark);
    QTest::newRow("high contrast") << static_cast<int>(ThemeMode::HighContrast);
}

/// Every component in every state: no text is cut or lies over another, and whatever takes the keyboard has a name.
void TestComponents::galleryFits()
{
    QFETCH(const int, theme);
    m_theme->setMode(static_cast<ThemeMode>(theme));
    ComponentsGallery gallery;
    gallery.show();
    QVERIFY(QTest::qWaitForWindowExposed(&gallery));
    QCOMPARE(gallery.size(), ComponentsGallery::kUsualSize);
    QCOMPARE(clippedTexts(gallery).join(u'\n'), QString());
    QCOMPARE(overlappingTexts(gallery).join(u'\n'), QString());
    QCOMPARE(accessibleFaults(gallery).join(u'\n'), QString());
    if (const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES"); !folder.isEmpty())
        QVERIFY(gallery.grab().save(u"%1/gallery-%2.png"_s.arg(folder).arg(theme)));
    m_theme->setMode(ThemeMode::Light);
}

SLIPWAY_TEST_SUITE(TestComponents);

} // namespace slipway::test

#include "test_components.moc"
