#include "models/growthtable.h"

#include "core/format.h"
#include "inventory/filterwords.h"
#include "models/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct GrowthTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

/// The chart's colours in order of use: hubs take the first six and the last, the base has the seventh.
constexpr std::array kHubColors{0, 1, 2, 3, 4, 5, 7};
constexpr int kBaseColor = 6;

/// The first colour that no series has, the base's too where there is none.
int freeColor(const std::vector<int>& taken)
{
    for (const int color : kHubColors)
        if (!std::ranges::contains(taken, color))
            return color;
    return std::ranges::contains(taken, kBaseColor) ? kOthersFigureColor : kBaseColor;
}

/// Beside the series. A hub whose place has a colour keeps it; a further one takes what is free: no two have the same.
std::vector<int> colorsOf(const StorageStack& stack)
{
    std::vector<int> colors(stack.series.size(), kNoFigureColor);
    for (size_t i = 0; i < colors.size(); ++i) {
        const auto place = stack.series[i].place;
        if (place == 0)
            colors[i] = kBaseColor;
        else if (place && static_cast<size_t>(*place) <= kHubColors.size())
            colors[i] = kHubColors.at(static_cast<size_t>(*place - 1));
    }
    for (size_t i = 0; i < colors.size(); ++i) {
        if (stack.series[i].kind == StackKind::Others)
            colors[i] = kOthersFigureColor;
        else if (stack.series[i].kind == StackKind::Hub && colors[i] == kNoFigureColor)
            colors[i] = freeColor(colors);
    }
    return colors;
}

QString changeText(Bytes change)
{
    if (change == 0)
        return formatBytes(0);
    return change > 0 ? u'+' + formatBytes(change) : u'−' + formatBytes(-change);
}

QString dateText(QDate day)
{
    return dayText(QDateTime(day, QTime(12, 0)));
}

FigureRow growthRow(const QString& name, Bytes now, std::optional<Bytes> before)
{
    FigureRow row;
    row.cells = {
        {name, {}, name},
        {formatBytes(now), QString::number(now), {}},
        {before ? changeText(now - *before) : u"–"_s, before ? QString::number(now - *before) : QString(), {}}};
    return row;
}

} // namespace

QString seriesName(const StackSeries& series)
{
    switch (series.kind) {
    case StackKind::Base:
        return GrowthTexts::tr("Base and infrastructure");
    case StackKind::Shared:
        return GrowthTexts::tr("Shared by hubs");
    case StackKind::Hub:
        return series.hub.isEmpty() ? GrowthTexts::tr("Unassigned") : series.hub;
    case StackKind::Others:
        return GrowthTexts::tr("Other hubs");
    }
    return {};
}

FigureTable growthTable(const StorageStack& stack, const std::vector<bool>& isHidden)
{
    FigureTable table{{{GrowthTexts::tr("Hub"), FigureKind::Text, {}},
                       {GrowthTexts::tr("Now"), FigureKind::Number, {}},
                       {GrowthTexts::tr("Change"), FigureKind::Number, {}}},
                      {}};
    if (stack.days.empty())
        return table;
    const StackDay& now = stack.days.back();
    const StackDay& before = stack.days.front();
    const bool canCompare = stack.days.size() > 1;
    const auto colors = colorsOf(stack);
    for (size_t i = stack.series.size(); i-- > 0;) {
        const StackSeries& series = stack.series[i];
        FigureRow row =
            growthRow(seriesName(series), now.parts[i], canCompare ? std::optional(before.parts[i]) : std::nullopt);
        row.color = colors[i];
        row.isShown = i >= isHidden.size() || !isHidden[i];
        if (series.kind == StackKind::Hub || series.kind == StackKind::Base)
            row.filter = exactTerm(u"hub", series.hub);
        table.rows.push_back(std::move(row));
    }
    if (stack.hidden > 0) {
        FigureRow shown = growthRow(GrowthTexts::tr("Shown, %1").arg(hiddenText(stack)), now.shown(),
                                    canCompare ? std::optional(before.shown()) : std::nullopt);
        shown.isTotal = true;
        table.rows.push_back(std::move(shown));
    }
    FigureRow whole =
        growthRow(GrowthTexts::tr("Stored"), now.stored, canCompare ? std::optional(before.stored) : std::nullopt);
    whole.isTotal = true;
    table.rows.push_back(std::move(whole));
    return table;
}

QString hiddenText(const StorageStack& stack)
{
    return stack.hidden > 0 ? GrowthTexts::tr("%1 of %2 hidden").arg(stack.hidden).arg(stack.seriesTotal()) : QString();
}

QString stackDayText(const StorageStack& stack, const StackDay& day)
{
    QStringList lines{GrowthTexts::tr("%1: %2 stored").arg(dateText(day.day), formatBytes(day.stored))};
    if (stack.hidden > 0)
        lines.append(GrowthTexts::tr("%1 shown, %2").arg(formatBytes(day.shown()), hiddenText(stack)));
    for (size_t i = stack.series.size(); i-- > 0;)
        lines.append(GrowthTexts::tr("%1: %2").arg(seriesName(stack.series[i]), formatBytes(day.parts[i])));
    return lines.join(u'\n');
}

QString growthSentence(const StorageStack& stack)
{
    if (stack.days.empty())
        return {};
    const StackDay& now = stack.days.back();
    const StackDay& before = stack.days.front();
    const bool isWhole = stack.hidden == 0;
    const QString amount = isWhole ? formatBytes(now.stored)
                                   : GrowthTexts::tr("%1 of %2", "what is shown, of what is stored")
                                         .arg(formatBytes(now.shown()), formatBytes(now.stored));
    QString sentence = GrowthTexts::tr("%1 on %2").arg(amount, dateText(now.day));
    if (stack.days.size() > 1) {
        const Bytes change = isWhole ? now.stored - before.stored : now.shown() - before.shown();
        sentence =
            change < 0
                ? GrowthTexts::tr("%1, %2 less than on %3").arg(sentence, formatBytes(-change), dateText(before.day))
                : GrowthTexts::tr("%1, %2 more than on %3").arg(sentence, formatBytes(change), dateText(before.day));
    }
    return isWhole ? sentence : GrowthTexts::tr("%1; %2").arg(sentence, hiddenText(stack));
}

} // namespace slipway
