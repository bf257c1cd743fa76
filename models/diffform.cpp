#include "models/diffform.h"

#include "files/difftext.h"

#include <QCoreApplication>

#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::DiffForm)
};

QString endsText(LineEnds ends)
{
    switch (ends) {
    case LineEnds::None:
        break;
    case LineEnds::LineFeed:
        return u"LF"_s;
    case LineEnds::Pair:
        return u"CRLF"_s;
    case LineEnds::Return:
        return u"CR"_s;
    case LineEnds::Mixed:
        return FormTexts::tr("several ways");
    }
    return {};
}

/// Lines that both texts have, and that end in one way here and in another there.
struct OtherEnds final {
    qsizetype lines = 0;
    qsizetype left = 0; ///< the first of them, from 0
    qsizetype right = 0;
};

OtherEnds otherEnds(const TextDiff& diff)
{
    const TextForm& left = diff.left->form;
    const TextForm& right = diff.right->form;
    OtherEnds found;
    qsizetype inLeft = 0;
    qsizetype inRight = 0;
    const auto compareUntil = [&](qsizetype end) {
        for (; inLeft < end; ++inLeft, ++inRight) {
            const LineEnds here = left.endOf(inLeft);
            const LineEnds there = right.endOf(inRight);
            // Of a last line that has no end that is told.
            if (here == there || here == LineEnds::None || there == LineEnds::None)
                continue;
            if (found.lines++ == 0)
                std::tie(found.left, found.right) = std::pair(inLeft, inRight);
        }
    };
    for (const auto& change : diff.diff.changes) {
        compareUntil(change.left);
        inLeft = change.left + change.leftCount;
        inRight = change.right + change.rightCount;
    }
    compareUntil(std::ssize(diff.left->lines));
    return found;
}

/// Of two texts that both end their lines in several ways; empty where the lines that both have end alike.
QString otherEndsText(const TextDiff& diff)
{
    const OtherEnds found = otherEnds(diff);
    if (found.lines == 0)
        return {};
    const QString left = endsText(diff.left->form.endOf(found.left));
    const QString right = endsText(diff.right->form.endOf(found.right));
    return FormTexts::tr("Lines end in several ways on both sides, %n line(s) differently: line %1 on the left in %2, "
                         "line %3 on the right in %4.",
                         nullptr, static_cast<int>(found.lines))
        .arg(QString::number(found.left + 1), left, QString::number(found.right + 1), right);
}

} // namespace

QString lineEndsWord(LineEnds ends)
{
    if (ends == LineEnds::Mixed)
        return FormTexts::tr("mixed line ends");
    return ends == LineEnds::LineFeed ? QString() : endsText(ends);
}

QStringList formDifferences(const TextDiff& diff)
{
    const TextForm& left = diff.left->form;
    const TextForm& right = diff.right->form;
    QStringList sentences;
    const bool areKnown = left.ends != LineEnds::None && right.ends != LineEnds::None;
    if (areKnown && left.ends != right.ends)
        sentences.append(FormTexts::tr("Lines end in %1 on the left, in %2 on the right.")
                             .arg(endsText(left.ends), endsText(right.ends)));
    else if (const QString text = left.ends == LineEnds::Mixed ? otherEndsText(diff) : QString(); !text.isEmpty())
        sentences.append(text);
    if (left.hasMark != right.hasMark)
        sentences.append(left.hasMark ? FormTexts::tr("The left text begins with a byte order mark.")
                                      : FormTexts::tr("The right text begins with a byte order mark."));
    if (diff.differsInLastEnd())
        sentences.append(diff.left->endsOpen() ? FormTexts::tr("The left text has no line feed at its end.")
                                               : FormTexts::tr("The right text has no line feed at its end."));
    return sentences;
}

QString copiedDiff(const TextDiff& diff, const QString& leftName, const QString& rightName)
{
    const QStringList form = formDifferences(diff);
    QString text;
    if (!form.isEmpty()) {
        text = form.join(u'\n') + u'\n';
        // Which text is which.
        if (diff.isSame())
            text += u"--- %1\n+++ %2\n"_s.arg(leftName, rightName);
    }
    return text + unifiedDiff(diff.left->lines, diff.right->lines, diff.diff.changes, {leftName, rightName});
}

} // namespace slipway
