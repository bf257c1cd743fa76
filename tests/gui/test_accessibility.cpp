#include "app/palettedesk.h"
#include "app/textfit.h"
#include "gui/accessiblewalk.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/palette/commandpalette.h"
#include "views/shell/logpanel.h"
#include "views/shell/sidebar.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Rule 24: everything has a name, Tab reaches everything and is kept by nothing; and the checks that say so.
class TestAccessibility final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void faultsAreFound();
    void tabTrapIsFound();
    void unreachedIsFound();
    void overlapIsFound();
    void rule24NamesEverything_data() { addStates(); }
    void rule24NamesEverything();
    void rule24TabGoesRound_data() { addStates(); }
    void rule24TabGoesRound();
    void rule24_thePaletteKeepsNobody();
    void panesHaveNames();

private:
    void addStates();
    [[nodiscard]] bool show(DetailsTab tab, bool isLogOpen);
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestAccessibility::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
}

void TestAccessibility::addStates()
{
    QTest::addColumn<DetailsTab>("tab");
    QTest::addColumn<bool>("isLogOpen");
    QTest::newRow("summary") << DetailsTab::Summary << false;
    QTest::newRow("layers") << DetailsTab::Layers << false;
    QTest::newRow("manifest") << DetailsTab::Manifest << false;
    QTest::newRow("config") << DetailsTab::Config << false;
    QTest::newRow("referrers") << DetailsTab::Referrers << false;
    QTest::newRow("history") << DetailsTab::History << false;
    QTest::newRow("log") << DetailsTab::Summary << true;
}

bool TestAccessibility::show(DetailsTab tab, bool isLogOpen)
{
    if (!window().inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s))
        return false;
    window().inventoryPage().setTab(tab);
    window().setLogOpen(isLogOpen);
    return eventually([&] { return !window().inventoryPage().details().isWaiting(); });
}

void TestAccessibility::rule24NamesEverything()
{
    QFETCH(const DetailsTab, tab);
    QFETCH(const bool, isLogOpen);
    QVERIFY(show(tab, isLogOpen));
    QCOMPARE(accessibleFaults(window()).join(u'\n'), QString());
}

void TestAccessibility::rule24TabGoesRound()
{
    QFETCH(const DetailsTab, tab);
    QFETCH(const bool, isLogOpen);
    QVERIFY(show(tab, isLogOpen));
    const TabWalk forward = walkByTab(window());
    QCOMPARE(forward.faults.join(u'\n'), QString());
    QCOMPARE(walkByTab(window(), TabDirection::Backward).faults.join(u'\n'), QString());
    // In reading order: no pane is left and entered again before the round is over.
    QList<QWidget*> panes{&window().sidebar(), &window().topBar()};
    panes += window().inventoryPage().panes();
    panes.append(&window().logPanel());
    panes.append(&window().statusStrip());
    QList<qsizetype> entered;
    for (const auto* widget : forward.order)
        for (qsizetype i = 0; i < panes.size(); ++i)
            if ((panes[i] == widget || panes[i]->isAncestorOf(widget)) && (entered.isEmpty() || entered.last() != i))
                entered.append(i);
    if (entered.size() > 1 && entered.first() == entered.last())
        entered.removeLast(); // the walk began in the middle of this one
    std::ranges::rotate(entered, std::ranges::min_element(entered));
    QVERIFY2(std::ranges::is_sorted(entered), qPrintable(QDebug::toString(entered)));
}

/// The palette's own Tab completes; everything else in it is a key in its field, and Escape leads out.
void TestAccessibility::rule24_thePaletteKeepsNobody()
{
    QVERIFY(show(DetailsTab::Summary, false));
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    auto& palette = window().paletteDesk().palette();
    QVERIFY(eventually([&] { return palette.field().hasFocus(); }));
    QCOMPARE(accessibleFaults(palette).join(u'\n'), QString());
    for (const auto* widget : palette.findChildren<QWidget*>())
        if (widget->isVisible() && widget != &palette.field())
            QVERIFY2(!(widget->focusPolicy() & Qt::TabFocus), widget->metaObject()->className());
    QTest::keyClick(&palette.field(), Qt::Key_Escape);
    QVERIFY(
        eventually([&] { return window().isActiveWindow() && window().isAncestorOf(QApplication::focusWidget()); }));
}

void TestAccessibility::panesHaveNames()
{
    QList<QWidget*> panes{&window().sidebar(), &window().topBar(), &window().statusStrip(), &window().logPanel()};
    panes += window().inventoryPage().panes();
    for (const auto* pane : panes)
        QVERIFY2(!pane->accessibleName().isEmpty(), pane->metaObject()->className());
}

void TestAccessibility::faultsAreFound()
{
    QWidget wrong;
    auto* row = new QHBoxLayout(&wrong);
    auto* field = new QLineEdit(&wrong);
    auto* icon = new QPushButton(&wrong);
    row->addWidget(field);
    row->addWidget(icon);
    row->addWidget(new QPushButton(u"Named"_s, &wrong));
    wrong.show();
    QCOMPARE(accessibleFaults(wrong), (QStringList{u"QLineEdit: no name"_s, u"QPushButton: no name"_s}));
    field->setAccessibleName(u"Filter"_s);
    icon->setAccessibleName(u"Refresh"_s);
    QCOMPARE(accessibleFaults(wrong).join(u'\n'), QString());
}

void TestAccessibility::tabTrapIsFound()
{
    QWidget wrong;
    auto* row = new QHBoxLayout(&wrong);
    auto* text = new QPlainTextEdit(&wrong);
    text->setAccessibleName(u"Document"_s);
    row->addWidget(text);
    row->addWidget(new QPushButton(u"Close"_s, &wrong));
    wrong.show();
    wrong.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&wrong));
    text->setFocus();
    QCOMPARE(walkByTab(wrong).faults.first(), u"QPlainTextEdit \"Document\": keeps the Tab key"_s);
    text->setTabChangesFocus(true);
    QCOMPARE(walkByTab(wrong).faults.join(u'\n'), QString());
}

/// A widget that gives the keyboard to a chosen one, past its neighbour.
class SkippingField final : public QLineEdit
{
public:
    SkippingField(QWidget* next, QWidget* parent)
        : QLineEdit(parent)
        , m_next(next)
    {
    }

protected:
    bool focusNextPrevChild(bool) override
    {
        m_next->setFocus(Qt::TabFocusReason);
        return true;
    }

private:
    QWidget* m_next;
};

void TestAccessibility::unreachedIsFound()
{
    QWidget wrong;
    auto* row = new QHBoxLayout(&wrong);
    auto* last = new QPushButton(u"Last"_s, &wrong);
    auto* field = new SkippingField(last, &wrong);
    auto* skipped = new QPushButton(u"Skipped"_s, &wrong);
    skipped->setAccessibleName(u"Skipped"_s);
    row->addWidget(field);
    row->addWidget(skipped);
    row->addWidget(last);
    QWidget::setTabOrder(field, skipped);
    QWidget::setTabOrder(skipped, last);
    wrong.show();
    wrong.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&wrong));
    field->setFocus();
    QCOMPARE(walkByTab(wrong).faults, QStringList{u"QPushButton \"Skipped\": not reached by Tab"_s});
}

void TestAccessibility::overlapIsFound()
{
    QWidget wrong;
    wrong.resize(300, 100);
    auto* one = new QLabel(u"one text"_s, &wrong);
    auto* other = new QLabel(u"another"_s, &wrong);
    one->setGeometry(10, 10, 200, 20);
    other->setGeometry(20, 15, 200, 20);
    wrong.show();
    QCOMPARE(overlappingTexts(wrong), QStringList{u"one text / another"_s});
    // Widgets may lie over one another where their texts do not.
    other->move(100, 15);
    QCOMPARE(overlappingTexts(wrong).join(u'\n'), QString());
    // What a parent does not show overlaps nothing.
    auto* box = new QWidget(&wrong);
    box->setGeometry(10, 40, 100, 20);
    other->setParent(box);
    other->setGeometry(0, -30, 100, 20);
    other->show();
    box->show();
    QCOMPARE(overlappingTexts(wrong).join(u'\n'), QString());
}

SLIPWAY_TEST_SUITE(TestAccessibility);

} // namespace slipway::test

#include "test_accessibility.moc"
