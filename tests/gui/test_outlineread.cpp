#include "app/dashboard/placeopener.h"
#include "core/errortext.h"
#include "gui/wholeprogram.h"
#include "gui/windowfixture.h"
#include "models/inventoryfrom.h"
#include "support/suite.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/treefilter.h"

#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What a session tells around an outline, in the whole program.
class TestOutlineRead final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLinkIsKeptUntilTheInventoryComes_data();
    void aLinkIsKeptUntilTheInventoryComes();
    void aLoadThatFailsOfflineIsTold_data();
    void aLoadThatFailsOfflineIsTold();

private:
    class Program;
};

class TestOutlineRead::Program final
{
public:
    Program()
        : m_log(LogOptions{})
        , m_target(demo(m_folder.path()))
        , whole(*qApp, m_log, m_target)
        , places(whole.window(), whole.session(), whole.binding())
    {
        m_target.owner = m_target.demo;
    }
    /// As a session does that is opened anew with a large store.
    void tellOutline(bool isOffline)
    {
        m_target.isOffline = isOffline;
        Q_EMIT whole.session().opened(m_target);
        Q_EMIT whole.session().outlineRead(outlineFrom(packages()));
    }
    void tellInventory() { Q_EMIT whole.session().inventoryRead(inventoryFrom(packages())); }
    [[nodiscard]] InventoryPage& page() { return whole.window().inventoryPage(); }

private:
    [[nodiscard]] static QString packages() { return shownOrganisation().section(u"package stray"_s, 0, 0); }
    [[nodiscard]] static Target demo(const QString& folder)
    {
        Target target;
        target.demo = u"northquay"_s;
        target.dataFolder = folder;
        return target;
    }

    QTemporaryDir m_folder;
    Log m_log;
    Target m_target;

public:
    WholeProgram whole;
    PlaceOpener places;
};

void TestOutlineRead::aLinkIsKeptUntilTheInventoryComes_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("unfiltered") << QString();
    QTest::newRow("another hub") << u"hub:vision_perception_hub"_s;
    QTest::newRow("the image beside it") << u"tag:v0.4.0"_s;
}

void TestOutlineRead::aLinkIsKeptUntilTheInventoryComes()
{
    QFETCH(const QString, filter);
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.tellOutline(false);
    QVERIFY(program.page().model().isOutline());
    program.page().filter().bar().setText(filter);
    program.places.open({*parseDeepLink(u"slipway://northquay/inventory/affective-cpu"_s), {}});
    QCOMPARE(program.page().filter().bar().text(), filter);
    program.tellInventory();
    QCOMPARE(program.page().breadcrumb().constLast(), u"affective-cpu"_s);
}

void TestOutlineRead::aLoadThatFailsOfflineIsTold_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isNeverRead");
    QTest::newRow("never read") << ErrorKind::Offline << true;
    QTest::newRow("not readable") << ErrorKind::Store << false;
}

void TestOutlineRead::aLoadThatFailsOfflineIsTold()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, isNeverRead);
    Program program;
    program.whole.start();
    QVERIFY(!program.whole.waitUntilRead());
    program.tellOutline(true);
    const Error error{kind, u"northquay"_s, {}, {}};
    Q_EMIT program.whole.session().outlineRead(nullptr);
    Q_EMIT program.whole.session().refreshEnded(error);
    const QString said = program.page().stateTexts().join(u'\n');
    QCOMPARE(said.contains(u"was never read"_s), isNeverRead);
    QCOMPARE(said.contains(errorText(error).what), !isNeverRead);
}

SLIPWAY_TEST_SUITE(TestOutlineRead);

} // namespace slipway::test

#include "test_outlineread.moc"
