#include "core/textfault.h"

#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

TextFault faultOf(const Error& error)
{
    static const QRegularExpression place(u":(\\d+):(\\d+)$"_s);
    const auto match = place.match(error.subject);
    return {match.captured(1).toLongLong(), match.captured(2).toLongLong(), error.detail};
}

} // namespace slipway
