#include "app/windowlayout.h"
#include "app/windowmemory.h"
#include "gui/windowfixture.h"
#include "views/inventory/inventorypage.h"
#include "views/shell/sidebar.h"

#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

// windowkeeper FOLDER [FIRST]: a window with its memory in FOLDER, that tells how it was arranged ("restored {…}").
// With FIRST it is then arranged anew for ever, beginning with that number: "begun {…}" before each save, "kept {…}"
// after.
namespace
{

void tell(const char* word, const MainWindow& window)
{
    const QByteArray layout = QJsonDocument(windowLayout(window)).toJson(QJsonDocument::Compact);
    const QByteArray line = QByteArray(word) + ' ' + layout + '\n';
    // At once and whole, for whoever kills this.
    if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) != line.size())
        std::exit(1);
}

void arrange(MainWindow& window, int number)
{
    constexpr std::array kTabs{DetailsTab::Summary, DetailsTab::Layers, DetailsTab::Manifest};
    window.setGeometry(10 + number % 100, 20 + number % 50, 1200 + number % 300, 760 + number % 90);
    window.sidebar().setCollapsed(number % 3 == 0);
    if (const bool isOpen = number % 2 == 0; isOpen != window.isLogOpen())
        window.setLogOpen(isOpen);
    window.setLogHeight(120 + number % 200);
    window.inventoryPage().setTab(kTabs[static_cast<size_t>(number) % kTabs.size()]);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    WindowFixture fixture(application);
    WindowMemory memory(fixture.window, arguments.value(1));
    memory.restore(u"test"_s);
    memory.show(u"test"_s);
    fixture.window.show();
    int number = arguments.value(2).toInt();
    const auto next = [&] {
        arrange(fixture.window, ++number);
        // The layout has settled in the turn after.
        QTimer::singleShot(0, &memory, [&] {
            tell("begun", fixture.window);
            memory.save();
        });
    };
    QTimer::singleShot(0, &memory, [&] {
        tell("restored", fixture.window);
        if (arguments.size() < 3)
            QApplication::quit();
        else
            next();
    });
    QObject::connect(&memory, &WindowMemory::saved, &memory, [&] {
        tell("kept", fixture.window);
        next();
    });
    return QApplication::exec();
}
