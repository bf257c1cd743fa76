#include "models/tiptext.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString tipText(const QString& text)
{
    if (text.isEmpty())
        return {};
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', "<br>"_L1);
    return u"<qt>"_s + escaped + u"</qt>"_s;
}

QString titleTip(const QString& title, const QString& meaning)
{
    return title.isEmpty() || meaning.isEmpty() ? title + meaning : title + u'\n' + meaning;
}

} // namespace slipway
