#include "cleanup/policyreader.h"
#include "support/suite.h"

#include <QStringEncoder>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// What stands in a policy's place for globs, and in its file, by mistake.
class TestPolicyGlobs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regularExpressionsAreRefused_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("instead"); // what is advised; empty: how globs are written
        const auto row = [](const char* name, const char* pattern, const char* instead) {
            QTest::newRow(name) << QString::fromLatin1(pattern) << QString::fromLatin1(instead);
        };
        row("group", "(a|b)", "");
        row("alternatives", "latest|stable", "");
        row("end of a group", "a)", "");
        row("anything after a dash", "pr-.*", "pr-*");
        row("anything after an underscore", "pr_.*", "pr_*");
        row("anything after a slash", "team/.*", "team/*");
        row("anything", ".*", "*");
        row("anything in the beginning", ".*-rc", "*-rc");
        row("something", ".+", "*");
        row("something after a dash", "pr-.+", "pr-*");
        row("a digit", "v\\d", "v[0-9]");
        row("digits", "v\\d+\\.\\d+", "v[0-9]*.[0-9]*");
        row("a digit in a class", "v[\\d]", "v[0-9]");
        row("a word", "pr-\\w+", "pr-*");
        row("times of a class", "v[0-9]+", "v[0-9]*");
        row("so many times", "v[0-9]{2}", "");
        row("a letter many times", "v1+", "");
        row("both ends", "^v1$", "v1");
        row("both ends and digits", "^pr-\\d+$", "pr-[0-9]*");
        row("a bare end", "$", "");
        row("a class negated", "[^a]+", "[!a]*");
        row("anything after a dot", "v1\\..*", "v1.*");
        row("anything after two dots", "v1..*", "v1.*");
        row("one more or none", "^v?\\d+\\.\\d+$", "");
        row("a digit or none", "v\\d?", "");
        row("any times a letter", "^va*$", "");
        row("the beginning alone", "^pr-", "pr-*");
        row("the end alone", "release$", "*release");
        row("words in a class", "^[\\w.-]+$", "");
        row("a dollar that is meant", "foo\\$", "");
        row("no digit", "v\\D+", "");
    }

    void regularExpressionsAreRefused()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, instead);
        const auto advice = [&](const QString& mark) {
            return instead.isEmpty()
                       ? u"* is any characters, ? one, [0-9] a digit; alternatives are globs of their own"_s
                       : u"write \"%1\""_s.arg(mark + instead);
        };
        const QString error =
            u"p:2:%1 \"%2\": expected a glob of the whole name, not a regular expression; %3, found \"%4\""_s;
        const auto told = [](const QString& yaml) {
            const auto policy = parseCleanupPolicy("version: 1\n" + yaml.toUtf8(), u"p"_s);
            return policy ? QString() : policy.error().subject + u' ' + policy.error().detail;
        };
        QCOMPARE(told(u"protect: {tags: [ok, '%1']}"_s.arg(pattern)),
                 error.arg(u"22"_s, u"tags"_s, advice({}), pattern));
        QCOMPARE(told(u"rules: [{tags: '%1', olderThan: 1d}]"_s.arg(pattern)),
                 error.arg(u"16"_s, u"tags"_s, advice({}), pattern));
        QCOMPARE(told(u"packages: ['*', '!%1']"_s.arg(pattern)),
                 error.arg(u"17"_s, u"packages"_s, advice(u"!"_s), u'!' + pattern));
    }

    /// What looks a little like a regular expression and is a glob of tags there are.
    void globsAreGlobs()
    {
        for (const auto* glob : {"v1.*", "v[0-9].*", "*.*", "v1.2.?", "v1\\.2", "[!a-c]*", "[a-z]*", "release.*",
                                 "*-.rc", "pr-*", "\\latest", "a\\*b", "v1\\?"})
            QVERIFY2(parseCleanupPolicy(QByteArray("version: 1\nprotect: {tags: ['") + glob + "']}", u"p"_s), glob);
    }

    void binariesAreNotEmpty_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::newRow("begins with 0") << QByteArray("\0\1\2", 3)
                                       << u"this is no text: byte 1 is 0x00, which no YAML has"_s;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)
                                   << u"this is no text: byte 7 is 0x1a, which no YAML has"_s;
        QTest::newRow("after a policy") << QByteArray("version: 1\n\0", 12)
                                        << u"this is no text: byte 12 is 0x00, which no YAML has"_s;
    }

    void binariesAreNotEmpty()
    {
        QFETCH(const QByteArray, bytes);
        const auto policy = parseCleanupPolicy(bytes, u"cleanup.yaml"_s);
        QVERIFY(!policy);
        QCOMPARE(policy.error().kind, ErrorKind::InvalidFile);
        QCOMPARE(policy.error().subject, u"cleanup.yaml"_s);
        QTEST(policy.error().detail, "error");
    }

    /// YAML may be in UTF-16.
    void wideTextIsText()
    {
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
        QVERIFY(parseCleanupPolicy(wide.encode(u"version: 1\n"_s), u"p"_s));
    }
};

SLIPWAY_TEST_SUITE(TestPolicyGlobs);

} // namespace

#include "test_policyglobs.moc"
