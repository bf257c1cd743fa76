#include "cleanup/deletionsteps.h"
#include "cleanup/planfile.h"
#include "models/cleanupruns.h"
#include "support/suite.h"

#include <QTest>
#include <QTranslator>

#include <tuple>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the engine says of versions it leaves and of plans it refuses, in the language of the window; so it is in the
/// journal of a run that the window has made. slipwayctl has no translations.
class TestCleanupReasons final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_german.load(u":/i18n/slipway_de"_s)); }
    void cleanup() { QCoreApplication::removeTranslator(&m_german); }
    void whatIsLeftIsSaidInGerman();
    void aPlanIsRefusedInGerman();

private:
    /// The end of a run that GitHub refused a version to, line by line.
    [[nodiscard]] static QString refusal();

    QTranslator m_german;
};

QString TestCleanupReasons::refusal()
{
    DeletionSteps steps(false);
    std::ignore = steps.afterLook(RowLook::AsPlanned);
    std::ignore = steps.afterDelete(DeletionAnswer::LastTagged);
    CleanupResult result;
    result.outcome.failed = {{PackageName{u"api"_s}, VersionId{7}, steps.error().value_or(Error()).subject}};
    return cleanupResultDetails(result).value(0);
}

void TestCleanupReasons::whatIsLeftIsSaidInGerman()
{
    QCOMPARE(refusal(), u"Failed: api 7: GitHub does not delete the last tagged version of a package"_s);
    QCoreApplication::installTranslator(&m_german);
    const QString said = refusal();
    QVERIFY2(said.endsWith(u": GitHub löscht die letzte Version eines Pakets nicht, die ein Tag hat"_s),
             qPrintable(said));
}

void TestCleanupReasons::aPlanIsRefusedInGerman()
{
    QCoreApplication::installTranslator(&m_german);
    PlanFile plan;
    plan.owner = u"acme"_s;
    const auto checked = checkPlan(plan, {}, u"northquay"_s, QDateTime());
    QVERIFY(!checked);
    QCOMPARE(checked.error().subject, u"Dieser Plan ist von acme, nicht von northquay"_s);
}

SLIPWAY_TEST_SUITE(TestCleanupReasons);

} // namespace slipway::test

#include "test_cleanupreasons.moc"
