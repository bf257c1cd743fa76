#pragma once

#include "simulator/fixture.h"

#include <QJsonArray>
#include <QJsonObject>

namespace slipway::test
{

/// The versions of a package of `data/organisation.json`.
inline const QString kVersions = QStringLiteral("/orgs/acme/packages/container/team%2Fapp/versions");

/// Whom a request is of; nobody without a token.
[[nodiscard]] inline Headers as(const QByteArray& token)
{
    return {{"authorization", token.isEmpty() ? QByteArray() : "Bearer " + token}};
}

/// Of the rows of a list.
[[nodiscard]] inline QList<qint64> ids(const Reply& reply)
{
    QList<qint64> found;
    const auto rows = reply.json().array();
    for (const auto& row : rows)
        found.append(row[QLatin1StringView("id")].toInteger());
    return found;
}

} // namespace slipway::test
