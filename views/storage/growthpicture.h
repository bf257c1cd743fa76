#pragma once

#include "models/growthchart.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace slipway
{

struct Tokens;

/// Whose the chart is, and of when.
struct GrowthSubject final {
    QString owner;    ///< empty: not told
    QDateTime readAt; ///< the newest reading; invalid: not told
};

/// What is dashed, and when the budget is crossed; empty where there is no forecast.
[[nodiscard]] QString growthNote(const GrowthChart& chart);

/// "northquay-storage-2025-11-21.png": of the reading's day; what is no part of a login is a hyphen.
[[nodiscard]] QString growthFileName(const GrowthSubject& subject, const QString& suffix);

/// The chart as a picture for reports, with its title, whose it is, its legend, what each series holds now and its
/// note: in the theme's colours, 1200 by 675, for a PNG with twice as many pixels.
[[nodiscard]] QByteArray growthPng(const GrowthChart& chart, const GrowthSubject& subject, const Tokens& tokens);
/// Likewise; texts stay texts.
[[nodiscard]] QByteArray growthSvg(const GrowthChart& chart, const GrowthSubject& subject, const Tokens& tokens);

} // namespace slipway
