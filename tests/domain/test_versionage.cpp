#include "domain/versionage.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestVersionAge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterTimeCounts_data()
    {
        QTest::addColumn<qint64>("created");
        QTest::addColumn<qint64>("updated");
        QTest::addColumn<qint64>("age"); // -1000: none
        const qint64 none = VersionRow::kNoTime;
        QTest::newRow("both") << qint64(100) << qint64(400) << qint64(600);
        QTest::newRow("updated before it was created") << qint64(400) << qint64(100) << qint64(600);
        QTest::newRow("never created") << none << qint64(400) << qint64(-1000);
        QTest::newRow("never updated") << qint64(400) << none << qint64(-1000);
        QTest::newRow("of the future") << qint64(1500) << qint64(0) << qint64(-500);
    }

    void laterTimeCounts()
    {
        QFETCH(qint64, created);
        QFETCH(qint64, updated);
        VersionRow version;
        version.createdMs = created;
        version.updatedMs = updated;
        const auto age = ageOf(version, 1000);
        QTEST(age ? qint64(age->count()) : qint64(-1000), "age");
    }
};

SLIPWAY_TEST_SUITE(TestVersionAge);

} // namespace

#include "test_versionage.moc"
