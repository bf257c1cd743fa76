#include "app/textfit.h"
#include "gui/accessiblewalk.h"
#include "gui/windowfixture.h"
#include "support/waiting.h"
#include "translations/translations.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"

#include <QLocale>

#include <cstdio>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

// fits LANGUAGE: the window at the scale of QT_SCALE_FACTOR, in both themes and at both sizes, tab by tab. A line for
// each text that is cut or lies over another and each widget without a name; the first line tells the scale.
namespace
{

constexpr std::array kSizes{QSize(1440, 900), QSize(1180, 720)};
constexpr std::array kTabs{DetailsTab::Summary, DetailsTab::Layers, DetailsTab::Manifest, DetailsTab::Config,
                           DetailsTab::Referrers};

QStringList faultsOf(WindowFixture& fixture)
{
    QStringList faults;
    for (const auto& text : clippedTexts(fixture.window))
        faults.append(u"cut: "_s + text);
    for (const auto& text : overlappingTexts(fixture.window))
        faults.append(u"overlap: "_s + text);
    return faults + accessibleFaults(fixture.window);
}

QStringList look(WindowFixture& fixture)
{
    auto& page = fixture.window.inventoryPage();
    QStringList faults;
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        fixture.theme.setMode(mode);
        for (const auto tab : kTabs) {
            page.setTab(tab);
            if (!eventually([&] { return !page.details().isWaiting(); }))
                faults.append(u"the documents do not come"_s);
            QCoreApplication::processEvents();
            for (const auto& fault : faultsOf(fixture))
                faults.append(u"%1, tab %2, theme %3: %4"_s.arg(fixture.window.width())
                                  .arg(static_cast<int>(tab))
                                  .arg(static_cast<int>(mode))
                                  .arg(fault));
        }
    }
    return faults;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "UTC");
    QApplication application(argc, argv);
    const QLocale locale(QApplication::arguments().value(1));
    QLocale::setDefault(locale);
    installTranslations(application, locale);
    WindowFixture fixture(application);
    fixture.window.setInventory(inventoryFrom(shownOrganisation()));
    fixture.window.setState(PageState::ready());
    std::printf("scale %.2f\n", fixture.window.devicePixelRatio());
    for (const QSize size : kSizes) {
        if (!fixture.show(size) || !eventually([&] { return fixture.window.size() == size; }))
            std::puts("the window does not get its size");
        (void)fixture.window.inventoryPage().select({u"affective-gpu"_s}, u"v0.4.1"_s);
        for (const auto& fault : look(fixture))
            std::puts(qUtf8Printable(fault));
    }
    return 0;
}
