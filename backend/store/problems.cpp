#include "store/problems.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

QString packProblems(const std::vector<Error>& problems)
{
    QJsonArray array;
    for (const auto& problem : problems)
        array.append(QJsonObject{
            {"kind"_L1, errorKindName(problem.kind)}, {"subject"_L1, problem.subject}, {"detail"_L1, problem.detail}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<Error> unpackProblems(const QByteArray& text)
{
    std::vector<Error> problems;
    const QJsonArray values = QJsonDocument::fromJson(text).array();
    for (const auto& value : values) {
        problems.push_back({errorKindFromName(value["kind"_L1].toString()), value["subject"_L1].toString(),
                            value["detail"_L1].toString(), std::nullopt});
    }
    return problems;
}

} // namespace slipway
