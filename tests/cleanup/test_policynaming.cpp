#include "cleanup/policynaming.h"
#include "settings/profile.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestPolicyNaming final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProfileNamesIt_data()
    {
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray kLast = "  - { packages: \"*\", file: cleanup.yaml }\n";
        QTest::newRow("none") << QByteArray("# ours\nversion: 1\nowner: acme # us\n") << u"/team/cleanup.yaml"_s
                              << "# ours\nversion: 1\nowner: acme # us\npolicies:\n" + kLast;
        QTest::newRow("none, with keys behind")
            << QByteArray("version: 1\npolicies: []\nowner: acme\n") << u"/team/cleanup.yaml"_s
            << QByteArray("version: 1\npolicies: [{ packages: \"*\", file: cleanup.yaml }]\nowner: acme\n");
        QTest::newRow("behind others")
            << QByteArray("version: 1\npolicies:\n  # first\n  - { packages: \"ci-*\", file: ci.yaml }\nowner: acme\n")
            << u"/team/cleanup.yaml"_s
            << "version: 1\npolicies:\n  # first\n  - { packages: \"ci-*\", file: ci.yaml }\n" + kLast
                   + "owner: acme\n";
        QTest::newRow("elsewhere") << QByteArray("version: 1\n") << u"/rules/our own.yaml"_s
                                   << QByteArray("version: 1\npolicies:\n"
                                                 "  - { packages: \"*\", file: \"../rules/our own.yaml\" }\n");
        QTest::newRow("other line feeds") << QByteArray("version: 1\r\nowner: acme\r\n") << u"/team/cleanup.yaml"_s
                                          << QByteArray("version: 1\r\nowner: acme\r\npolicies:\r\n"
                                                        "  - { packages: \"*\", file: cleanup.yaml }\r\n");
        const QByteArray kNamed = "version: 1\npolicies: [{ packages: \"a-*\", file: ./cleanup.yaml }]\n";
        QTest::newRow("named already") << kNamed << u"/team/cleanup.yaml"_s << kNamed;
    }
    void theProfileNamesIt()
    {
        QFETCH(const QByteArray, profile);
        QFETCH(const QString, policy);
        QFETCH(const QByteArray, expected);
        const auto text = withPolicyNamed(profile, u"/team/team.yaml"_s, policy);
        QVERIFY2(text, text ? "" : qPrintable(text.error().detail));
        QCOMPARE(*text, expected);
        QCOMPARE(parseProfile(*text, u"/team/team.yaml"_s)->policies.back().path, policy);
    }

    void whatCannotBeChangedStays_data()
    {
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("subject");
        QTest::newRow("a wrong one") << QByteArray("version: 1\nownr: acme\n") << ErrorKind::InvalidFile
                                     << u"team.yaml:2:1"_s;
        QTest::newRow("one for all packages") << QByteArray("version: 1\npolicies:\n  - packages: \"a*\"\n"
                                                            "    file: a.yaml\n  - file: all.yaml\n")
                                              << ErrorKind::Refused << u"team.yaml:5:5"_s;
        QTest::newRow("one for all packages in brackets")
            << QByteArray("version: 1\npolicies: [{ packages: \"*\", file: all.yaml }]\n") << ErrorKind::Refused
            << u"team.yaml:2:12"_s;
        QTest::newRow("an alias") << QByteArray("version: 1\nclassification: &a []\npolicies: *a\nowner: b\n")
                                  << ErrorKind::Refused << u"team.yaml"_s;
    }
    void whatCannotBeChangedStays()
    {
        QFETCH(const QByteArray, profile);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"team.yaml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(profile) == profile.size());
        file.close();
        const auto named = namePolicyInProfile(path, folder.filePath(u"cleanup.yaml"_s));
        QVERIFY(!named);
        QTEST(named.error().kind, "kind");
        QFETCH(const QString, subject);
        QCOMPARE(named.error().subject, folder.filePath(subject));
        if (subject == "team.yaml"_L1)
            QCOMPARE(named.error().detail, u"\"policies\" is written in a way that only a person can change"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), profile);
    }

    void aProfileThatIsNotThereIsTold()
    {
        const QTemporaryDir folder;
        const auto named = namePolicyInProfile(folder.filePath(u"team.yaml"_s), folder.filePath(u"cleanup.yaml"_s));
        QVERIFY(!named);
        QCOMPARE(named.error().kind, ErrorKind::FileAccess);
        QVERIFY(!QFile::exists(folder.filePath(u"team.yaml"_s)));
    }
};

SLIPWAY_TEST_SUITE(TestPolicyNaming);

} // namespace

#include "test_policynaming.moc"
