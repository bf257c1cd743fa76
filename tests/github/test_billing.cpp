#include "github/billingparser.h"
#include "github/githubclient.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// A row as GitHub writes it.
QByteArray row(const QByteArray& sku, const QByteArray& unit, const QByteArray& quantity, const QByteArray& net = "0",
               const QByteArray& product = "packages")
{
    return R"({"date":"2025-11-01","product":")" + product + R"(","sku":")" + sku + R"(","quantity":)" + quantity
           + R"(,"unitType":")" + unit + R"(","pricePerUnit":0.1,"grossAmount":9,"discountAmount":1,"netAmount":)" + net
           + R"(,"organizationName":"northquay"})";
}

QByteArray report(const QByteArrayList& rows)
{
    return R"({"usageItems":[)" + rows.join(',') + "]}";
}

const Owner kOwner{u"northquay"_s, 7, OwnerKind::Organization};

class TestBilling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsOfPackages();
    void namesAreWrittenInManyWays_data();
    void namesAreWrittenInManyWays();
    void whatIsNotToldIsNotNothing();
    void wrongShapes_data();
    void wrongShapes();
    void asksForTheMonth_data();
    void asksForTheMonth();
    void notPermittedIsAValue_data();
    void notPermittedIsAValue();
    void otherFailuresAreErrors_data();
    void otherFailuresAreErrors();
};

void TestBilling::sumsOfPackages()
{
    const auto usage = parseBilling(
        report({row("Packages storage", "GigabyteHours", "448", "0.25"),
                row("Packages storage", "GigabyteHours", "12.5", "0.5"),
                row("Packages data transfer", "Gigabytes", "3", "1.5"), row("Packages something", "Wishes", "7", "2"),
                row("packages SOMETHING", "Wishes", "7", "2"),
                row("Actions storage", "GigabyteHours", "1000", "9", "actions")}),
        {});
    QVERIFY2(usage, qPrintable(usage ? QString() : usage.error().detail));
    QCOMPARE(usage->storageGigabyteHours, 460.5);
    QCOMPARE(usage->transferGigabytes, 3.0);
    QCOMPARE(usage->storageNet, 0.75);
    QCOMPARE(usage->transferNet, 1.5);
    QCOMPARE(usage->otherNet, 4.0);
    QCOMPARE(usage->otherSkus, QStringList{u"Packages something"_s});
    QCOMPARE(usage->net(), 6.25);
}

void TestBilling::namesAreWrittenInManyWays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<double>("storage");
    QTest::addColumn<double>("transfer");
    QTest::newRow("as words") << row("Packages storage", "GigabyteHours", "2", "0", "Packages") << 2.0 << 0.0;
    QTest::newRow("as identifiers") << row("packages_storage", "gigabyte-hours", "2") << 2.0 << 0.0;
    QTest::newRow("in capitals") << row("PACKAGES STORAGE", "GIGABYTEHOURS", "2", "0", "PACKAGES") << 2.0 << 0.0;
    QTest::newRow("bandwidth") << row("packages_bandwidth", "gigabytes", "3") << 0.0 << 3.0;
    QTest::newRow("data transfer") << row("Packages Data Transfer", "GB", "3") << 0.0 << 3.0;
}

void TestBilling::namesAreWrittenInManyWays()
{
    QFETCH(const QByteArray, json);
    const auto usage = parseBilling(report({json}), {}).value();
    QTEST(usage.storageGigabyteHours.value_or(0), "storage");
    QTEST(usage.transferGigabytes.value_or(0), "transfer");
    QVERIFY(usage.otherSkus.isEmpty());
}

void TestBilling::whatIsNotToldIsNotNothing()
{
    for (const auto& json : {"{}"_ba, report({}), report({row("Actions Linux", "minutes", "5", "9", "actions")})}) {
        const auto usage = parseBilling(json, {}).value();
        QVERIFY(!usage.storageGigabyteHours);
        QVERIFY(!usage.transferGigabytes);
        QCOMPARE(usage.net(), 0.0);
    }
    const auto nothing = parseBilling(report({row("Packages storage", "GigabyteHours", "0")}), {}).value();
    QCOMPARE(nothing.storageGigabyteHours, 0.0);
    QVERIFY(!nothing.transferGigabytes);
}

void TestBilling::wrongShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const int malformed = int(ErrorKind::Malformed);
    QTest::newRow("web page") << "<html>"_ba << int(ErrorKind::NotJson) << QString();
    QTest::newRow("a list") << "[]"_ba << malformed << u"$"_s;
    QTest::newRow("rows are no list") << R"({"usageItems":{}})"_ba << malformed << u"$.usageItems: "_s;
    QTest::newRow("quantity in words") << report(
        {row("Packages storage", "GigabyteHours", "1"), row("Packages storage", "GigabyteHours", "\"1\"")})
                                       << malformed << u"$.usageItems[1].quantity: expected a number, found a string"_s;
    QTest::newRow("amount in words") << report({row("x", "y", "1", "\"free\"")}) << malformed
                                     << u"$.usageItems[0].netAmount: expected a number"_s;
    QTest::newRow("no sku") << R"({"usageItems":[{"product":"packages","netAmount":0}]})"_ba << malformed
                            << u"$.usageItems[0].sku"_s;
    QTest::newRow("storage in another unit") << report({row("Packages storage", "MegabyteDays", "1")}) << malformed
                                             << u"$.usageItems[0].unitType: expected gigabytehours"_s;
    QTest::newRow("traffic in another unit") << report({row("packages_bandwidth", "Terabytes", "1")}) << malformed
                                             << u"$.usageItems[0].unitType: expected gigabytes"_s;
}

void TestBilling::wrongShapes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, detail);
    const auto usage = parseBilling(json, u"the billing"_s);
    QVERIFY(!usage);
    QTEST(int(usage.error().kind), "kind");
    QVERIFY2(usage.error().detail.contains(detail), qPrintable(usage.error().detail));
}

void TestBilling::asksForTheMonth_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("line");
    QTest::newRow("organisation") << int(OwnerKind::Organization)
                                  << u"GET /organizations/northquay/settings/billing/usage?year=2025&month=9"_s;
    QTest::newRow("user") << int(OwnerKind::User) << u"GET /users/northquay/settings/billing/usage?year=2025&month=9"_s;
}

void TestBilling::asksForTheMonth()
{
    QFETCH(const int, kind);
    FakeTransport transport(
        [](const HttpRequest&) { return jsonAnswer(report({row("Packages storage", "GigabyteHours", "24")})); });
    const GithubClient client(transport, {}, {});
    const Owner owner{u"northquay"_s, 7, static_cast<OwnerKind>(kind)};
    const auto billing = resultOf(client.billing(owner, {2025, 9}, {})).value();
    QTEST(transport.lines().join(u' '), "line");
    QCOMPARE(std::get<BilledUsage>(billing).storageGigabyteHours, 24.0);
}

void TestBilling::notPermittedIsAValue_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {403, 404, 410})
        QTest::addRow("%d", status) << status;
}

void TestBilling::notPermittedIsAValue()
{
    QFETCH(const int, status);
    FakeTransport transport([&](const HttpRequest&) { return answerWith(status, R"({"message":"For owners"})"); });
    const GithubClient client(transport, {}, {});
    const auto billing = resultOf(client.billing(kOwner, {2025, 11}, {}));
    QVERIFY(billing);
    const auto* refused = std::get_if<BillingNotPermitted>(&*billing);
    QVERIFY(refused);
    QVERIFY2(refused->why.contains("For owners"_L1), qPrintable(refused->why));
}

void TestBilling::otherFailuresAreErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::newRow("bad token") << 401 << R"({"message":"Bad credentials"})"_ba << int(ErrorKind::Unauthorized);
    QTest::newRow("limit") << 403 << R"({"message":"API rate limit exceeded"})"_ba << int(ErrorKind::RateLimited);
    QTest::newRow("server") << 503 << ""_ba << int(ErrorKind::Server);
    QTest::newRow("bad request") << 400 << "{}"_ba << int(ErrorKind::UnexpectedStatus);
    QTest::newRow("web page") << 200 << "<html>"_ba << int(ErrorKind::NotJson);
}

void TestBilling::otherFailuresAreErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    FakeTransport transport([&](const HttpRequest&) { return answerWith(status, body); });
    const GithubClient client(transport, {}, {});
    const auto billing = resultOf(client.billing(kOwner, {2025, 11}, {}));
    QVERIFY(!billing);
    QTEST(int(billing.error().kind), "kind");
    QVERIFY(billing.error().subject.contains("northquay"_L1));
}

SLIPWAY_TEST_SUITE(TestBilling);

} // namespace

#include "test_billing.moc"
