#include "app/choicefit.h"
#include "app/palettedesk.h"
#include "app/textfit.h"
#include "gui/accessiblewalk.h"
#include "gui/fitdialogs.h"
#include "gui/showncleanup.h"
#include "gui/showndrift.h"
#include "gui/shownstorage.h"
#include "gui/windowfixture.h"
#include "support/waiting.h"
#include "translations/translations.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/holdscard.h"
#include "views/cleanup/planpane.h"
#include "views/drift/findingsview.h"
#include "views/drift/laddercard.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorycontent.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/layercomparison.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/ladder/comparedialog.h"
#include "views/palette/commandpalette.h"
#include "views/storage/growthcard.h"
#include "views/theme/typography.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/toast.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLocale>
#include <QScreen>
#include <QTest>

#include <cstdio>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

// fits LANGUAGE TEXT [FOLDER]: the window at the scale of QT_SCALE_FACTOR on a desktop whose font is TEXT times 10
// points, in every theme and at both sizes, tab by tab and in each state, then each dialog and every component. A line
// for each text that is cut or lies over another and each widget without a name; the first line tells the scale and how
// large text is. FOLDER takes a picture of each.
namespace
{

constexpr std::array kSizes{QSize(1440, 900), QSize(1180, 720)};
constexpr std::array kTabs{DetailsTab::Summary, DetailsTab::Layers,    DetailsTab::Manifest,
                           DetailsTab::Config,  DetailsTab::Referrers, DetailsTab::History};

struct NamedMode {
    ThemeMode mode;
    QLatin1StringView word;
};
constexpr std::array kThemes{NamedMode{ThemeMode::Light, "light"_L1}, NamedMode{ThemeMode::Dark, "dark"_L1},
                             NamedMode{ThemeMode::HighContrast, "high-contrast"_L1}};

/// What is looked at, by name.
class Look final
{
public:
    Look(WindowFixture& fixture, QString folder)
        : m_fixture(fixture)
        , m_folder(std::move(folder))
    {
    }

    /// In every theme, and with each of its lists open.
    void at(QWidget& widget, const QString& name)
    {
        for (const auto& [mode, word] : kThemes) {
            m_fixture.theme.setMode(mode);
            settle();
            tell(widget, name + u'-' + word);
        }
        tellChoices(widget, name);
    }

private:
    /// A layout that wraps texts needs a second turn to know its height.
    static void settle()
    {
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }
    static void tellChoices(const QWidget& widget, const QString& name)
    {
        const auto boxes = widget.findChildren<QComboBox*>();
        for (auto* box : boxes) {
            if (!box->isVisible() || box->count() == 0)
                continue;
            box->showPopup();
            settle();
            // No list is wider than its screen, and at 300 % the screen of the tests is narrower than any dialog.
            const bool hasScreen = box->view()->window()->width() < box->screen()->availableGeometry().width();
            for (const auto& text : hasScreen ? clippedChoices(*box) : QStringList())
                std::puts(qUtf8Printable(name + u": cut in its list: "_s + text));
            box->hidePopup();
        }
    }
    void tell(QWidget& widget, const QString& name)
    {
        QStringList faults;
        for (const auto& text : clippedTexts(widget))
            faults.append(u"cut: "_s + text);
        for (const auto& text : overlappingTexts(widget))
            faults.append(u"overlap: "_s + text);
        for (const auto& fault : faults + accessibleFaults(widget))
            std::puts(qUtf8Printable(name + u": "_s + fault));
        if (!m_folder.isEmpty())
            widget.grab().save(m_folder + u'/' + name + u".png"_s);
    }

    WindowFixture& m_fixture;
    QString m_folder;
};

void lookAtTabs(WindowFixture& fixture, Look& look, const QString& size)
{
    auto& page = fixture.window.inventoryPage();
    for (const auto tab : kTabs) {
        page.setTab(tab);
        if (!eventually([&] { return !page.details().isWaiting(); }))
            std::puts("the documents do not come");
        look.at(fixture.window, u"%1-tab%2"_s.arg(size).arg(static_cast<int>(tab)));
    }
}

void lookAtStates(WindowFixture& fixture, Look& look, const QString& size)
{
    auto& window = fixture.window;
    const Error refused{ErrorKind::Forbidden, u"the packages of northquay"_s, {}, {}};
    window.setLogOpen(true);
    window.setState(PageState::offline(fixtureTime()));
    look.at(window, size + u"-offline"_s);
    window.setLogOpen(false);
    window.setState(PageState::failed(refused));
    look.at(window, size + u"-failed"_s);
    window.setInventory(nullptr);
    look.at(window, size + u"-refused"_s);
    window.setState(PageState::loading(18, 34));
    look.at(window, size + u"-loading"_s);
    window.setInventory(inventoryFrom(shownOrganisation()));
    window.setState(PageState::ready());
}

void lookAtStorage(WindowFixture& fixture, Look& look, const QString& size)
{
    auto& window = fixture.window;
    showStorage(window);
    look.at(window, size + u"-storage"_s);
    window.storagePage().growth().setTable(true);
    look.at(window, size + u"-storage-table"_s);
    window.storagePage().growth().setTable(false);
    window.setState(PageState::offline(fixtureTime()));
    look.at(window, size + u"-storage-offline"_s);
    window.storagePage().setHistory(shownStorageHistory(3));
    look.at(window, size + u"-storage-young"_s);
    window.setState(PageState::ready());
    window.setCurrentPage(0);
}

void lookAtDrift(WindowFixture& fixture, Look& look, const QString& size)
{
    auto& window = fixture.window;
    auto& page = window.driftPage();
    showDrift(window);
    look.at(window, size + u"-drift"_s);
    page.findings().setCurrentIndex(page.findings().model()->index(3, 0));
    page.ladder().setParts(ComparedParts::Packages);
    look.at(window, size + u"-drift-packages"_s);
    page.ladder().setParts(ComparedParts::Layers);
    page.filter().setText(u"no such finding"_s);
    look.at(window, size + u"-drift-none"_s);
    page.filter().clear();
    page.setLook(nullptr);
    look.at(window, size + u"-drift-looking"_s);
    window.setInventory(inventoryFrom(shownOrganisation()));
    window.setCurrentPage(0);
}

void lookAtCleanup(WindowFixture& fixture, Look& look, const QString& size)
{
    auto& window = fixture.window;
    auto& page = window.cleanupPage();
    window.setWriteAccess(WriteAccess::Allowed);
    showCleanup(window);
    page.plan().holds().whyField().setText(u"v0.3.0"_s);
    look.at(window, size + u"-cleanup"_s);
    page.acting().showStarted(u"Clean up northquay"_s);
    page.acting().showProgress({12, 41, 12, Bytes(1) << 30U, false, Bytes(5) << 30U, std::chrono::seconds(200)});
    page.setCurrentTab(1);
    look.at(window, size + u"-cleanup-history"_s);
    page.acting().clear();
    page.setCurrentTab(0);
    page.plan().holds().whyField().clear();
    window.setInventory(inventoryFrom(shownOrganisation()));
    window.setCurrentPage(0);
}

/// What comes over the window or stands beside it.
void lookAtOthers(WindowFixture& fixture, Look& look, const QString& language)
{
    auto& page = fixture.window.inventoryPage();
    auto& tree = page.tree();
    auto& desk = fixture.window.paletteDesk();
    desk.open();
    look.at(desk.palette(), language + u"-palette"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"aff"_s);
    look.at(desk.palette(), language + u"-palette-found"_s);
    desk.palette().close();

    offerUndo(tree, SavedFiltersButton::tr("Discarded the filter “%1”").arg(u"unsigned GPU images"_s), [] {});
    look.at(fixture.window, language + u"-toast"_s);
    for (auto* toast : fixture.window.findChildren<Toast*>())
        toast->dismiss();

    // The two images of a family stand below one another.
    (void)page.select({u"affective-gpu"_s}, {});
    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_Up, Qt::ShiftModifier);
    page.comparison().action().trigger();
    if (auto* dialog = page.comparison().dialog()) {
        look.at(*dialog, language + u"-compare"_s);
        dialog->close();
    } else {
        std::puts("there is nothing to compare");
    }

    (void)page.select({u"affective-gpu"_s}, u"v0.4.1"_s);
    auto* content = page.findChild<InventoryContent*>();
    content->setPlace(DetailsPlace::Window);
    for (const auto tab : kTabs) {
        page.setTab(tab);
        if (!eventually([&] { return !page.details().isWaiting(); }))
            std::puts("the documents do not come");
        look.at(*content->detailsWindow(), u"%1-details%2"_s.arg(language).arg(static_cast<int>(tab)));
    }
    content->setPlace(DetailsPlace::Beside);
}

int look(WindowFixture& fixture, const QString& language, const QString& folder)
{
    Look look(fixture, folder);
    for (const QSize size : kSizes) {
        if (!fixture.show(size) || !eventually([&] { return fixture.window.size() == size; }))
            std::puts("the window does not get its size");
        (void)fixture.window.inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s);
        const QString name = u"%1-%2"_s.arg(language).arg(size.width());
        lookAtTabs(fixture, look, name);
        lookAtStates(fixture, look, name);
        lookAtStorage(fixture, look, name);
        lookAtDrift(fixture, look, name);
        lookAtCleanup(fixture, look, name);
    }
    for (const auto& [name, make] : dialogsToLookAt(fixture.window)) {
        const auto dialog = make();
        dialog->show();
        look.at(*dialog, u"%1-%2"_s.arg(language, name));
        if (qobject_cast<QDialog*>(dialog.get()) && dialog->height() > kSizes.back().height())
            std::puts(qUtf8Printable(name + u": is higher than the smallest window"_s));
    }
    lookAtOthers(fixture, look, language);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "UTC");
    QApplication application(argc, argv);
    const QLocale locale(QApplication::arguments().value(1));
    QLocale::setDefault(locale);
    installTranslations(application, locale);
    constexpr qreal kUsualPoints = 10;
    QFont font = QApplication::font();
    font.setPointSizeF(kUsualPoints * QApplication::arguments().value(2).toDouble());
    QApplication::setFont(font);
    WindowFixture fixture(application);
    fixture.window.setInventory(inventoryFrom(shownOrganisation()));
    fixture.window.setState(PageState::ready());
    std::printf("scale %.2f, text %.1f\n", fixture.window.devicePixelRatio(), textScale());
    return look(fixture, QApplication::arguments().value(1), QApplication::arguments().value(3));
}
