#include "gui/showncleanup.h"
#include "support/suite.h"
#include "views/cleanup/cleanupquestion.h"

#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kRules = u"untagged: {olderThan: 90d}\nrules: [{tags: 'pr-*', olderThan: 14d}]\n"_s;

CleanupSheetPtr sheetBy(const QString& policy, const CleanupProtections& protections)
{
    return cleanupFrom(inventoryFrom(untidyOrganisation()), cleanupTermsFrom(policy, protections));
}

ConfirmFact factOf(const Confirmation& question, const QString& name)
{
    const auto found = std::ranges::find(question.facts, name, &ConfirmFact::name);
    return found == question.facts.end() ? ConfirmFact() : *found;
}

} // namespace

/// What a person is told before a plan is carried out.
class TestCleanupQuestion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
};

void TestCleanupQuestion::hosts_data()
{
    QTest::addColumn<QString>("protect");
    QTest::addColumn<int>("targets");
    QTest::addColumn<QStringList>("unread");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Glyph>("glyph");
    const QString off = u"protect: {deployed: false}\n"_s;
    QTest::newRow("no target") << QString() << 0 << QStringList() << u"No host is configured, so none was asked"_s
                               << Glyph::Info;
    QTest::newRow("asked and protected") << QString() << 1 << QStringList() << u"None: what runs is protected"_s
                                         << Glyph::Ok;
    QTest::newRow("not read") << QString() << 1 << QStringList{u"demo-03"_s}
                              << u"Not asked: nobody knows what runs on demo-03"_s << Glyph::Warning;
    QTest::newRow("not protected") << off << 2 << QStringList{u"lab"_s, u"demo-03"_s}
                                   << u"Not asked: the policy does not protect what runs on demo-03, lab"_s
                                   << Glyph::Warning;
    QTest::newRow("not protected, none") << off << 0 << QStringList() << u"No host is configured, so none was asked"_s
                                         << Glyph::Info;
}

void TestCleanupQuestion::hosts()
{
    QFETCH(QString, protect);
    QFETCH(int, targets);
    QFETCH(QStringList, unread);
    CleanupProtections protections;
    protections.targets = targets;
    protections.unreadTargets = unread;
    const auto sheet = sheetBy(kRules + protect, protections);
    const auto question = cleanupQuestion(*sheet, {}, u"ghcr.io/acme"_s, false, fixtureTime());
    const auto fact = factOf(question, u"Hosts affected"_s);
    QTEST(fact.text, "text");
    QVERIFY(fact.glyph.has_value());
    QTEST(*fact.glyph, "glyph");
}

SLIPWAY_TEST_SUITE(TestCleanupQuestion);

} // namespace slipway::test

#include "test_cleanupquestion.moc"
