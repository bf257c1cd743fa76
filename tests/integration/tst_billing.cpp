#include "integration/servedowner.h"
#include "support/apiversion.h"
#include "support/waiting.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray organisation()
{
    QFile file(qEnvironmentVariable("SLIPWAY_SOURCE") + u"/tests/simulator/data/organisation.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll();
}

} // namespace

/// What our client makes of the billing that the simulator tells, in the words of GitHub's description.
class BillingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownersAreToldAndOthersAreNot_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("told");
        QTest::newRow("owner") << u"ghp_owner"_s << u"62 gigabyte-hours, 0 USD"_s;
        QTest::newRow("without the scope") << u"ghp_all"_s << u"not permitted"_s;
        QTest::newRow("hidden") << u"ghp_guest"_s << u"not permitted"_s;
        QTest::newRow("without single sign-on") << u"ghp_sso"_s << u"not permitted"_s;
        QTest::newRow("wrong token") << u"ghp_wrong"_s << u"unauthorized"_s;
    }

    void ownersAreToldAndOthersAreNot()
    {
        QFETCH(const QString, token);
        ServedOwner owner(organisation());
        const GithubClient client(owner.transport(), {owner.server().apiUrl(), token, apiVersion()}, {});
        const Owner acme{u"acme"_s, 77, OwnerKind::Organization};
        // 67 MB on each of the 31 days before the anchor: two gigabyte-hours a day, rounded as GitHub describes them.
        const auto billing = resultOf(client.billing(acme, {2025, 12}, {}));
        QString told;
        if (!billing)
            told = errorKindName(billing.error().kind);
        else if (const auto* usage = std::get_if<BilledUsage>(&*billing))
            told = u"%1 gigabyte-hours, %2 USD"_s.arg(usage->storageGigabyteHours.value_or(-1)).arg(usage->net());
        else
            told = u"not permitted"_s;
        QTEST(told, "told");
    }
};

QTEST_GUILESS_MAIN(BillingTest)

#include "tst_billing.moc"
