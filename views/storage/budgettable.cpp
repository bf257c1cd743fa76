#include "views/storage/budgettable.h"

#include "models/budgettext.h"
#include "models/figurecells.h"
#include "storage/budgetalert.h"
#include "views/widgets/gaugescale.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct BudgetTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

FigureLevel levelOf(const BudgetUse& use)
{
    if (use.hasNoImages || use.isUnknown())
        return FigureLevel::None;
    switch (gaugeZone(static_cast<double>(use.storedBytes), static_cast<double>(use.budget.bytes))) {
    case GaugeZone::Unknown:
        break;
    case GaugeZone::Ok:
        return use.mayBeMore ? FigureLevel::None : FigureLevel::Ok; // what was not read may be over it
    case GaugeZone::Warn:
        return FigureLevel::Warn;
    case GaugeZone::Bad:
        return FigureLevel::Bad;
    }
    return use.isOver() ? FigureLevel::Bad : FigureLevel::None;
}

QString levelText(const BudgetUse& use)
{
    if (use.hasNoImages)
        return BudgetTexts::tr("no such images");
    if (use.hasNothingToWeigh())
        return BudgetTexts::tr("%n without a manifest", "versions", static_cast<int>(use.withoutManifest));
    if (use.isUnknown())
        return BudgetTexts::tr("no data yet");
    switch (levelOf(use)) {
    case FigureLevel::None:
        if (use.mayBeMore)
            return BudgetTexts::tr("not known");
        [[fallthrough]];
    case FigureLevel::Ok:
        return BudgetTexts::tr("within");
    case FigureLevel::Warn:
        return BudgetTexts::tr("nearly full");
    case FigureLevel::Bad:
        return BudgetTexts::tr("over");
    }
    return {};
}

FigureRow budgetRow(const BudgetUse& use, double longest)
{
    const QString subject = budgetSubject(use.budget);
    const bool isUnknown = use.isUnknown();
    const Bytes percent = usedPercent(use.storedBytes, use.budget.bytes);
    const QString share = BudgetTexts::tr("%1 %", "share of the budget").arg(percent);
    const QString used = leastCell({share, {}, {}}, use.isLeast).text;
    const size_t lacking = use.hasNothingToWeigh() ? use.withoutManifest : 0;
    const QString why = lacking > 0 ? nothingWeighedText(lacking) : QString();
    const auto known = [&](const FigureCell& cell) {
        return isUnknown ? nothingWeighedCell(lacking) : leastCell(cell, use.isLeast);
    };
    const QString words =
        isUnknown ? levelText(use) : BudgetTexts::tr("%1 of the budget, %2").arg(used, levelText(use));
    FigureRow row;
    row.cells = {
        {subject, {}, subject},      {why.isEmpty() ? words : why, {}, {}},        known(bytesCell(use.storedBytes)),
        bytesCell(use.budget.bytes), known({share, QString::number(percent), {}}), {levelText(use), {}, why}};
    row.filter = budgetFilter(use.budget);
    row.level = levelOf(use);
    const double share01 = usedFraction(use.storedBytes, use.budget.bytes).value_or(0);
    row.bar = {share01 / longest, 0, 0, 1 / longest};
    return row;
}

} // namespace

FigureTable budgetTable(std::span<const BudgetUse> uses)
{
    FigureTable table{{{BudgetTexts::tr("Budget of"), FigureKind::Text, {}},
                       {QString(), FigureKind::Bar, BudgetTexts::tr("What is used; the line is the budget")},
                       {BudgetTexts::tr("Stored"), FigureKind::Number,
                        BudgetTexts::tr("Each layer once, what is shared with others included")},
                       {BudgetTexts::tr("Budget"), FigureKind::Number, {}},
                       {BudgetTexts::tr("Used"), FigureKind::Number, {}},
                       {BudgetTexts::tr("State"), FigureKind::Level, {}}},
                      {}};
    double longest = 1.05;
    for (const auto& use : uses)
        longest = std::max(longest, usedFraction(use.storedBytes, use.budget.bytes).value_or(0));
    for (const auto& use : uses)
        table.rows.push_back(budgetRow(use, longest));
    return table;
}

} // namespace slipway
