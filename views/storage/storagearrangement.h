#pragma once

#include <QJsonObject>

namespace slipway
{

class StoragePage;

/// How a person has arranged the page: the chart's range, chart or table, and what the cards list. Plain JSON, where
/// whatever is missing or makes no sense is as usual.
[[nodiscard]] QJsonObject storageArrangement(const StoragePage& page);
void arrangeStorage(StoragePage& page, const QJsonObject& state);

} // namespace slipway
