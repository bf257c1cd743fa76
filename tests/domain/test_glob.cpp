#include "domain/glob.h"
#include "support/suite.h"

#include <QElapsedTimer>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestGlob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("yes");
        QTest::addColumn<QStringList>("no");
        const auto row = [](const char* name, const QString& pattern, const QStringList& yes, const QStringList& no) {
            QTest::newRow(name) << pattern << yes << no;
        };
        row("literal", u"latest"_s, {u"latest"_s}, {u"Latest"_s, u"latest2"_s, u"xlatest"_s, u""_s});
        row("prefix", u"pr-*"_s, {u"pr-"_s, u"pr-1"_s, u"pr-1/2"_s}, {u"pr1"_s, u"xpr-1"_s});
        row("star alone", u"*"_s, {u""_s, u"a"_s, u"a/b"_s}, {});
        row("empty pattern", u""_s, {u""_s}, {u"a"_s});
        row("star runs", u"a**b***c"_s, {u"abc"_s, u"axbyc"_s}, {u"ab"_s, u"acb"_s});
        row("star backtracks", u"*-cpu-*1"_s, {u"a-cpu-b-cpu-1"_s, u"-cpu-11"_s}, {u"a-cpu-2"_s, u"-cpu1"_s});
        row("question mark", u"v?.?"_s, {u"v1.2"_s, u"v/.x"_s}, {u"v1."_s, u"v12.3"_s, u"v1.23"_s});
        row("class", u"v[123]"_s, {u"v1"_s, u"v3"_s}, {u"v4"_s, u"v"_s, u"v12"_s});
        row("range", u"[a-c]x"_s, {u"ax"_s, u"cx"_s}, {u"dx"_s, u"-x"_s, u"Ax"_s});
        row("two ranges", u"[a-c0-9]"_s, {u"b"_s, u"5"_s}, {u"d"_s, u"-"_s});
        row("negated", u"[!a]b"_s, {u"bb"_s, u"!b"_s, u"/b"_s}, {u"ab"_s, u"b"_s});
        row("negated range", u"[!0-9]*"_s, {u"v1"_s}, {u"1v"_s, u""_s});
        row("exclamation mark inside", u"[a!]"_s, {u"a"_s, u"!"_s}, {u"b"_s});
        row("leading bracket is a member", u"[]a]"_s, {u"]"_s, u"a"_s}, {u"[]a]"_s, u"b"_s});
        row("negated leading bracket", u"[!]a]"_s, {u"b"_s}, {u"]"_s, u"a"_s});
        row("leading hyphen", u"[-a]"_s, {u"-"_s, u"a"_s}, {u"b"_s});
        row("trailing hyphen", u"[a-]"_s, {u"-"_s, u"a"_s}, {u"b"_s});
        row("wildcards in a class", u"[*?]"_s, {u"*"_s, u"?"_s}, {u"a"_s});
        row("escaped star", u"a\\*b"_s, {u"a*b"_s}, {u"axb"_s, u"a\\*b"_s});
        row("escaped bracket", u"\\[a]"_s, {u"[a]"_s}, {u"a"_s});
        row("escaped backslash", u"a\\\\b"_s, {u"a\\b"_s}, {u"ab"_s});
        row("escape first in a class", u"[\\]]"_s, {u"]"_s}, {u"\\"_s, u"\\]"_s});
        row("escape later in a class", u"[a\\]b]"_s, {u"a"_s, u"]"_s, u"b"_s}, {u"\\"_s});
        row("escaped exclamation mark", u"[\\!a]"_s, {u"!"_s, u"a"_s}, {u"b"_s});
        row("regex signs escaped", u"\\^\\$\\("_s, {u"^$("_s}, {u"x"_s});
        row("regex signs in a class", u"[$(]"_s, {u"$"_s, u"("_s}, {u"a"_s});
        row("other regex signs are plain", u"v1.0+a|b"_s, {u"v1.0+a|b"_s}, {u"v1x0+a|b"_s, u"b"_s});
        row("an escape in the beginning", u"a\\*b*"_s, {u"a*b"_s, u"a*bc"_s}, {u"a\\*b"_s, u"axb"_s});
        row("letters of several bytes", u"über-?"_s, {u"über-1"_s, u"über-é"_s},
            {u"über-"_s, u"uber-1"_s, u"über-12"_s});
        row("a prefix of several bytes", u"ü*"_s, {u"ü"_s, u"über"_s}, {u"u"_s, u"Ã¼"_s});
        row("longer than a tag", u"*-?"_s, {QString(200, u'a') + u"-1"_s}, {QString(200, u'a') + u"-12"_s});
        row("package with a slash", u"kas/*"_s, {u"kas/kas"_s, u"kas/a/b"_s}, {u"kas"_s});
    }

    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, yes);
        QFETCH(QStringList, no);
        const auto glob = Glob::parse(pattern);
        QVERIFY2(glob, qPrintable(glob ? QString() : glob.error().detail));
        for (const QString& text : yes) {
            QVERIFY2(glob->matches(text), qPrintable(text));
            QVERIFY2(glob->matches(QByteArrayView(text.toUtf8())), qPrintable(text));
        }
        for (const QString& text : no) {
            QVERIFY2(!glob->matches(text), qPrintable(text));
            QVERIFY2(!glob->matches(QByteArrayView(text.toUtf8())), qPrintable(text));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("why");
        QTest::newRow("anchored regex") << u"^v.*$"_s << u"regular expression"_s;
        QTest::newRow("dollar") << u"v1$"_s << u"regular expression"_s;
        QTest::newRow("group") << u"(a|b)"_s << u"regular expression"_s;
        QTest::newRow("regex negation") << u"[^a]*"_s << u"[!"_s;
        QTest::newRow("open class") << u"v[12"_s << u"not closed"_s;
        QTest::newRow("open class at the end") << u"v["_s << u"not closed"_s;
        QTest::newRow("empty class") << u"v[]"_s << u"not closed"_s;
        QTest::newRow("empty negated class") << u"[!]"_s << u"not closed"_s;
        QTest::newRow("class ends in an escape") << u"[a\\"_s << u"not closed"_s;
        QTest::newRow("trailing backslash") << u"v1\\"_s << u"backslash"_s;
    }

    void refuses()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, why);
        const auto glob = Glob::parse(pattern);
        QVERIFY(!glob);
        QCOMPARE(glob.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(glob.error().subject, pattern);
        QVERIFY2(glob.error().detail.contains(why), qPrintable(glob.error().detail));
    }

    void manyStarsStayFast()
    {
        const auto glob = Glob::parse(QString(u"*a"_s).repeated(60) + u"b"_s).value();
        const QString text(20'000, u'a');
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!glob.matches(text));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed()))); // exponential: for ever
    }
};

SLIPWAY_TEST_SUITE(TestGlob);

} // namespace

#include "test_glob.moc"
