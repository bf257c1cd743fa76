#include "app/dashboard/placeopener.h"
#include "app/windowmemory.h"
#include "gui/wholeprogram.h"
#include "models/roles.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/files/filespage.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/ownerchooser.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"
#include "views/widgets/badge.h"
#include "views/widgets/messagebar.h"

#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The whole program, taken to places by links.
class TestPlaces final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDemoSaysThatItIsOne();
    void aStartBeginsAtItsLink();
    void aLinkOpensAnotherOwner();
    void aSecondLinkWaitsForTheOwnerToo_data();
    void aSecondLinkWaitsForTheOwnerToo();
    void aLinkSelectsAtOnceWhatIsInSight();
    void whatIsNotThereIsTold();
    void anOwnerNobodyKnowsIsTold();
    void aPageOfAnotherVersionIsTold_data();
    void aPageOfAnotherVersionIsTold();
    void aWrongLinkIsTold();
    void aMinimisedWindowComesBack();

private:
    /// Window, opener and a demo organisation behind them.
    class Program;
};

class TestPlaces::Program final
{
public:
    Program()
        : m_log(LogOptions{})
        , whole(*qApp, m_log, target(m_folder.path()))
        , m_memory(whole.window(), m_folder.path())
        , m_remembered(QObject::connect(&whole.session(), &DashboardSession::opened, &m_memory,
                                        [this](const Target& target) {
                                            m_views.append(target.viewName());
                                            m_memory.show(target.viewName());
                                        }))
        , places(whole.window(), whole.session(), whole.binding())
    {
    }
    [[nodiscard]] static Target target(const QString& folder)
    {
        Target target;
        target.demo = u"northquay"_s;
        target.dataFolder = folder;
        return target;
    }
    void open(const QString& link) { places.open({*parseDeepLink(link), {}}); }
    /// "apc-emotion-gpu > sha256:…": what is selected.
    [[nodiscard]] QModelIndex selected() { return whole.window().inventoryPage().tree().currentIndex(); }
    [[nodiscard]] bool isSelected(const QString& package)
    {
        return eventually([&] { return breadcrumb().contains(package); });
    }
    [[nodiscard]] QString page()
    {
        return whole.window().pages()[static_cast<size_t>(whole.window().currentPage())].id;
    }
    /// The page an owner's view is kept with, as it is on the disk; of those that were opened, by their place.
    [[nodiscard]] QString keptPage(qsizetype view) const
    {
        return WindowStateFile(m_folder.path()).load().states.state(m_views.value(view))["page"_L1].toString();
    }
    [[nodiscard]] QStringList breadcrumb() { return whole.window().inventoryPage().breadcrumb(); }
    [[nodiscard]] QString notice()
    {
        QStringList sentences;
        for (const auto* bar : whole.window().findChildren<MessageBar*>())
            if (bar->isVisible())
                sentences.append(bar->sentence());
        return sentences.join(u'\n');
    }

private:
    QTemporaryDir m_folder;
    Log m_log;

public:
    WholeProgram whole;

private:
    QStringList m_views;
    WindowMemory m_memory;
    /// Joined before the places are, as in the program: they go to theirs in the view that is shown.
    QMetaObject::Connection m_remembered;

public:
    PlaceOpener places;
};

/// Nobody takes an invented organisation for their own.
void TestPlaces::aDemoSaysThatItIsOne()
{
    Program program;
    auto& top = program.whole.window().topBar();
    QVERIFY(top.demo().isHidden());
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    QVERIFY(top.demo().isVisible());
    QCOMPARE(top.demo().badge().text, u"Demo"_s);
    QCOMPARE(top.owner().menu()->actions().constFirst()->text(), u"Demo organisations"_s);
    QStringList shown;
    for (const auto* label : program.whole.window().statusStrip().findChildren<QLabel*>())
        if (label->isVisible())
            shown.append(label->text());
    QVERIFY2(shown.contains(u"Demo of ghcr.io/northquay"_s), qPrintable(shown.join(u'\n')));
    // It can be pulled from where it is served all the same.
    program.open(u"slipway://northquay/inventory/apc-emotion-gpu:latest"_s);
    const QString command = program.whole.window().inventoryPage().details().pullCommand();
    QVERIFY2(command.startsWith(u"docker pull 127.0.0.1:"_s), qPrintable(command));
    program.whole.window().setOwners({}, {OwnerChoice::Kind::Started, u"acme"_s});
    QVERIFY(top.demo().isHidden());
}

void TestPlaces::aStartBeginsAtItsLink()
{
    Program program;
    program.places.begin(*parseDeepLink(u"slipway://northquay/inventory/apc-emotion-gpu:latest"_s));
    program.whole.start();
    QVERIFY(program.isSelected(u"apc-emotion-gpu"_s));
    QVERIFY(program.selected().data(TagsRole).toStringList().contains(u"latest"_s));
}

void TestPlaces::aLinkOpensAnotherOwner()
{
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.open(u"slipway://siriusscan/inventory"_s);
    QVERIFY(!program.whole.waitUntilRead());
    QCOMPARE(program.whole.window().inventoryPage().model().inventory()->snapshot->owner.login, u"siriusscan"_s);
    // Its page is shown once it is there: until then the owner that is left keeps the page it was on.
    program.open(u"slipway://northquay/storage"_s);
    QCOMPARE(program.page(), u"inventory"_s);
    QVERIFY(eventually([&] { return program.page() == u"storage"_s; }));
    QVERIFY(!program.whole.waitUntilRead());
    QCOMPARE(program.page(), u"storage"_s);
    program.open(u"slipway://northquay/inventory/apc-emotion-gpu"_s);
    QVERIFY(program.isSelected(u"apc-emotion-gpu"_s));
    QVERIFY2(program.notice().isEmpty(), qPrintable(program.notice()));
}

void TestPlaces::aSecondLinkWaitsForTheOwnerToo_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("expectedPage");
    QTest::addColumn<QString>("package");
    QTest::addColumn<QString>("file");
    QTest::newRow("a page") << u"storage"_s << u"storage"_s << QString() << QString();
    QTest::newRow("a package") << u"inventory/apc-emotion-gpu:v0.4.0"_s << u"inventory"_s << u"apc-emotion-gpu"_s
                               << QString();
    QTest::newRow("a file") << u"files/build-lock.json"_s << u"files"_s << QString() << u"build-lock.json"_s;
}

/// Whoever follows two links to an owner one after the other is taken to the second; the owner that is left keeps the
/// page it was on.
void TestPlaces::aSecondLinkWaitsForTheOwnerToo()
{
    QFETCH(const QString, place);
    QFETCH(const QString, expectedPage);
    QFETCH(const QString, package);
    QFETCH(const QString, file);
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.open(u"slipway://siriusscan/drift"_s);
    QVERIFY(!program.whole.waitUntilRead());
    QCOMPARE(program.page(), u"drift"_s);
    program.open(u"slipway://northquay/cleanup"_s);
    program.open(u"slipway://northquay/"_s + place);
    QCOMPARE(program.page(), u"drift"_s);
    QVERIFY(eventually([&] { return program.page() == expectedPage; }));
    QVERIFY(!program.whole.waitUntilRead());
    QCOMPARE(program.page(), expectedPage);
    QVERIFY(package.isEmpty() || program.isSelected(package));
    QVERIFY(file.isEmpty() || eventually([&] { return program.whole.window().filesPage().shown().path == file; }));
    QVERIFY2(program.notice().isEmpty(), qPrintable(program.notice()));
    QVERIFY(eventually([&] { return program.keptPage(1) == u"drift"_s && program.keptPage(2) == expectedPage; }));
}

void TestPlaces::aLinkSelectsAtOnceWhatIsInSight()
{
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.open(u"slipway://NorthQuay/inventory/apc-emotion-gpu:latest"_s);
    const QString digest = program.selected().data(DigestRole).toString();
    QVERIFY(digest.startsWith(Digest::kPrefix));
    program.open(u"slipway://northquay/inventory/torch-cpu"_s);
    QCOMPARE(program.breadcrumb().constLast(), u"torch-cpu"_s);
    program.open(u"slipway://northquay/inventory/apc-emotion-gpu@"_s + digest);
    QCOMPARE(program.selected().data(DigestRole).toString(), digest);
}

void TestPlaces::whatIsNotThereIsTold()
{
    Program program;
    program.places.begin(*parseDeepLink(u"slipway://northquay/inventory/gone:v1"_s));
    program.whole.start();
    QVERIFY(eventually([&] { return program.notice().contains(u"slipway://northquay/inventory/gone:v1"_s); }));
    program.open(u"slipway://northquay/inventory/torch-cpu:nope"_s);
    QVERIFY(eventually([&] { return program.notice().contains(u"torch-cpu:nope"_s); }));
}

void TestPlaces::anOwnerNobodyKnowsIsTold()
{
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.open(u"slipway://nobody-here/inventory"_s);
    QVERIFY2(program.notice().contains(u"nobody-here"_s), qPrintable(program.notice()));
    QCOMPARE(program.whole.binding().choice().owner, u"northquay"_s);
}

void TestPlaces::aPageOfAnotherVersionIsTold_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("in the open window") << true;
    QTest::newRow("at the start") << false;
}

/// The package can be shown all the same, where packages are.
void TestPlaces::aPageOfAnotherVersionIsTold()
{
    QFETCH(const bool, isOpen);
    Program program;
    program.whole.window().setCurrentPage(1);
    const QString link = u"slipway://northquay/tomorrow/apc-emotion-gpu"_s;
    if (!isOpen)
        program.places.begin(*parseDeepLink(link));
    program.whole.start();
    if (isOpen) {
        QVERIFY(!program.whole.waitUntilRead());
        program.open(link);
    }
    QVERIFY(program.isSelected(u"apc-emotion-gpu"_s));
    QCOMPARE(program.whole.window().pages()[static_cast<size_t>(program.whole.window().currentPage())].id,
             u"inventory"_s);
    QCOMPARE(program.notice(), u"This version has no page tomorrow."_s);
}

void TestPlaces::aWrongLinkIsTold()
{
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.whole.window().showMinimized();
    program.places.open({{}, {}, u"slipway://northquay/inventory/api@sha256:abc"_s});
    QVERIFY(!program.whole.window().isMinimized());
    QVERIFY2(program.notice().contains(u"cannot be opened"_s) && program.notice().contains(u"64 hexadecimal digits"_s),
             qPrintable(program.notice()));
}

void TestPlaces::aMinimisedWindowComesBack()
{
    Program program;
    program.whole.window().showMinimized();
    QVERIFY(program.whole.window().isMinimized());
    program.places.open({});
    QVERIFY(!program.whole.window().isMinimized());
    QVERIFY(eventually([&] { return program.whole.window().isActiveWindow(); }));
}

SLIPWAY_TEST_SUITE(TestPlaces);

} // namespace slipway::test

#include "test_places.moc"
