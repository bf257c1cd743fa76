#include "models/diffform.h"

#include "files/difftext.h"

#include <QCoreApplication>

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
    else if (diff.isSame() && left.mixed != right.mixed)
        sentences.append(FormTexts::tr("Lines end in several ways on both sides, but not the same lines alike."));
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
