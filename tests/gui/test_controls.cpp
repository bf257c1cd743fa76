#include "gui/pixels.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/referrergraph.h"
#include "views/theme/paint.h"
#include "views/theme/styleitems.h"
#include "views/theme/theme.h"
#include "views/theme/tokens.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// The leftmost and rightmost column of `rect` with anything darker than a hairline in it; -1 where there is none.
std::pair<int, int> inked(const QImage& picture, const QRect& rect)
{
    std::pair found{-1, -1};
    for (int x = rect.left(); x <= rect.right(); ++x)
        for (int y = rect.top(); y <= rect.bottom(); ++y)
            if (picture.pixelColor(x, y).lightness() < 150) {
                found = {found.first < 0 ? x : found.first, x};
                break;
            }
    return found;
}

QImage selectedRow(const Tokens& tokens, QStyle::State state)
{
    QImage picture(100, 28, QImage::Format_RGB32);
    picture.fill(tokens.surface);
    QPainter painter(&picture);
    paintSelectedRow(painter, picture.rect(), state, tokens);
    return picture;
}

} // namespace

/// What the style paints: menus, fields, lists, rows, check boxes.
class TestControls final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.emplace(*qApp).setMode(ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void menusWordsBeginAtOneLine();
    void menuMarksTellWhatTheyMean();
    void menuWordsAreOfTheirActionsFont();
    void wordsInFieldsAndBoxesBeginAlike();
    void listIsAsWideAsItsWords();
    void selectionIsNoFrame();
    void currentNodeIsSeenInHighContrast();
    void mixedIsNeitherOnNorOff();

private:
    std::optional<Theme> m_theme;
};

void TestControls::menusWordsBeginAtOneLine()
{
    QPixmap red(16, 16);
    red.fill(Qt::red);
    QMenu menu;
    auto* plain = menu.addAction(u"HHH"_s);
    auto* withIcon = menu.addAction(red, u"HHH"_s);
    menu.popup({});
    const QImage picture = menu.grab().toImage();
    const int icons = 12 + 16 + 4;
    const auto wordsOf = [&](QAction* action) {
        return inked(picture, menu.actionGeometry(action).adjusted(icons, 4, -8, -4)).first;
    };
    QVERIFY(wordsOf(withIcon) > 0);
    QCOMPARE(wordsOf(plain), wordsOf(withIcon));
    QCOMPARE(inked(picture, menu.actionGeometry(plain).adjusted(4, 4, -8, -4)).first, wordsOf(plain));
    // Where none has anything before its words, there is no room for it.
    menu.removeAction(withIcon);
    menu.hide();
    menu.popup({});
    QVERIFY(inked(menu.grab().toImage(), menu.actionGeometry(plain).adjusted(4, 4, -8, -4)).first < icons);
}

/// They are measured with it: painted with another one they would be cut, or stand in too wide a list.
void TestControls::menuWordsAreOfTheirActionsFont()
{
    QMenu menu;
    auto* plain = menu.addAction(u"HHHHH"_s);
    auto* small = menu.addAction(u"HHHHH"_s);
    QFont font = menu.font();
    font.setPixelSize(font.pixelSize() / 2);
    small->setFont(font);
    menu.popup({});
    const QImage picture = menu.grab().toImage();
    const auto widthOf = [&](QAction* action) {
        const auto [first, last] = inked(picture, menu.actionGeometry(action).adjusted(4, 2, -4, -2));
        return last - first;
    };
    QVERIFY(widthOf(small) > 0);
    QVERIFY2(widthOf(small) < widthOf(plain) * 2 / 3, qPrintable(QString::number(widthOf(small))));
}

void TestControls::menuMarksTellWhatTheyMean()
{
    QMenu menu;
    auto* below = menu.addMenu(u"More"_s)->menuAction();
    below->menu()->addAction(u"One"_s);
    auto* check = menu.addAction(u"Check"_s);
    auto* one = menu.addAction(u"One of several"_s);
    auto* group = new QActionGroup(&menu);
    for (auto* action : {check, one}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    group->addAction(one);
    menu.popup({});
    const QImage picture = menu.grab().toImage();
    const auto markOf = [&](QAction* action) {
        const QRect item = menu.actionGeometry(action);
        return picture.copy(item.left() + 12, item.center().y() - 8, 16, 16);
    };
    QVERIFY(pixelsOf(markOf(check), lightTokens().accent) > 5);
    QVERIFY(pixelsOf(markOf(one), lightTokens().accent) > 5);
    QVERIFY(markOf(check) != markOf(one));
    // A dot is full in its middle, a check is not.
    QCOMPARE(markOf(one).pixelColor(8, 8), lightTokens().accent);
    QVERIFY(pixelsOf(markOf(one), lightTokens().accent) > pixelsOf(markOf(check), lightTokens().accent));
    // What opens a menu of its own ends in an arrow.
    const auto endOf = [&](QAction* action) {
        const QRect item = menu.actionGeometry(action);
        return inked(picture, QRect(item.right() - 24, item.top() + 4, 20, item.height() - 8)).first;
    };
    QVERIFY(endOf(below) > 0);
    QCOMPARE(endOf(check), -1);
}

void TestControls::wordsInFieldsAndBoxesBeginAlike()
{
    QWidget window;
    window.resize(300, 200);
    auto* field = new QLineEdit(u"HHH"_s, &window);
    auto* box = new QComboBox(&window);
    box->addItem(u"HHH"_s);
    for (QWidget* widget : std::initializer_list<QWidget*>{field, box})
        widget->resize(140, 28);
    window.show();
    const auto left = [](QWidget& widget) { return inked(widget.grab().toImage(), QRect(3, 5, 60, 18)).first; };
    QVERIFY2(left(*field) >= 8, qPrintable(QString::number(left(*field))));
    QCOMPARE(left(*box), left(*field));
    // Without a frame it lies on what is behind it.
    field->setFrame(false);
    QVERIFY(left(*field) < 8);
}

void TestControls::listIsAsWideAsItsWords()
{
    QComboBox box;
    box.addItems({u"short"_s, u"as the window was left the last time it was closed"_s});
    box.setFixedWidth(90);
    box.show();
    box.showPopup();
    const int words = box.view()->fontMetrics().horizontalAdvance(box.itemText(1));
    QVERIFY(eventually([&] { return box.view()->viewport()->width() >= words + 48; })); // a dot, and both edges
    // What is chosen is cut with an ellipsis in the box, not at its edge.
    box.hidePopup();
    box.setCurrentIndex(1);
    QCOMPARE(inked(box.grab().toImage(), QRect(90 - 24, 5, 5, 18)).first, -1);
}

/// A frame is for what has the keyboard.
void TestControls::selectionIsNoFrame()
{
    const Tokens& t = lightContrastTokens();
    const QImage active = selectedRow(t, QStyle::State_Active);
    QCOMPARE(active.pixelColor(1, 14), t.accent);
    for (const QPoint& edge : {QPoint(50, 0), QPoint(50, 27), QPoint(99, 14), QPoint(50, 14)})
        QCOMPARE(active.pixelColor(edge), t.track);
    const QImage inactive = selectedRow(t, QStyle::State_None);
    QCOMPARE(inactive.pixelColor(1, 14), t.line2);
    QImage both = active;
    {
        QPainter painter(&both);
        paintFocusRing(painter, both.rect(), 0, t.accent);
    }
    QCOMPARE(both.pixelColor(50, 0), t.accent);
    QCOMPARE(both.pixelColor(3, 14), t.accent); // the bar is wider than the ring
    // Elsewhere a tint says it, and nothing stands at the edge.
    QCOMPARE(pixelsOf(selectedRow(lightTokens(), QStyle::State_Active), lightTokens().accentTint), 100 * 28);
}

void TestControls::currentNodeIsSeenInHighContrast()
{
    m_theme->setMode(ThemeMode::HighContrast);
    const QPalette palette = QGuiApplication::palette();
    const Tokens& t = tokensOf(palette);
    ReferrerGraph graph;
    ReferrerNode beside;
    beside.parent = 0;
    beside.column = 1;
    graph.setNodes({ReferrerNode(), beside});
    graph.setCurrent(1);
    graph.show();
    const QImage picture = graph.grab().toImage();
    const auto at = [&](int node, int x) {
        const QRect box = graph.nodeRect(node);
        return picture.pixelColor(box.left() + x, box.center().y());
    };
    QVERIFY(!graph.hasFocus());
    QCOMPARE(at(1, 3), t.accent);
    QVERIFY(at(0, 3) != t.accent);
    QCOMPARE(at(1, 60), t.track);
    QVERIFY(at(1, 119) != t.accent); // no frame: that is for the keyboard
    m_theme->setMode(ThemeMode::Light);
}

void TestControls::mixedIsNeitherOnNorOff()
{
    QCheckBox box;
    box.setTristate();
    box.show();
    const auto looks = [&](Qt::CheckState state) {
        box.setCheckState(state);
        return box.grab().toImage();
    };
    const QImage mixed = looks(Qt::PartiallyChecked);
    QVERIFY(mixed != looks(Qt::Checked));
    QVERIFY(mixed != looks(Qt::Unchecked));
    QVERIFY(pixelsOf(mixed, lightTokens().accent) > 50);
    QVERIFY(pixelsOf(mixed, lightTokens().onAccent) > 10);
}

SLIPWAY_TEST_SUITE(TestControls);

} // namespace slipway::test

#include "test_controls.moc"
