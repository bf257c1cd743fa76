#include "models/filenotesmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

TextLinesPtr lines(const QString& text)
{
    return std::make_shared<const TextLines>(text);
}

QStringList linesOf(const std::vector<FileNote>& notes)
{
    QStringList made;
    for (const auto& note : notes)
        made.append(u"%1: %2 | %3 | %4"_s.arg(note.line).arg(note.title, note.aside, note.text));
    return made;
}

} // namespace

/// What stands beside a file, as values and as rows.
class FileNotesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheImageOfALock();
    void tellsDifferences_data();
    void tellsDifferences();
    void tellsVerdicts();
    void rowsStayWhereTheyAre();
};

void FileNotesTest::namesTheImageOfALock()
{
    const QString lock =
        u"{\n  \"images\": [\n    {\n      \"digest\": \"sha256:%1\",\n      \"layers\": [\n"
        "        \"sha256:%2\"\n      ],\n      \"package\": \"app-cpu\",\n      \"tag\": \"v1\"\n    "
        "},\n    {\n      \"digest\": \"sha256:%3\",\n      \"package\": \"app-gpu\"\n    }\n  ]\n}\n"_s;
    const auto diff = makeTextDiff(lines(lock.arg(u"a"_s, u"l"_s, u"g"_s)), lines(lock.arg(u"b"_s, u"m"_s, u"h"_s)));
    QCOMPARE(linesOf(notesOf(*diff)), (QStringList{u"4: app-cpu | digest | sha256:a → sha256:b"_s,
                                                   u"6: app-cpu |  | − \"sha256:l\"  + \"sha256:m\""_s,
                                                   u"12: app-gpu | digest | sha256:g → sha256:h"_s}));
}

void FileNotesTest::tellsDifferences_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("the same") << u"a\n"_s << u"a\n"_s << QStringList();
    QTest::newRow("YAML") << u"on:\n  push: x\n"_s << u"on:\n  push: y\n"_s
                          << QStringList{u"2: push | Line 2 | x → y"_s};
    QTest::newRow("gone") << u"a\nb\n"_s << u"a\n"_s << QStringList{u"2: Line 2 |  | − b"_s};
    QTest::newRow("come") << u"a\n"_s << u"a\n- uses: x\n"_s << QStringList{u"2: uses | Line 2 | + - uses: x"_s};
    QTest::newRow("another name") << u"a: 1\n"_s << u"b: 1\n"_s << QStringList{u"1: a | Line 1 | − a: 1  + b: 1"_s};
}

void FileNotesTest::tellsDifferences()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QStringList, expected);
    QCOMPARE(linesOf(notesOf(*makeTextDiff(lines(left), lines(right)))), expected);
}

void FileNotesTest::tellsVerdicts()
{
    const FilePlace place{FilesFrom::Checkout, u"a.yml"_s};
    const auto note = [&](FileState state, FileKind kind, std::vector<TextFault> faults) {
        return notesOf({CheckedFile{place, {state, kind, std::move(faults), {}}}}).front();
    };
    QCOMPARE(note(FileState::Right, FileKind::Lock, {}).text, u"Schema valid"_s);
    QCOMPARE(note(FileState::Right, FileKind::Workflow, {}).text, u"Valid"_s);
    // Of two files by one name it is told which is which.
    QCOMPARE(note(FileState::Right, FileKind::Workflow, {}).aside, u"Folder"_s);
    const FileNote bad = note(FileState::Faulty, FileKind::Lock, {{40, 3, u"x is missing"_s}});
    QCOMPARE(bad.text, u"Schema not valid, line 40: x is missing"_s);
    QCOMPARE(bad.line, 40);
    QCOMPARE(bad.tone, FileNoteTone::Bad);
    QCOMPARE(note(FileState::Unchecked, FileKind::Dockerfile, {}).tone, FileNoteTone::Unknown);
}

void FileNotesTest::rowsStayWhereTheyAre()
{
    FileNotesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto note = [](const QString& title) {
        FileNote made;
        made.title = title;
        return made;
    };
    model.setNotes({note(u"a"_s), note(u"b"_s)});
    const QPersistentModelIndex first(model.index(0));
    const QPersistentModelIndex second(model.index(1));
    model.setNotes({note(u"a"_s), note(u"c"_s), note(u"d"_s)});
    QVERIFY(first.isValid() && !second.isValid());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data().toString(), u"c"_s);
    model.setNotes({note(u"a"_s)});
    QVERIFY(first.isValid());
    model.setNotes({});
    QCOMPARE(model.rowCount(), 0);
}

SLIPWAY_TEST_SUITE(FileNotesTest);

#include "test_filenotes.moc"
