#include "github/linkheader.h"

namespace slipway
{

QHash<QByteArray, QUrl> parseLinkHeader(const QByteArray& header, const QUrl& base)
{
    QHash<QByteArray, QUrl> links;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = header.indexOf('<', at);
        const qsizetype close = header.indexOf('>', open + 1);
        if (open < 0 || close < 0)
            return links;
        // A comma may stand inside the next target, so the parameters end where the next '<' begins.
        const qsizetype nextOpen = header.indexOf('<', close);
        const qsizetype end = nextOpen < 0 ? header.size() : header.lastIndexOf(',', nextOpen);
        const QByteArray target = header.sliced(open + 1, close - open - 1);
        const auto parts = header.sliced(close + 1, std::max(end, close + 1) - close - 1).split(';');
        for (const QByteArray& part : parts) {
            const QByteArray parameter = part.trimmed();
            if (!parameter.startsWith("rel="))
                continue;
            QByteArray relation = parameter.sliced(4);
            relation.replace('"', "");
            links.insert(relation, base.resolved(QUrl::fromEncoded(target)));
        }
        if (nextOpen < 0)
            return links;
        at = nextOpen;
    }
}

} // namespace slipway
