#include "models/growthchart.h"

#include "core/format.h"
#include "domain/packagegroups.h"
#include "models/csvline.h"
#include "models/growthtable.h"
#include "models/timetext.h"
#include "storage/budgetalert.h"
#include "storage/storagehistory.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ChartTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

constexpr int kLeastAhead = 30;
/// Of a table: the middle, and the band's edges.
constexpr size_t kForecastColumns = 3;

QString chartDate(QDate day)
{
    return dayText(QDateTime(day, QTime(12, 0)));
}

/// Days of forecast beside so many of past.
int daysAhead(GrowthRange range, qint64 past)
{
    if (range == GrowthRange::Week)
        return daysOf(GrowthRange::Week);
    return static_cast<int>(std::clamp<qint64>(past / 3, kLeastAhead, kForecastDays));
}

/// Where all of a history begins.
QDate firstDay(const std::vector<StorageSample>& samples, QDate today)
{
    QDate first = today;
    for (const auto& sample : samples)
        if (sample.isComplete)
            first = std::min(first, sample.from.toUTC().date());
    // A chart of a single day would have no width.
    return std::min(first, today.addDays(-daysOf(GrowthRange::Week)));
}

QString budgetText(Bytes bytes, Bytes budget)
{
    const Bytes used = usedPercent(bytes, std::max<Bytes>(budget, 1));
    return ChartTexts::tr("Budget %1: %2 % used").arg(formatBytes(budget), QString::number(used));
}

FigureCell dayCell(QDate day)
{
    return {chartDate(day), day.toString(Qt::ISODate), {}};
}

FigureCell amountCell(Bytes bytes)
{
    return {formatBytes(bytes), QString::number(bytes), {}};
}

FigureCell noCell()
{
    return {u"–"_s, {}, ChartTexts::tr("No data yet")};
}

/// The budget of a row, where there is one.
void addBudget(const GrowthChart& chart, FigureRow& row)
{
    if (chart.budget)
        row.cells.push_back(amountCell(*chart.budget));
}

FigureRow dayRow(const GrowthChart& chart, const StackDay& day)
{
    FigureRow row;
    row.cells.push_back(dayCell(day.day));
    row.cells.push_back(amountCell(day.stored));
    if (chart.stack.hidden > 0)
        row.cells.push_back(amountCell(day.shown()));
    if (!chart.forecast.empty())
        row.cells.resize(row.cells.size() + kForecastColumns);
    addBudget(chart, row);
    for (size_t i = chart.stack.series.size(); i-- > 0;)
        row.cells.push_back(amountCell(day.parts[i]));
    return row;
}

FigureRow forecastRow(const GrowthChart& chart, const ForecastDay& day)
{
    FigureRow row;
    row.cells = {dayCell(day.day), noCell(), amountCell(day.middle), amountCell(day.lowest), amountCell(day.highest)};
    addBudget(chart, row);
    row.cells.resize(row.cells.size() + chart.stack.series.size(), noCell());
    return row;
}

/// What stands above the days to come.
FigureRow forecastHeading(size_t columns)
{
    const QString text = ChartTexts::tr("Forecast");
    FigureRow row;
    row.cells = {{text, {}, ChartTexts::tr("%1: 8 of 10 cases lie between lowest and highest").arg(text)}};
    row.cells.resize(columns);
    row.isHeading = true;
    return row;
}

/// Why a range has nothing to draw.
QString lackOf(const std::vector<StorageSample>& samples, QDate first)
{
    QDate newest;
    for (const auto& sample : samples)
        if (sample.isComplete)
            newest = std::max(newest, std::max(sample.from, sample.until).toUTC().date());
    if (samples.empty())
        return ChartTexts::tr("Nothing was read yet. The chart begins with the first reading: refresh.");
    if (!newest.isValid())
        return ChartTexts::tr("No reading was whole yet. The chart begins with the first one that is: refresh.");
    return ChartTexts::tr("No whole reading since %1; the newest is of %2. Choose a longer range, or refresh.")
        .arg(chartDate(first), chartDate(newest));
}

/// In every language the same.
QString csvName(const StackSeries& series)
{
    switch (series.kind) {
    case StackKind::Base:
        return kBaseHub;
    case StackKind::Shared:
        return u"shared by hubs"_s;
    case StackKind::Hub:
        return series.hub.isEmpty() ? u"unassigned"_s : series.hub;
    case StackKind::Others:
        return u"other hubs"_s;
    }
    return {};
}

} // namespace

int daysOf(GrowthRange range)
{
    switch (range) {
    case GrowthRange::Week:
        return 7;
    case GrowthRange::Month:
        return 30;
    case GrowthRange::Quarter:
        return 90;
    case GrowthRange::Year:
        return 365;
    case GrowthRange::All:
        return 36500;
    }
    return 0;
}

QDate GrowthChart::last() const
{
    if (!forecast.empty())
        return forecast.back().day;
    return stack.days.empty() ? first.addDays(1) : stack.days.back().day;
}

QDate GrowthChart::pointDay(size_t point) const
{
    return point < stack.days.size() ? stack.days[point].day : forecast[point - stack.days.size()].day;
}

std::optional<size_t> GrowthChart::pointOf(QDate day) const
{
    for (size_t point = 0; point < pointTotal(); ++point)
        if (pointDay(point) == day)
            return point;
    return std::nullopt;
}

Bytes GrowthChart::most() const
{
    Bytes most = budget.value_or(0);
    for (const auto& day : stack.days)
        most = std::max(most, day.shown());
    for (const auto& day : forecast)
        most = std::max(most, day.highest);
    return most;
}

GrowthChart growthChart(const std::vector<StorageSample>& samples, const StorageTerms& terms, QDate today,
                        GrowthRange range)
{
    GrowthChart chart;
    chart.first = range == GrowthRange::All ? firstDay(samples, today) : today.addDays(-daysOf(range));
    chart.stack = storageStack(samples, chart.first);
    chart.budget = terms.budget;
    const auto table = growthTable(chart.stack);
    // The table begins with the topmost series.
    for (size_t i = chart.stack.series.size(); i-- > 0;)
        chart.colors.push_back(table.rows[i].color.value_or(kNoFigureColor));
    if (chart.stack.days.empty())
        chart.lack = lackOf(samples, chart.first);
    const auto trend = storageTrend(storagePoints(samples));
    if (!trend || chart.stack.days.empty())
        return chart;
    const QDate end = today.addDays(daysAhead(range, chart.first.daysTo(today)));
    for (int ahead = 1; trend->lastDay.addDays(ahead) <= end; ++ahead)
        chart.forecast.push_back(forecastDay(*trend, ahead));
    chart.crossing = forecastBudget(*trend, terms.budget, today);
    return chart;
}

GrowthChart withoutHidden(const GrowthChart& chart, const std::vector<bool>& isHidden)
{
    if (std::ranges::find(isHidden, true) == isHidden.end())
        return chart;
    GrowthChart left;
    left.first = chart.first;
    left.lack = chart.lack;
    std::vector<size_t> shown;
    for (size_t i = 0; i < chart.stack.series.size(); ++i)
        if (i >= isHidden.size() || !isHidden[i])
            shown.push_back(i);
    for (const size_t i : shown) {
        left.stack.series.push_back(chart.stack.series[i]);
        left.colors.push_back(chart.colors[i]);
    }
    left.stack.hidden = chart.stack.seriesTotal() - shown.size();
    left.stack.days.reserve(chart.stack.days.size());
    for (const auto& day : chart.stack.days) {
        StackDay& row = left.stack.days.emplace_back(day.day, day.stored, std::vector<Bytes>());
        for (const size_t i : shown)
            row.parts.push_back(day.parts[i]);
    }
    return left;
}

QString growthPointText(const GrowthChart& chart, size_t point)
{
    const size_t read = chart.stack.days.size();
    QStringList lines;
    if (point < read) {
        lines.append(stackDayText(chart.stack, chart.stack.days[point]));
        if (chart.budget)
            lines.append(budgetText(chart.stack.days[point].stored, *chart.budget));
    } else {
        const ForecastDay& day = chart.forecast[point - read];
        lines.append(ChartTexts::tr("%1: %2 expected").arg(chartDate(day.day), formatBytes(day.middle)));
        lines.append(
            ChartTexts::tr("%1 to %2 in 8 of 10 cases").arg(formatBytes(day.lowest), formatBytes(day.highest)));
        if (chart.budget)
            lines.append(budgetText(day.middle, *chart.budget));
    }
    return lines.join(u'\n');
}

FigureTable growthDayTable(const GrowthChart& chart)
{
    FigureTable table{
        {{ChartTexts::tr("Day (UTC)"), FigureKind::Text, {}}, {ChartTexts::tr("Stored"), FigureKind::Number, {}}}, {}};
    if (chart.stack.hidden > 0)
        table.columns.push_back({ChartTexts::tr("Shown, %1").arg(hiddenText(chart.stack)), FigureKind::Number, {}});
    if (!chart.forecast.empty())
        for (const QString& title : {ChartTexts::tr("Expected"), ChartTexts::tr("Lowest"), ChartTexts::tr("Highest")})
            table.columns.push_back({title, FigureKind::Number, {}});
    if (chart.budget)
        table.columns.push_back({ChartTexts::tr("Budget"), FigureKind::Number, {}});
    for (size_t i = chart.stack.series.size(); i-- > 0;)
        table.columns.push_back({seriesName(chart.stack.series[i]), FigureKind::Number, {}});
    table.rows.reserve(chart.pointTotal() + 1);
    for (size_t i = chart.stack.days.size(); i-- > 0;)
        table.rows.push_back(dayRow(chart, chart.stack.days[i]));
    if (!chart.forecast.empty())
        table.rows.push_back(forecastHeading(table.columns.size()));
    for (const auto& day : chart.forecast)
        table.rows.push_back(forecastRow(chart, day));
    return table;
}

QByteArray growthCsv(const GrowthChart& chart)
{
    const auto titled = [](const QString& name) { return u"%1 (bytes)"_s.arg(name); };
    QStringList titles{u"day (UTC)"_s, titled(u"stored"_s)};
    if (chart.stack.hidden > 0)
        titles.append(titled(u"shown, %1 of %2 series hidden"_s.arg(QString::number(chart.stack.hidden),
                                                                    QString::number(chart.stack.seriesTotal()))));
    for (const auto& series : chart.stack.series)
        titles.append(titled(csvName(series)));
    titles +=
        {titled(u"budget"_s), titled(u"forecast"_s), titled(u"forecast, lowest"_s), titled(u"forecast, highest"_s)};
    const QString budget = chart.budget ? QString::number(*chart.budget) : QString();
    QByteArray text = csvLine(titles);
    for (const auto& day : chart.stack.days) {
        QStringList fields{day.day.toString(Qt::ISODate), QString::number(day.stored)};
        if (chart.stack.hidden > 0)
            fields.append(QString::number(day.shown()));
        for (const Bytes part : day.parts)
            fields.append(QString::number(part));
        fields += {budget, QString(), QString(), QString()};
        text += csvLine(fields);
    }
    for (const auto& day : chart.forecast) {
        QStringList fields{day.day.toString(Qt::ISODate), QString()};
        for (size_t i = 0; i < chart.stack.series.size(); ++i)
            fields.append(QString());
        fields += {budget, QString::number(day.middle), QString::number(day.lowest), QString::number(day.highest)};
        text += csvLine(fields);
    }
    return text;
}

} // namespace slipway
