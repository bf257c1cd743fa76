#include "app/ctl/texttable.h"

#include <QRegularExpression>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

QString TextTable::toString() const
{
    QList<qsizetype> widths(m_alignments.size(), 0);
    for (const auto& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const auto& row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line +=
                (m_alignments[i] == Qt::AlignRight ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i]))
                + u"  "_s;
        text += line.trimmed().isEmpty() ? u"\n"_s : line.remove(QRegularExpression(u"\\s+$"_s)) + u'\n';
    }
    return text;
}

} // namespace slipway
