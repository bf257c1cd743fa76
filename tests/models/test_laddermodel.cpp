#include "models/laddermodel.h"
#include "models/roles.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr Bytes kMiB = 1024 * 1024;

LadderLayer layer(const QString& name, Bytes size, const QString& step = {})
{
    return {Digest::of(name.toUtf8()), size, step};
}

LadderSide cpu()
{
    return {u"emotion-cpu:v1"_s,
            Digest::of("cpu"),
            {layer(u"os"_s, 28 * kMiB, u"ADD rootfs"_s), layer(u"deps"_s, 46 * kMiB, u"RUN pip install deps"_s),
             layer(u"app"_s, 5 * kMiB, u"COPY app | x"_s)}};
}

LadderSide gpu()
{
    return {u"emotion-gpu:v1"_s,
            Digest::of("gpu"),
            {layer(u"os"_s, 28 * kMiB, u"ADD rootfs"_s), layer(u"gpu deps"_s, 47 * kMiB, u"RUN pip install deps"_s),
             layer(u"cuda"_s, 92 * kMiB, u"RUN apt-get install cuda"_s), layer(u"app"_s, 5 * kMiB)}};
}

QString cell(const LadderModel& model, int row, LadderColumn column, int role = Qt::DisplayRole)
{
    return model.index(row, static_cast<int>(column)).data(role).toString();
}

class TestLadderModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isATable()
    {
        LadderModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setSides(cpu(), gpu());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(cell(model, 0, LadderColumn::LeftContent), u"ADD rootfs"_s);
        QCOMPARE(cell(model, 0, LadderColumn::LeftSize), u"28.0 MiB"_s);
        QCOMPARE(cell(model, 1, LadderColumn::Rung), u"2"_s);
        QCOMPARE(cell(model, 2, LadderColumn::LeftContent), u"no layer"_s);
        QCOMPARE(cell(model, 2, LadderColumn::LeftSize), QString());
        QCOMPARE(cell(model, 2, LadderColumn::RightContent), u"RUN apt-get install cuda"_s);
        QCOMPARE(cell(model, 3, LadderColumn::RightContent), u"–"_s);
        QCOMPARE(cell(model, 2, LadderColumn::RightDigest, DigestRole), Digest::of("cuda").toString());
        QCOMPARE(cell(model, 2, LadderColumn::RightDigest, Qt::AccessibleTextRole), Digest::of("cuda").toString());
        QCOMPARE(cell(model, 1, LadderColumn::Rung, Qt::AccessibleTextRole), u"Rung 2: different"_s);
        QCOMPARE(model.index(2, static_cast<int>(LadderColumn::RightBar)).data(LadderModel::kShareRole).toDouble(),
                 1.0);
        QCOMPARE(model.index(2, static_cast<int>(LadderColumn::LeftBar)).data(LadderModel::kShareRole).toDouble(), 0.0);
        QCOMPARE(model.index(1, static_cast<int>(LadderColumn::LeftBar)).data(LadderModel::kShareRole).toDouble(), 0.5);
        model.setSides({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsExpectedSaysWhatIsDrift()
    {
        LadderModel model;
        const auto meanings = [&model](size_t expected) {
            model.setSides(cpu(), gpu(), expected);
            std::vector<RungMeaning> found;
            for (int row = 0; row < model.rowCount(); ++row)
                found.push_back(model.meaningOf(row));
            return found;
        };
        using enum RungMeaning;
        QCOMPARE(meanings(0), (std::vector{Shared, Expected, Expected, Shared}));
        QCOMPARE(meanings(1), (std::vector{Shared, Expected, Expected, Shared}));
        QCOMPARE(meanings(2), (std::vector{Shared, Drift, Expected, Shared}));
        QCOMPARE(meanings(3), (std::vector{Shared, Drift, Drift, Shared}));
    }

    void words()
    {
        LadderModel model;
        model.setSides(cpu(), gpu());
        QCOMPARE(ladderHeadline(model.ladder()), u"Same up to layer 1"_s);
        QCOMPARE(ladderSentence(model.ladder()),
                 u"Common prefix: 1 layer(s), 28.0 MiB. In common at all: 2 layer(s), 33.0 MiB."_s);
        model.setSides(cpu(), cpu());
        QCOMPARE(ladderHeadline(model.ladder()), u"The same layers"_s);
        QCOMPARE(ladderSentence(model.ladder()), u"Common prefix: 3 layer(s), 79.0 MiB."_s);
        model.setSides(cpu(), {u"x"_s, {}, {layer(u"x"_s, 1)}});
        QCOMPARE(ladderHeadline(model.ladder()), u"No layer in common"_s);
        model.setSides({}, {});
        QCOMPARE(ladderHeadline(model.ladder()), u"No layers"_s);
    }

    void markdown()
    {
        LadderModel model;
        model.setSides(cpu(), gpu());
        const QStringList lines = ladderMarkdown(model).split(u'\n');
        QCOMPARE(lines.size(), 9); // a sentence, an empty line, two of the head, four rungs, the end
        QCOMPARE(lines[2], u"| emotion-cpu:v1 | | | # | | | emotion-gpu:v1 |"_s);
        QVERIFY2(lines[5].startsWith("| RUN pip install deps | "_L1), qPrintable(lines[5]));
        QVERIFY2(lines[5].contains("| 2 different |"_L1), qPrintable(lines[5]));
        QVERIFY2(lines[7].startsWith("| COPY app \\| x |"_L1), qPrintable(lines[7]));
    }
};

SLIPWAY_TEST_SUITE(TestLadderModel);

} // namespace

#include "test_laddermodel.moc"
