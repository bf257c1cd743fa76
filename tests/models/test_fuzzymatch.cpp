#include "models/fuzzymatch.h"
#include "support/suite.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// The text with brackets around what was found: "apc-[emo]tion".
QString marked(const QString& typed, const QString& text)
{
    const auto match = fuzzyMatch(typed, text);
    if (!match)
        return u"none"_s;
    QString shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isIn = std::ranges::contains(match->positions, i);
        const bool wasIn = i > 0 && std::ranges::contains(match->positions, i - 1);
        const bool isNext = std::ranges::contains(match->positions, i + 1);
        shown += isIn && !wasIn ? u"["_s : QString();
        shown += text[i];
        shown += isIn && !isNext ? u"]"_s : QString();
    }
    return shown;
}

int scoreOf(const QString& typed, const QString& text)
{
    return fuzzyMatch(typed, text)->score;
}

} // namespace

class TestFuzzyMatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString& typed, const QString& text, const QString& expected) {
            QTest::newRow(qPrintable(typed + u" in "_s + text)) << typed << text << expected;
        };
        row(u"emo"_s, u"apc-emotion-gpu"_s, u"apc-[emo]tion-gpu"_s);
        row(u"EMO"_s, u"apc-emotion-gpu"_s, u"apc-[emo]tion-gpu"_s);
        row(u"aeg"_s, u"apc-emotion-gpu"_s, u"[a]pc-[e]motion-[g]pu"_s);
        row(u"rl"_s, u"Reload later"_s, u"[R]eload [l]ater"_s);
        row(u"ap"_s, u"real_time_audio_pipeline"_s, u"real_time_[a]udio_[p]ipeline"_s);
        row(u"cfd"_s, u"copyFullDigest"_s, u"[c]opy[F]ull[D]igest"_s);
        row(u"copy dig"_s, u"Copy full digest"_s, u"[Copy] full [dig]est"_s);
        row(u"pu"_s, u"apc-gpu-push"_s, u"apc-gpu-[pu]sh"_s);
        row(u"ion"_s, u"i-o-ion"_s, u"i-o-[ion]"_s);
        row(u"v0.4"_s, u"v0.3.0.4-v0.4.1"_s, u"v0.3.0.4-[v0.4].1"_s);
        row(u"xyz"_s, u"apc-emotion-gpu"_s, u"none"_s);
        row(u"gpua"_s, u"apc-gpu"_s, u"none"_s);
        row(u""_s, u"anything"_s, u"anything"_s);
        row(u"a"_s, u""_s, u"none"_s);
        row(u"größe"_s, u"Nach GRÖßE ordnen"_s, u"Nach [GRÖßE] ordnen"_s);
    }

    void marks()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, text);
        QTEST(marked(typed, text), "expected");
    }

    void order_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("ordered");
        QTest::newRow("whole, start, word, middle, apart")
            << u"drift"_s
            << QStringList{u"drift"_s, u"drift-cpu"_s, u"new drift"_s, u"adrift"_s, u"d-r-ift x"_s, u"do rain if it"_s};
        QTest::newRow("words' beginnings before letters inside")
            << u"ad"_s << QStringList{u"adapter"_s, u"add"_s, u"audio deck"_s, u"broad"_s, u"japan food"_s};
        QTest::newRow("a small gap before a large one")
            << u"bn"_s << QStringList{u"xben"_s, u"xbeeen"_s, u"xbeeeeen"_s};
        QTest::newRow("capitals are words") << u"fd"_s << QStringList{u"aFullDigest"_s, u"afulldigest"_s};
    }

    void order()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, ordered);
        QStringList sorted = ordered;
        std::ranges::sort(sorted);
        std::ranges::stable_sort(sorted, std::greater(),
                                 [&typed](const QString& text) { return scoreOf(typed, text); });
        QStringList scores;
        for (const auto& text : std::as_const(sorted))
            scores.append(text + u": "_s + QString::number(scoreOf(typed, text)));
        QVERIFY2(sorted == ordered, qPrintable(scores.join(u", "_s)));
    }

    /// Against the plainest way to do it: every choice of positions, tried one by one.
    void findsTheBestOfAllWays()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            QString text;
            QString typed;
            for (int i = 0; i < 9; ++i)
                text += u"abAB-_"_s[random.bounded(6)];
            for (int i = 0; i < 3; ++i)
                typed += u"ab"_s[random.bounded(2)];
            const auto found = fuzzyMatch(typed, text);
            int best = -1000;
            for (int a = 0; a < 9; ++a)
                for (int b = a + 1; b < 9; ++b)
                    for (int c = b + 1; c < 9; ++c)
                        best = std::max(best, scoreAt(typed, text, {a, b, c}));
            QCOMPARE(found ? found->score : -1000, best);
            if (found)
                QCOMPARE(scoreAt(typed, text,
                                 {static_cast<int>(found->positions[0]), static_cast<int>(found->positions[1]),
                                  static_cast<int>(found->positions[2])}),
                         best);
        }
    }

    void longTextsAreCut()
    {
        const QString longText = QString(300, u'x') + u"needle"_s;
        QVERIFY(!fuzzyMatch(u"needle"_s, longText));
        QVERIFY(fuzzyMatch(QString(100, u'x'), longText));
        QCOMPARE(fuzzyMatch(QString(100, u'x'), longText)->positions.size(), 64U);
    }

private:
    /// The documented rules for three characters at given places; -1000 where they are not there.
    static int scoreAt(const QString& typed, const QString& text, std::array<int, 3> places)
    {
        int score = 0;
        for (size_t i = 0; i < 3; ++i) {
            const int at = places[i];
            if (text[at].toLower() != typed[static_cast<qsizetype>(i)])
                return -1000;
            const QChar before = at > 0 ? text[at - 1] : u' ';
            int bonus = at == 0 ? 12 : (before == u'-' || before == u'_') ? 8 : 0;
            if (bonus == 0 && before.isLower() && text[at].isUpper())
                bonus = 6;
            const int gap = i > 0 ? at - places[i - 1] - 1 : 0;
            if (i > 0 && gap == 0)
                bonus = std::max(bonus, 8);
            score += 4 + bonus - (i == 0 ? std::min(4, at) : gap > 0 ? 6 + gap : 0);
        }
        return score;
    }
};

SLIPWAY_TEST_SUITE(TestFuzzyMatch);

#include "test_fuzzymatch.moc"
