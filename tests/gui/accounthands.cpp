#include "gui/accounthands.h"

#include "simulator/statefile.h"
#include "support/apiversion.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray servedState()
{
    return "{'version':1,'anchor':'2025-11-21T14:32:00Z','owner':{'login':'acme','id':7,'type':'Organization'},"
           "'viewer':{'login':'robin','id':8},'layers':{},'packages':[],'tokens':{"
           "'ghp_all':{'scopes':['write:packages','delete:packages']},'ghp_none':{'scopes':[]},"
           "'github_pat_fine':{'scopes':[]},'ghp_sso':{'scopes':['read:packages'],'sso':true}}}"_ba.replace('\'', '"');
}

} // namespace

bool AccountHands::show()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets.secrets.clear();
    m_secrets.failure.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    if (!m_fixture->show())
        return false;
    Target base;
    base.dataFolder = m_folder->path();
    base.apiVersion = apiVersion();
    m_desk = std::make_unique<AccountDesk>(m_secrets, base);
    m_desk->load();
    m_dialogs = std::make_unique<AccountDialogs>(m_fixture->window, *m_desk);
    QObject::connect(&m_fixture->window, &MainWindow::addAccountRequested, m_dialogs.get(), &AccountDialogs::add);
    return serve();
}

bool AccountHands::leave()
{
    delete m_dialog;
    QSignalSpy stopped(m_desk.get(), &AccountDesk::stopped);
    m_desk->stop();
    const bool isStopped = eventually([&] { return !stopped.isEmpty(); });
    m_dialogs.reset();
    m_desk.reset();
    m_fixture.reset();
    m_server.reset();
    return isStopped;
}

bool AccountHands::serve(SimulatorOptions options)
{
    auto state = parseState(servedState(), u"state"_s);
    if (!state)
        qFatal("%s", qPrintable(state.error().detail));
    m_server = std::make_unique<SimulatorServer>(*std::move(state), std::move(options));
    return m_server->start().has_value();
}

void AccountHands::typeInto(QWidget& page, const QString& field, const QString& text)
{
    for (auto* edit : page.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() != field)
            continue;
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        return;
    }
    QFAIL(qPrintable(u"there is no field "_s + field));
}

void AccountHands::ask(const QString& token, const QString& address)
{
    Q_EMIT m_fixture->window.addAccountRequested();
    m_dialog = m_fixture->window.findChild<AddAccountDialog*>();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    auto& page = m_dialog->connectPage();
    auto* server = page.findChild<QComboBox*>();
    server->setFocus();
    QTest::keyClick(server, Qt::Key_Down);
    QCOMPARE(server->currentIndex(), 1);
    QVERIFY(!m_dialog->primary().isEnabled());
    typeInto(page, u"Address of the server"_s, address.isEmpty() ? m_server->apiUrl().toString() : address);
    typeInto(page, u"Token"_s, token);
    QVERIFY(m_dialog->primary().isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
}

void AccountHands::takePicture(QDialog& dialog, const QString& name) const
{
    const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        m_fixture->window.theme().setMode(mode);
        QCoreApplication::processEvents();
        dialog.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, mode == ThemeMode::Dark ? u"dark"_s : u"light"_s));
    }
    m_fixture->window.theme().setMode(ThemeMode::Light);
}

} // namespace slipway::test
