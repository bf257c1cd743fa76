#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/policybinding.h"
#include "gui/windowfixture.h"
#include "integration/watchedsession.h"
#include "models/operation.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/cleanuppage.h"
#include "views/cleanup/policyeditor.h"
#include "views/cleanup/yamledit.h"

#include <QFile>
#include <QPushButton>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QByteArray kFirst = "version: 1\nuntagged: { olderThan: 30d }\n";
const QByteArray kSecond = "version: 1\nuntagged: { olderThan: 60d }\n";

} // namespace

/// The policy's editor in the window, on a demo with a profile of our own.
class TestPolicyBinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsTypedStaysWhenTheSameIsOpenedAgain();
    void anotherOwnerBeginsWithItsFirst();
    void aPolicyBesideThePlansIsWrittenIntoTheProfile();
    void whatAnotherPolicyIsForIsNotBesideThePlans();
    void aDemosProfileIsToldToBeFixed();

private:
    [[nodiscard]] QString pathOf(const QString& name) const { return m_folder->filePath(name); }
    void put(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray bytesOf(const QString& name) const;
    void open(const QString& profile);
    [[nodiscard]] PolicyEditor& editor() const { return m_binding->editor(); }
    [[nodiscard]] bool isShown(const QByteArray& text) const
    {
        return eventually([&] { return editor().text() == text && !editor().yaml().isReadOnly(); });
    }
    void save(const QString& name, const QByteArray& text);
    /// What closing the window would ask about, beside the reading that runs.
    [[nodiscard]] QStringList unsaved() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<PolicyBinding> m_binding;
};

void TestPolicyBinding::put(const QString& name, const QByteArray& bytes) const
{
    QFile file(pathOf(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray TestPolicyBinding::bytesOf(const QString& name) const
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPolicyBinding::open(const QString& profile)
{
    Target target = demoTarget(u"northquay"_s, m_folder->path());
    target.profilePath = profile.isEmpty() ? QString() : pathOf(profile);
    const QSignalSpy opened(m_session.get(), &DashboardSession::opened);
    m_session->open(target);
    QVERIFY(eventually([&] { return !opened.isEmpty(); }));
}

void TestPolicyBinding::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(u"first.yaml"_s, kFirst);
    put(u"second.yaml"_s, kSecond);
    put(u"two.yaml"_s, "version: 1\nowner: northquay\npolicies:\n"
                       "  - { packages: \"a*\", file: first.yaml }\n  - { packages: \"*\", file: second.yaml }\n");
    put(u"none.yaml"_s, "# ours\nversion: 1\nowner: northquay\n");
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    QVERIFY(m_fixture->show());
    m_session = std::make_unique<DashboardSession>(m_fixture->operations);
    m_binding = std::make_unique<PolicyBinding>(m_fixture->window, *m_session);
}

void TestPolicyBinding::cleanup()
{
    if (m_session) {
        QSignalSpy stopped(m_session.get(), &DashboardSession::stopped);
        m_session->stop();
        QVERIFY(stopped.wait(kPatience));
    }
    m_binding.reset();
    m_session.reset();
    m_fixture.reset();
}

QStringList TestPolicyBinding::unsaved() const
{
    QStringList titles;
    for (int row = 0; row < m_fixture->operations.rowCount(); ++row) {
        const Operation& operation = *m_fixture->operations.operationAt(row);
        if (operation.id() == "cleanup.unsavedPolicy"_L1)
            titles.append(operation.title());
    }
    return titles;
}

/// As a damaged store has it.
void TestPolicyBinding::whatIsTypedStaysWhenTheSameIsOpenedAgain()
{
    open(u"two.yaml"_s);
    QVERIFY(isShown(kFirst));
    editor().yaml().setPlainText(u"version: 1\n"_s);
    const QStringList told{u"Unsaved changes of first.yaml"_s};
    QCOMPARE(unsaved(), told);
    open(u"two.yaml"_s);
    QVERIFY(editor().isUnsaved());
    QCOMPARE(unsaved(), told);
    QCOMPARE(editor().text(), QByteArray("version: 1\n"));
    editor().revert();
    QCOMPARE(editor().text(), kFirst);
    QCOMPARE(unsaved(), QStringList());
}

/// What is not saved of the second policy goes; the next owner begins with its first, not with what was chosen here.
void TestPolicyBinding::anotherOwnerBeginsWithItsFirst()
{
    open(u"two.yaml"_s);
    QVERIFY(isShown(kFirst));
    Q_EMIT m_fixture->window.cleanupPage().policyChosen(1);
    QVERIFY(isShown(kSecond));
    Q_EMIT m_fixture->window.cleanupPage().policyChosen(0);
    QVERIFY(isShown(kFirst));
    // The second waits for what is not saved of the first, and comes when that is discarded.
    editor().yaml().setPlainText(u"version: 1\n"_s);
    Q_EMIT m_fixture->window.cleanupPage().policyChosen(1);
    put(u"first.yaml"_s, "version: 1\n# theirs\n"); // by the time this is told, the second would have been read too
    Q_EMIT m_fixture->window.cleanupPage().seen();
    QVERIFY(eventually([this] { return !editor().overwriteButton().isHidden(); }));
    put(u"first.yaml"_s, kFirst);
    editor().revert();
    QVERIFY(isShown(kSecond));
    Q_EMIT m_fixture->window.cleanupPage().policyChosen(0);
    QVERIFY(isShown(kFirst));
    editor().yaml().setPlainText(u"version: 1\n"_s);
    Q_EMIT m_fixture->window.cleanupPage().policyChosen(1);
    put(u"again.yaml"_s, bytesOf(u"two.yaml"_s));
    open(u"again.yaml"_s);
    QVERIFY(isShown(kFirst));
}

void TestPolicyBinding::save(const QString& name, const QByteArray& text)
{
    editor().yaml().setPlainText(QString::fromUtf8(text));
    put(name, text); // as the dialog for files has it, and saving
    editor().showSaved({pathOf(name), text}, PolicySaving::Saved);
    QVERIFY(!editor().isUnsaved());
}

void TestPolicyBinding::aPolicyBesideThePlansIsWrittenIntoTheProfile()
{
    open(u"none.yaml"_s);
    QVERIFY(eventually([this] { return !editor().yaml().isReadOnly(); }));
    QVERIFY(editor().nameButton().isHidden());
    save(u"ours.yaml"_s, kFirst);
    QVERIFY2(editor().sentences()[1].contains("before none.yaml names it"_L1), qPrintable(editor().sentences()[1]));
    QVERIFY(!editor().nameButton().isHidden());
    const QSignalSpy changes(m_binding.get(), &PolicyBinding::profileChanged);
    editor().nameButton().click();
    QVERIFY(eventually([&] { return changes.size() == 1; }));
    QCOMPARE(bytesOf(u"none.yaml"_s), QByteArray("# ours\nversion: 1\nowner: northquay\n"
                                                 "policies:\n  - { packages: \"*\", file: ours.yaml }\n"));
    // Whatever keeps the owner from being opened again, the profile names it.
    QCOMPARE(editor().sentences()[1],
             u"none.yaml names %1. Plans go by it when the owner is opened again."_s.arg(pathOf(u"ours.yaml"_s)));
    QVERIFY(editor().nameButton().isHidden());
    open(u"none.yaml"_s); // as the window does then
    QVERIFY(isShown(kFirst));
    QCOMPARE(editor().sentences()[1], pathOf(u"ours.yaml"_s));
    QVERIFY(editor().nameButton().isHidden());
}

/// The first is in sight until the second was read, and the profile names both.
void TestPolicyBinding::whatAnotherPolicyIsForIsNotBesideThePlans()
{
    open(u"two.yaml"_s);
    QVERIFY(isShown(kFirst));
    Q_EMIT m_fixture->window.cleanupPage().policyChosen(1);
    QCOMPARE(editor().sentences()[1], pathOf(u"first.yaml"_s));
    QVERIFY(editor().nameButton().isHidden());
    QVERIFY(isShown(kSecond));
    QCOMPARE(editor().sentences()[1], pathOf(u"second.yaml"_s));
    save(u"./first.yaml"_s, kFirst);
    QCOMPARE(editor().sentences()[1], pathOf(u"./first.yaml"_s));
    QVERIFY(editor().nameButton().isHidden());
}

void TestPolicyBinding::aDemosProfileIsToldToBeFixed()
{
    open({});
    QVERIFY(eventually([this] { return !editor().yaml().isReadOnly(); }));
    save(u"ours.yaml"_s, kFirst);
    QVERIFY(editor().sentences()[1].startsWith("Plans still go by the demo's policy"_L1));
    QVERIFY(editor().nameButton().isHidden());
}

SLIPWAY_TEST_SUITE(TestPolicyBinding);

} // namespace slipway::test

#include "test_policybinding.moc"
