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

} // namespace slipway
