#include "domain/packagegroups.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestPackageGroups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baseFirstUnassignedLast()
    {
        const std::vector<PackageClass> classes{
            {u"vision"_s, u"torch"_s, {}}, {{}, {}, {}},          {kBaseHub, u"base"_s, {}},
            {u"audio"_s, u"torch"_s, {}},  {u"vision"_s, {}, {}}, {u"vision"_s, u"torch"_s, {}},
            {u"vision"_s, u"llm"_s, {}},
        };
        QStringList lines;
        for (const auto& hub : groupPackages(classes)) {
            for (const auto& family : hub.families) {
                QStringList rows;
                for (const RowIndex row : family.packages)
                    rows.append(QString::number(row));
                lines.append(hub.name + u'/' + family.name + u": "_s + rows.join(u' '));
            }
        }
        QCOMPARE(lines, (QStringList{u"Base and infrastructure/base: 2"_s, u"audio/torch: 3"_s, u"vision/llm: 6"_s,
                                     u"vision/torch: 0 5"_s, u"vision/: 4"_s, u"/: 1"_s}));
        QVERIFY(groupPackages({}).empty());
    }
};

SLIPWAY_TEST_SUITE(TestPackageGroups);

} // namespace

#include "test_packagegroups.moc"
