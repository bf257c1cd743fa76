#include "gui/accounthands.h"
#include "support/suite.h"
#include "views/accounts/grantspage.h"
#include "views/accounts/grantstable.h"

#include <QListWidget>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What somebody is told whose token, address or server is not as it should be.
class TestAccountChecks final : public QObject, private AccountHands
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { QVERIFY(leave()); }
    void badTokenIsTold();
    void missingScopeIsShown();
    void fineGrainedTokenIsRefused();
    void singleSignOnIsTold();
    void serverThatIsDown();
    void webPageInPlaceOfJson();
    void checkIsCancelled();
    void badAddressIsTold();
};

void TestAccountChecks::badTokenIsTold()
{
    ask(u"ghp_wrongwrongwrong"_s);
    QVERIFY(isRefused());
    QVERIFY(!m_dialog->isOnGrants());
    QVERIFY(m_dialog->connectPage().message().contains("refused the token"_L1));
    QVERIFY(!m_dialog->connectPage().message().contains("ghp_wrong"_L1));
    takePicture(*m_dialog, u"bad-token"_s);
}

void TestAccountChecks::missingScopeIsShown()
{
    ask(u"ghp_none"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(m_dialog->grantsPage().table().lines().first(),
             u"Read packages and versions, read:packages, Missing, Only public packages are seen."_s);
    auto* owners = m_dialog->grantsPage().findChild<QListWidget*>();
    QCOMPARE(owners->item(1)->text(), u"acme: cannot be read"_s);
    QVERIFY(!owners->item(1)->toolTip().isEmpty());
    QVERIFY(!m_dialog->primary().isEnabled()); // nothing is chosen to be shown
    takePicture(*m_dialog, u"missing-scope"_s);
}

void TestAccountChecks::fineGrainedTokenIsRefused()
{
    ask(u"github_pat_fine"_s);
    QVERIFY(reachesGrants());
    QVERIFY(m_dialog->grantsPage().table().lines().first().contains("Refused"_L1));
    takePicture(*m_dialog, u"fine-grained"_s);
}

void TestAccountChecks::singleSignOnIsTold()
{
    ask(u"ghp_sso"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(m_dialog->grantsPage().findChild<QListWidget*>()->count(), 1);
    typeInto(m_dialog->grantsPage(), u"Further owners"_s, u"acme, north quay"_s);
    QCOMPARE(m_dialog->grantsPage().described({}).owners, (QStringList{u"acme"_s, u"north"_s, u"quay"_s}));
}

void TestAccountChecks::serverThatIsDown()
{
    const QString address = m_server->apiUrl().toString();
    m_server.reset();
    ask(u"ghp_all"_s, address);
    QVERIFY(isRefused());
    QVERIFY(m_dialog->connectPage().message().startsWith("No connection to"_L1));
}

void TestAccountChecks::webPageInPlaceOfJson()
{
    SimulatorOptions options;
    options.faults.append(*parseFault(u"html,route=/user"_s));
    QVERIFY(serve(options));
    ask(u"ghp_all"_s);
    QVERIFY(isRefused());
    QVERIFY2(m_dialog->connectPage().message().contains("is not JSON"_L1),
             qPrintable(m_dialog->connectPage().message()));
}

void TestAccountChecks::checkIsCancelled()
{
    SimulatorOptions options;
    options.latency = std::chrono::seconds(60);
    QVERIFY(serve(options));
    ask(u"ghp_all"_s);
    QVERIFY(!m_dialog->primary().isEnabled());
    takePicture(*m_dialog, u"checking"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->primary().isEnabled());
    QVERIFY(eventually([this] { return m_desk->isIdle(); }));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestAccountChecks::badAddressIsTold()
{
    ask(u"ghp_all"_s, u"http://ghe.example"_s);
    QVERIFY(m_dialog->connectPage().message().contains("not encrypted"_L1));
    QVERIFY(m_desk->isIdle());
}

SLIPWAY_TEST_SUITE(TestAccountChecks);

} // namespace slipway::test

#include "test_accountchecks.moc"
