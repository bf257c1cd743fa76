#include "core/format.h"
#include "github/packagesparser.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const auto kDigest = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;

class TestPackagesParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void owners_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::newRow("organization")
            << R"({"login":"NorthQuay","id":9919,"node_id":"x","type":"Organization","plan":null})"_ba
            << int(OwnerKind::Organization);
        QTest::newRow("user") << R"({"login":"NorthQuay","id":9919,"type":"User","site_admin":false})"_ba
                              << int(OwnerKind::User);
        QTest::newRow("bot") << R"({"login":"NorthQuay","id":9919,"type":"Bot"})"_ba << int(OwnerKind::User);
    }

    void owners()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        QCOMPARE(parseOwner(json, {}).value(), (Owner{u"NorthQuay"_s, 9919, static_cast<OwnerKind>(kind)}));
    }

    void packages()
    {
        // The second as API version 2026-03-10 may have it: fewer members, no repository.
        const auto packages = parsePackages(R"([
            {"id":1,"name":"kas/kas","package_type":"container","version_count":12,"visibility":"public",
             "owner":{"login":"northquay"},"repository":{"id":5,"name":"kas","full_name":"northquay\/kas"},
             "created_at":"2025-01-02T03:04:05Z","updated_at":"2025-02-03T04:05:06Z"},
            {"id":2,"name":"torch-cpu","visibility":"internal"},
            {"id":3,"name":"x","visibility":"secret","repository":null,"version_count":null}])"_ba,
                                            {});
        QVERIFY2(packages, qPrintable(packages ? QString() : packages.error().detail));
        QCOMPARE(packages->size(), 3U);
        const auto& first = packages->front();
        QCOMPARE(first.name.value, u"kas/kas"_s);
        QCOMPARE(first.id, 1);
        QCOMPARE(first.visibility, Visibility::Public);
        QCOMPARE(first.versionCount, 12);
        QCOMPARE(first.repository, u"kas"_s);
        QCOMPARE(formatTimestamp(first.createdAt), u"2025-01-02T03:04:05Z"_s);
        QCOMPARE(formatTimestamp(first.updatedAt), u"2025-02-03T04:05:06Z"_s);
        QCOMPARE(packages->at(1).visibility, Visibility::Internal);
        QVERIFY(packages->at(1).repository.isEmpty());
        QVERIFY(!packages->at(1).updatedAt.isValid());
        QCOMPARE(packages->at(2).visibility, Visibility::Private); // an unknown word is shown as the least open
    }

    void versions()
    {
        const QByteArray digest = kDigest;
        const auto versions = parseVersions(R"([
            {"id":9007199254740993,"name":")" + digest
                                                + R"(","created_at":"2025-01-02T03:04:05Z","updated_at":"no time",
             "metadata":{"package_type":"container","container":{"tags":["latest","v1.0"]}}},
            {"id":2,"name":")" + digest + R"(","metadata":{"package_type":"container","container":{"tags":[]}}},
            {"id":3,"name":")" + digest + R"(","metadata":{"package_type":"container"}},
            {"id":4,"name":")" + digest + R"(","metadata":null,"deleted_at":"2025-01-02T03:04:05Z"}])",
                                            {});
        QVERIFY2(versions, qPrintable(versions ? QString() : versions.error().detail));
        QCOMPARE(versions->size(), 4U);
        QCOMPARE(versions->front().id.value, 9007199254740993LL);
        QCOMPARE(versions->front().digest, Digest::of("abc"));
        QCOMPARE(versions->front().tags, (QList<Tag>{{u"latest"_s}, {u"v1.0"_s}}));
        QVERIFY(versions->front().createdAt.isValid());
        QVERIFY(!versions->front().updatedAt.isValid()); // unreadable protects, and is no error
        for (size_t i = 1; i < 4; ++i)
            QVERIFY(versions->at(i).tags.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QString& what, const QByteArray& json, const QString& detail) {
            QTest::newRow(name) << what << json << detail;
        };
        row("owner without type", u"owner"_s, R"({"login":"a","id":1})", u"$.type: is missing"_s);
        row("owner id is a text", u"owner"_s, R"({"login":"a","id":"1","type":"User"})",
            u"$.id: expected an integer, found a string"_s);
        row("packages is a map", u"packages"_s, R"({"message":"hello"})", u"$: expected an array, found an object"_s);
        row("package name is a number", u"packages"_s,
            R"([{"id":1,"name":"a","visibility":"public"},{"id":1,"name":3,"visibility":"public"}])",
            u"$[1].name: expected a string, found a number"_s);
        row("package without id", u"packages"_s, R"([{"name":"a","visibility":"public"}])", u"$[0].id: is missing"_s);
        row("repository is a text", u"packages"_s, R"([{"id":1,"name":"a","visibility":"public","repository":"kas"}])",
            u"$[0].repository: expected an object, found a string"_s);
        row("package is a text", u"packages"_s, R"(["a"])", u"$[0]: expected an object, found a string"_s);
        row("version name is no digest", u"versions"_s, R"([{"id":1,"name":"latest"}])",
            u"$[0].name: not a sha256 digest"_s);
        row("tags is a map", u"versions"_s,
            R"([{"id":1,"name":")" + kDigest + R"(","metadata":{"container":{"tags":{}}}}])",
            u"$[0].metadata.container.tags: expected an array, found an object"_s);
        row("tag is a number", u"versions"_s,
            R"([{"id":1,"name":")" + kDigest + R"(","metadata":{"container":{"tags":["a",1.0]}}}])",
            u"$[0].metadata.container.tags[1]: expected a string, found a number"_s);
        row("time is a number", u"versions"_s, R"([{"id":1,"name":")" + kDigest + R"(","created_at":1700000000}])",
            u"$[0].created_at: expected a string, found a number"_s);
    }

    void refuses()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, json);
        const auto errorFrom = [](const auto& result) {
            return result ? std::optional<Error>() : std::optional(result.error());
        };
        const auto error = what == "owner"_L1      ? errorFrom(parseOwner(json, what))
                           : what == "packages"_L1 ? errorFrom(parsePackages(json, what))
                                                   : errorFrom(parseVersions(json, what));
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Malformed);
        QCOMPARE(error->subject, what);
        QTEST(error->detail, "detail");
    }
};

SLIPWAY_TEST_SUITE(TestPackagesParser);

} // namespace

#include "test_packagesparser.moc"
