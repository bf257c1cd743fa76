#include "core/errortext.h"
#include "files/textfile.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

class TestTextFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<LineEnds>("ends");
        QTest::newRow("empty") << QByteArray() << QString() << LineEnds::None;
        QTest::newRow("plain") << QByteArray("a\nb\n") << u"a\nb\n"_s << LineEnds::LineFeed;
        QTest::newRow("with a mark") << QByteArray("\xEF\xBB\xBFname: x") << u"name: x"_s << LineEnds::None;
        QTest::newRow("Windows' lines") << QByteArray("a\r\nb\r\n") << u"a\nb\n"_s << LineEnds::Pair;
        QTest::newRow("old Macs' lines") << QByteArray("a\rb") << u"a\nb"_s << LineEnds::Return;
        QTest::newRow("both lines") << QByteArray("a\r\nb\n") << u"a\nb\n"_s << LineEnds::Mixed;
        QTest::newRow("the wrong way round") << QByteArray("a\n\rb") << u"a\n\nb"_s << LineEnds::Mixed;
        QTest::newRow("umlauts") << QByteArray("größe") << u"größe"_s << LineEnds::None;
        QTest::newRow("line separators") << QByteArray("a\xE2\x80\xA8z") << u"a z"_s << LineEnds::None;
    }
    void readsText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const auto text = parseText(bytes, u"x.yml"_s);
        QVERIFY(text);
        QCOMPARE(text->text, expected);
        QTEST(text->form.ends, "ends");
        QCOMPARE(text->form.hasMark, bytes.startsWith("\xEF\xBB\xBF"));
    }

    /// Where a file ends its lines in several ways, each line's own is known.
    void whatEachLineEndsIn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("ends");
        QTest::newRow("one way") << QByteArray("a\r\nb\r\n") << u"CRLF CRLF"_s;
        QTest::newRow("several") << QByteArray("a\r\nb\nc\rd\n") << u"CRLF LF CR LF"_s;
        QTest::newRow("an open end") << QByteArray("a\r\nb\nc") << u"CRLF LF -"_s;
        QTest::newRow("empty lines") << QByteArray("\n\r\r\n\n") << u"LF CR CRLF LF"_s;
    }
    void whatEachLineEndsIn()
    {
        QFETCH(QByteArray, bytes);
        const TextLines lines(parseText(bytes, u"x.yml"_s).value());
        QStringList ends;
        for (qsizetype line = 0; line < std::ssize(lines.lines); ++line) {
            switch (lines.form.endOf(line)) {
            case LineEnds::None:
                ends.append(u"-"_s);
                break;
            case LineEnds::LineFeed:
                ends.append(u"LF"_s);
                break;
            case LineEnds::Pair:
                ends.append(u"CRLF"_s);
                break;
            case LineEnds::Return:
                ends.append(u"CR"_s);
                break;
            case LineEnds::Mixed:
                ends.append(u"mixed"_s);
                break;
            }
        }
        QTEST(ends.join(u' '), "ends");
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("binary") << QByteArray("\x7F"
                                              "ELF\0\1",
                                              6)
                                << u"x.bin could not be understood (it is a binary file)."_s;
        QTest::newRow("Latin-1") << QByteArray("a\nb\ngr\xF6\xDF"
                                               "e\n")
                                 << u"x.bin could not be understood (line 3 is not UTF-8)."_s;
        QTest::newRow("cut within a character")
            << QByteArray("a\nb\xE2\x80") << u"x.bin could not be understood (line 2 is not UTF-8)."_s;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0b\0",
                                              6)
                                << u"x.bin could not be understood (it is UTF-16; save it as UTF-8)."_s;
        QTest::newRow("large") << QByteArray(
            kLargestText + 1,
            'a') << u"x.bin could not be understood (it has 64.0 MiB; files of up to 64.0 MiB are shown)."_s;
    }
    void refusesWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const auto text = parseText(bytes, u"x.bin"_s);
        QVERIFY(!text);
        QCOMPARE(errorText(text.error()).what, expected);
    }

    void saysWhyAFileCannotBeRead()
    {
        const QTemporaryDir folder;
        const auto gone = loadText(folder.filePath(u"gone.yml"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, ErrorKind::FileAccess);
        QCOMPARE(gone.error().subject, folder.filePath(u"gone.yml"_s));
        QVERIFY(!gone.error().detail.isEmpty());
        const auto dir = loadText(folder.path());
        QVERIFY(!dir);
        QCOMPARE(dir.error().detail, u"it is a folder"_s);
        // Sparse: so much is not written.
        QFile large(folder.filePath(u"large.json"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(kLargestText + 1));
        const auto tooLarge = loadText(large.fileName());
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().kind, ErrorKind::InvalidFile);
    }

    void endsLinesAtLineFeeds()
    {
        QCOMPARE(linesOf(u"a\n\nb"_s), (std::vector<QStringView>{u"a", u"", u"b"}));
        QCOMPARE(linesOf(u"a\n"_s), (std::vector<QStringView>{u"a"}));
        QCOMPARE(linesOf(QString()), std::vector<QStringView>());
        const TextLines lines(u"ab\nabcd\n"_s);
        QCOMPARE(lines.longest, 4);
        QCOMPARE(lines.lines.size(), 2u);
    }
};

SLIPWAY_TEST_SUITE(TestTextFile);
#include "test_textfile.moc"
