#include "core/cbormap.h"

#include <QCborStreamReader>
#include <QCborValue>

namespace slipway
{

std::optional<QCborMap> cborMapFrom(const QByteArray& bytes)
{
    QCborParserError problem;
    const QCborValue root = QCborValue::fromCbor(bytes, &problem);
    if (problem.error != QCborError::NoError || !root.isMap() || problem.offset != bytes.size())
        return std::nullopt;
    return root.toMap();
}

} // namespace slipway
