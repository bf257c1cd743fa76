#include "gui/palettehands.h"
#include "support/suite.h"
#include "views/inventory/layercomparison.h"
#include "views/ladder/comparedialog.h"
#include "views/shell/logpanel.h"
#include "views/shell/logtable.h"
#include "views/theme/typography.h"

#include <QAction>
#include <QScrollBar>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// More images than a window has room for.
QString manyImages()
{
    QString text;
    for (int i = 0; i < 80; ++i)
        text += u"package many-%1-cpu repo=many\n    v%1 image days=%1 tags=v%1 layers=own%1:1048576\n"_s.arg(i + 10);
    return text;
}

} // namespace

/// Text changes its size while somebody works: what they look at stays where they look.
class TestTextPlaces final : public QObject, protected PaletteHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showPaletteWindow()); }
    void cleanup()
    {
        closeWindow();
        setTextScale(1);
    }
    void followersOfAWidgetKeepTheirOrder();
    void theTreeKeepsItsTopmostRow();
    void theTreeKeepsTheCurrentRowInSight();
    void theTopOfTheTreeStays();
    void aRowOfAListThatFittedStaysInSight();
    void theLogGoesOnFollowing();
    void theOpenPaletteIsPlacedAnew();
    void usualSizesFollow();
    void sizesByHandStay();

private:
    void setText(qreal scale)
    {
        fixture().theme.setTextScale(scale);
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }
    void showManyImages()
    {
        window().setInventory(inventoryFrom(manyImages()));
        tree().expandAll();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString topmost() { return tree().indexAt({0, 0}).siblingAtColumn(0).data().toString(); }
    [[nodiscard]] bool isInSight(const QModelIndex& index)
    {
        return tree().viewport()->rect().contains(tree().visualRect(index));
    }
    void openComparison()
    {
        tree().setFocus();
        for (const auto step : {Qt::Key_Home, Qt::Key_Down, Qt::Key_Down})
            key(step);
        key(Qt::Key_Down, Qt::ShiftModifier);
        page().comparison().action().trigger();
        QVERIFY(page().comparison().dialog());
        QVERIFY(QTest::qWaitForWindowActive(page().comparison().dialog()));
    }
};

void TestTextPlaces::followersOfAWidgetKeepTheirOrder()
{
    QWidget widget;
    QStringList told;
    QFont seen;
    setTextRole(widget, TextRole::Body);
    followText(widget, [&] {
        told.append(u"first"_s);
        seen = widget.font();
    });
    followText(widget, [&] { told.append(u"second"_s); });
    QCOMPARE(told, (QStringList{u"first"_s, u"second"_s}));
    told.clear();
    setText(1.5);
    QCOMPARE(told, (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(seen.pixelSize(), fontFor(TextRole::Body).pixelSize()); // the role's came before
}

void TestTextPlaces::theTreeKeepsItsTopmostRow()
{
    showManyImages();
    tree().scrollTo(tree().indexBelow(tree().model()->index(0, 0)), QAbstractItemView::PositionAtTop);
    auto* bar = tree().verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const QString before = topmost();
    QVERIFY(!before.isEmpty());
    for (const qreal scale : {1.5, 1.0, 1.25, 1.0}) {
        setText(scale);
        QCOMPARE(topmost(), before);
    }
}

void TestTextPlaces::theTreeKeepsTheCurrentRowInSight()
{
    showManyImages();
    tree().setFocus();
    auto* bar = tree().verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const int height = tree().viewport()->height();
    const QModelIndex last = tree().indexAt({0, height - 2 * tree().visualRect(tree().indexAt({0, 0})).height()});
    tree().setCurrentIndex(last);
    QVERIFY(isInSight(last));
    setText(1.5);
    QVERIFY2(isInSight(last), qPrintable(topmost()));
    // One that was out of sight draws nobody away from what they look at.
    bar->setValue(0);
    QVERIFY(!isInSight(last));
    setText(1.0);
    QCOMPARE(bar->value(), 0);
}

void TestTextPlaces::theTopOfTheTreeStays()
{
    showManyImages();
    tree().setFocus();
    key(Qt::Key_Home);
    setText(1.5);
    QCOMPARE(tree().verticalScrollBar()->value(), 0);
}

/// Nothing could be scrolled before.
void TestTextPlaces::aRowOfAListThatFittedStaysInSight()
{
    tree().expandAll();
    QCoreApplication::processEvents();
    const int rowHeight = tree().visualRect(tree().indexAt({0, 0})).height();
    int rows = 0;
    QModelIndex last = tree().model()->index(0, 0);
    for (QModelIndex next = last; next.isValid(); next = tree().indexBelow(next), ++rows)
        last = next;
    window().resize(window().width(),
                    window().height() - tree().viewport()->height() + rows * rowHeight + rowHeight / 2);
    QCoreApplication::processEvents();
    QCOMPARE(tree().verticalScrollBar()->maximum(), 0);
    tree().setFocus();
    tree().setCurrentIndex(last);
    QVERIFY(isInSight(last));
    setText(1.5);
    QVERIFY(tree().verticalScrollBar()->maximum() > 0);
    QVERIFY(isInSight(last));
}

/// It goes by rows, and keeps them by itself.
void TestTextPlaces::theLogGoesOnFollowing()
{
    window().setLogOpen(true);
    auto& table = *window().logPanel().findChild<LogTable*>();
    auto* bar = table.verticalScrollBar();
    for (int line = 0; line < 200; ++line)
        fixture().log.append({0, 1'763'735'520'000 + line, LogLevel::Info, u"slipway.net"_s, QString::number(line)});
    QVERIFY(eventually([&] { return bar->maximum() > 50 && table.isFollowing(); }));
    for (const qreal scale : {1.5, 1.0}) {
        setText(scale);
        QVERIFY2(table.isFollowing() && bar->value() == bar->maximum(), qPrintable(QString::number(scale)));
    }
    bar->setValue(bar->maximum() / 2);
    const int line = bar->value();
    for (const qreal scale : {1.5, 1.0}) {
        setText(scale);
        QCOMPARE(bar->value(), line);
        QVERIFY(!table.isFollowing());
    }
}

void TestTextPlaces::theOpenPaletteIsPlacedAnew()
{
    open();
    type(u"cpu"_s);
    const auto middle = [this] {
        return palette().geometry().center().x() - window().mapToGlobal(window().rect().center()).x();
    };
    const int before = middle();
    const QSize size = palette().size();
    const int list = palette().list().height();
    setText(1.5);
    QVERIFY2(std::abs(middle() - before) <= 1, qPrintable(QString::number(middle())));
    QCOMPARE(palette().width(), withText(size.width()));
    QVERIFY2(palette().list().height() > list, qPrintable(QString::number(palette().list().height())));
    setText(1.0);
    QVERIFY2(std::abs(middle() - before) <= 1, qPrintable(QString::number(middle())));
    QCOMPARE(palette().size(), size);
    palette().reject();
}

void TestTextPlaces::usualSizesFollow()
{
    openComparison();
    auto* comparison = page().comparison().dialog();
    const QSize size = comparison->size();
    window().setLogOpen(true);
    QVERIFY(eventually([this] { return window().logPanel().height() == LogPanel::kUsualHeight; }));
    setText(1.25);
    // As far as the screen has room for it.
    const QRect screen = comparison->screen()->availableGeometry();
    QCOMPARE(comparison->size(),
             QSize(withText(size.width()), withText(size.height())).boundedTo(screen.size().expandedTo(size)));
    QVERIFY(comparison->frameGeometry().top() >= screen.top() && comparison->frameGeometry().left() >= screen.left());
    QCOMPARE(window().logPanel().height(), withText(LogPanel::kUsualHeight));
    setText(1.0);
    QCOMPARE(comparison->size(), size);
    QCOMPARE(window().logPanel().height(), LogPanel::kUsualHeight);
}

void TestTextPlaces::sizesByHandStay()
{
    openComparison();
    auto* comparison = page().comparison().dialog();
    comparison->resize(900, 500);
    window().setLogOpen(true);
    window().setLogHeight(300);
    QVERIFY(eventually([this] { return window().logPanel().height() == 300; }));
    setText(1.25);
    QCOMPARE(comparison->size(), QSize(900, 500));
    QCOMPARE(window().logPanel().height(), 300);
}

SLIPWAY_TEST_SUITE(TestTextPlaces);

} // namespace slipway::test

#include "test_textplaces.moc"
