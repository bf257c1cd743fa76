#include "gui/settingshands.h"
#include "gui/showncleanup.h"
#include "gui/showndrift.h"
#include "gui/shownstorage.h"
#include "support/suite.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/sidebar.h"
#include "views/shell/topbar.h"
#include "views/theme/typography.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QTableView>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kTabs{DetailsTab::Summary, DetailsTab::Layers,    DetailsTab::Manifest,
                           DetailsTab::Config,  DetailsTab::Referrers, DetailsTab::History};

void settle()
{
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
}

QString text(QSize size)
{
    return u"%1x%2"_s.arg(size.width()).arg(size.height());
}

/// What a change of the text's size has to reach in a widget.
QString metricsOf(const QWidget& widget)
{
    QString line = u"font %1, least %2, most %3"_s.arg(widget.font().pixelSize())
                       .arg(text(widget.minimumSize()), text(widget.maximumSize()));
    // What holds others, or breaks its lines, also wants what it wanted before.
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (widget.findChildren<QWidget*>(Qt::FindDirectChildrenOnly).isEmpty() && !(label && label->wordWrap()))
        line += u", hint "_s + text(widget.sizeHint());
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
        for (int section = 0; section < header->count(); ++section)
            line += u" %1"_s.arg(header->sectionSize(section));
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model())
        line += u", row %1"_s.arg(view->sizeHintForIndex(view->model()->index(0, 0)).height());
    if (const auto* table = qobject_cast<const QTableView*>(&widget))
        line += u", rows of %1, least hint %2"_s.arg(table->rowHeight(0)).arg(text(table->minimumSizeHint()));
    return line;
}

/// A line for each widget in sight below one, in the order they were made.
void addMetrics(const QWidget& widget, const QString& path, QStringList& lines)
{
    lines.append(path + u": "_s + metricsOf(widget));
    QHash<QString, int> numbers;
    for (const auto* child : widget.children()) {
        const auto* part = qobject_cast<const QWidget*>(child);
        if (!part || part->isWindow() || part->isHidden())
            continue;
        const QString name = QString::fromLatin1(part->metaObject()->className()).section(u':', -1);
        addMetrics(*part, u"%1/%2%3"_s.arg(path, name).arg(numbers[name]++), lines);
    }
}

/// Page by page, tab by tab.
QStringList metricsPageByPage(WindowFixture& fixture)
{
    QStringList lines;
    auto& page = fixture.window.inventoryPage();
    fixture.window.setCurrentPage(0);
    for (const auto tab : kTabs) {
        page.setTab(tab);
        (void)eventually([&page] { return !page.details().isWaiting(); });
        settle();
        addMetrics(fixture.window, u"tab %1"_s.arg(static_cast<int>(tab)), lines);
    }
    for (int i = 1; i < static_cast<int>(fixture.window.pages().size()); ++i) {
        fixture.window.setCurrentPage(i);
        settle();
        addMetrics(fixture.window, fixture.window.pages()[static_cast<size_t>(i)].id, lines);
    }
    return lines;
}

/// Once all is there that is made, or asked for, when something is first seen.
QStringList metricsOfAll(WindowFixture& fixture)
{
    QStringList before;
    QStringList lines = metricsPageByPage(fixture);
    for (int round = 0; round < 5 && lines != before; ++round)
        before = std::exchange(lines, metricsPageByPage(fixture));
    return lines;
}

void fill(WindowFixture& fixture)
{
    fixture.window.setInventory(inventoryFrom(shownOrganisation()));
    fixture.window.setState(PageState::ready());
    (void)fixture.window.inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s);
    showDrift(fixture.window);
    showStorage(fixture.window);
    fixture.window.setWriteAccess(WriteAccess::Allowed);
    fixture.window.cleanupPage().setPolicies({u"usual"_s, u"strict"_s}, 0);
    fixture.window.cleanupPage().setSheet(cleanupFrom(inventoryFrom(untidyOrganisation()), untidyTerms()));
    for (int i = 0; i < static_cast<int>(fixture.window.pages().size()); ++i) {
        fixture.window.setCurrentPage(i);
        settle();
    }
}

/// What only one of both has.
QString differences(const QStringList& expected, const QStringList& actual)
{
    QStringList lines;
    const auto addMissing = [&lines](const QString& word, const QStringList& all, const QStringList& others) {
        const QSet<QString> known(others.begin(), others.end());
        for (const auto& line : all)
            if (!known.contains(line) && lines.size() < 30)
                lines.append(word + line.section(u'/', 0, 0) + u" … "_s + line.section(u'/', -4));
    };
    addMissing(u"expected "_s, expected, actual);
    addMissing(u"but is   "_s, actual, expected);
    return lines.join(u'\n');
}

} // namespace

/// How large text is, chosen in the settings dialog and on the desktop.
class TestTextSize final : public QObject, protected SettingsHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        close();
        setTextScale(1);
    }
    void chosenSizeCountsAtOnceAndIsKept();
    void rule24_whatIsOpenIsAsIfMadeAnew();
    void desktopCountsUntilSomethingIsChosen();
    void rule21_aSidebarSurvivesLargeText();

private:
    [[nodiscard]] int rowHeight() const
    {
        const auto& tree = m_fixture->window.inventoryPage().tree();
        return tree.visualRect(tree.model()->index(0, 0)).height();
    }
    /// By the keys a person has.
    void choose(SettingsDialog& dialog, const QString& size)
    {
        auto* box = control<QComboBox>(dialog, u"Text size"_s);
        QVERIFY(box);
        box->setFocus();
        press(Qt::Key_Home);
        while (box->currentText() != size && box->currentIndex() < box->count() - 1)
            press(Qt::Key_Down);
        QCOMPARE(box->currentText(), size);
        settle();
    }
};

void TestTextSize::chosenSizeCountsAtOnceAndIsKept()
{
    QCOMPARE(textScale(), 1.0);
    const int topBar = m_fixture->window.topBar().height();
    const int row = rowHeight();
    auto* dialog = openDialog();
    QVERIFY(dialog);
    settle();
    const int width = dialog->width();
    const int height = dialog->height();
    const QPoint middle = dialog->frameGeometry().center();
    const auto* sentence = rowOf(*dialog, u"Text size"_s);
    QVERIFY(!sentence->sentence().contains(u"next start"_s));

    choose(*dialog, u"150 %"_s);
    QVERIFY(textScale() > 1.45);
    QCOMPARE(m_fixture->window.topBar().height(), qRound(topBar * textScale()));
    QVERIFY2(rowHeight() >= qRound(row * 1.4), qPrintable(QString::number(rowHeight())));
    QCOMPARE(dialog->width(), qRound(width * textScale()));
    const QRect screen = dialog->screen()->availableGeometry();
    QVERIFY2(dialog->height() > height, qPrintable(QString::number(dialog->height())));
    QVERIFY(dialog->frameGeometry().top() >= screen.top());
    QVERIFY(dialog->frameGeometry().bottom() <= screen.bottom());
    // About its middle, as far as it has room for that.
    QVERIFY2(std::abs(dialog->frameGeometry().center().y() - middle.y()) <= 1 || dialog->y() == screen.top()
                 || dialog->frameGeometry().bottom() == screen.bottom(),
             qPrintable(text(QSize(dialog->y(), dialog->height()))));
    QCOMPARE(m_desk->settings().appearance.textPercent, std::optional(150));
    press(Qt::Key_Escape);
    close();
    setTextScale(1); // the next start
    open();
    QCOMPARE(m_fixture->window.topBar().height(), qRound(topBar * textScale()));
    QVERIFY(textScale() > 1.45);

    dialog = openDialog();
    QVERIFY(dialog);
    QCOMPARE(control<QComboBox>(*dialog, u"Text size"_s)->currentText(), u"150 %"_s);
    choose(*dialog, u"System"_s);
    QCOMPARE(textScale(), 1.0);
    QCOMPARE(m_fixture->window.topBar().height(), topBar);
    QCOMPARE(rowHeight(), row);
    QCOMPARE(dialog->width(), width);
    QCOMPARE(dialog->height(), height);
    QCOMPARE(m_desk->settings().appearance.textPercent, std::nullopt);
}

void TestTextSize::rule24_whatIsOpenIsAsIfMadeAnew()
{
    close();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    QVERIFY(m_fixture->show());
    fill(*m_fixture);
    const QStringList before = metricsOfAll(*m_fixture);
    QVERIFY(before.size() > 500);
    m_fixture->theme.setTextScale(1.5);
    settle();
    const QStringList large = metricsOfAll(*m_fixture);
    m_fixture->theme.setTextScale(std::nullopt);
    settle();
    QString faults = differences(before, metricsOfAll(*m_fixture));
    QVERIFY2(faults.isEmpty(), qPrintable(faults));

    setTextScale(1.5);
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    QVERIFY(m_fixture->show());
    fill(*m_fixture);
    faults = differences(metricsOfAll(*m_fixture), large);
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void TestTextSize::desktopCountsUntilSomethingIsChosen()
{
    auto& theme = m_fixture->theme;
    theme.setDesktopTextScale(1.25);
    QVERIFY(textScale() > 1.2);
    theme.setTextScale(1);
    QCOMPARE(textScale(), 1.0);
    theme.setDesktopTextScale(1.5);
    QCOMPARE(textScale(), 1.0);
    theme.setTextScale(std::nullopt);
    QVERIFY(textScale() > 1.45);
    // The window tells that the desktop has another font: this one's is of the usual size.
    QEvent changed(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&m_fixture->window, &changed);
    QCOMPARE(textScale(), 1.0);
}

/// The window is narrow for text of that size, and a person expanded the sidebar all the same.
void TestTextSize::rule21_aSidebarSurvivesLargeText()
{
    const auto startAgain = [this] {
        close();
        setTextScale(1);
        open(u"one"_s);
    };
    const auto isCollapsed = [this] { return m_fixture->window.sidebar().isCollapsed(); };
    m_desk->change([](UserSettings& settings) { settings.appearance.textPercent = 150; });
    startAgain();
    QVERIFY(isCollapsed());
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!isCollapsed());
    startAgain();
    QVERIFY(!isCollapsed());
    startAgain();
    QVERIFY(!isCollapsed());
    QVERIFY(textScale() > 1.45);
}

SLIPWAY_TEST_SUITE(TestTextSize);

} // namespace slipway::test

#include "test_textsize.moc"
