#include "views/storage/growthcard.h"

#include "models/growthtable.h"
#include "storage/storagehistory.h"
#include "views/storage/figureview.h"
#include "views/storage/storagestats.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace slipway
{

namespace
{
constexpr int kLegendWidth = 300;
} // namespace

int daysOf(GrowthRange range)
{
    switch (range) {
    case GrowthRange::Month:
        return 30;
    case GrowthRange::Quarter:
        return 90;
    case GrowthRange::Year:
        return 365;
    }
    return 0;
}

StackChartValues growthValues(const std::vector<StorageSample>& samples, const StorageTerms& terms, QDate today,
                              GrowthRange range)
{
    StackChartValues values;
    values.first = today.addDays(-daysOf(range));
    values.stack = storageStack(samples, values.first);
    values.budget = terms.budget;
    const auto table = growthTable(values.stack);
    // The table begins with the topmost series.
    for (size_t i = values.stack.series.size(); i-- > 0;)
        values.colors.push_back(table.rows[i].color.value_or(kNoFigureColor));
    const auto trend = storageTrend(storagePoints(samples));
    if (!trend || values.stack.days.empty())
        return values;
    const QDate end = today.addDays(std::max(daysOf(range) / 3, kCardForecastDays));
    for (int ahead = 1; trend->lastDay.addDays(ahead) <= end; ++ahead)
        values.forecast.push_back(forecastDay(*trend, ahead));
    values.crossesOn = forecastBudget(*trend, terms.budget, today).crossesOn;
    return values;
}

GrowthCard::GrowthCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Stored by hub"), this))
    , m_chart(new StackChart(this))
    , m_legend(new FigureView(tr("Stored by hub"), this))
    , m_note(new QLabel(this))
    , m_aged(new AgedText(*m_legend))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    addRanges(*m_card);
    setTextRole(*m_note, TextRole::Caption);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(12, 8, 4, 8);
    left->addWidget(m_chart, 1);
    left->addWidget(m_note);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addLayout(left, 5);
    row->addWidget(m_legend, 3);
    m_legend->setMinimumWidth(withText(kLegendWidth));
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addLayout(row);
    connect(m_legend, &FigureView::opened, this, &GrowthCard::filterRequested);
    connect(m_legend, &QAbstractItemView::entered, this, &GrowthCard::dimOthers);
    connect(m_legend, &QAbstractItemView::viewportEntered, this, [this] { m_chart->highlight(std::nullopt); });
    connect(m_legend->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GrowthCard::dimOthers);
    showAll();
}

/// No QButtonGroup: Tab would go to one of them only.
void GrowthCard::addRanges(SectionCard& card)
{
    const std::array names{tr("30 d"), tr("90 d"), tr("1 y")};
    const std::array tips{tr("The last 30 days"), tr("The last 90 days"), tr("The last year")};
    for (size_t i = 0; i < kGrowthRanges.size(); ++i) {
        auto* button = new QPushButton(names.at(i), this);
        button->setCheckable(true);
        button->setToolTip(tips.at(i));
        button->setAccessibleName(tips.at(i));
        connect(button, &QAbstractButton::clicked, this, [this, range = kGrowthRanges.at(i)] {
            setRange(range);
            Q_EMIT rangeChanged();
        });
        m_ranges.at(i) = button;
        card.actions().addWidget(button);
    }
}

void GrowthCard::showHistory(const std::vector<StorageSample>& samples, const StorageTerms& terms, QDate today)
{
    m_waiting.clear();
    m_samples = samples;
    m_terms = terms;
    m_today = today;
    showAll();
}

void GrowthCard::showNothing(const QString& sentence)
{
    m_samples.clear();
    m_waiting = sentence;
    showAll();
}

void GrowthCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

void GrowthCard::setRange(GrowthRange range)
{
    m_range = range;
    showAll();
}

void GrowthCard::showAll()
{
    for (size_t i = 0; i < kGrowthRanges.size(); ++i)
        m_ranges.at(i)->setChecked(kGrowthRanges.at(i) == m_range);
    const auto values = growthValues(m_samples, m_terms, m_today, m_range);
    const bool hasForecast = !values.forecast.empty();
    m_note->setText(!m_waiting.isEmpty() ? m_waiting
                    : hasForecast        ? tr("Dashed: the forecast; the band holds 8 of 10 cases")
                                  : forecastStat(storagePoints(m_samples), m_terms, QDateTime()).error_or(QString()));
    m_legend->showTable(growthTable(values.stack));
    m_chart->showValues(values);
    m_card->setSubText(tr("in %1; what several hubs have counts once").arg(m_chart->unitName()));
}

/// While the pointer is on a hub, or the keyboard, the others stand back.
void GrowthCard::dimOthers()
{
    QModelIndex index = m_legend->indexAt(m_legend->viewport()->mapFromGlobal(QCursor::pos()));
    if (!m_legend->underMouse())
        index = m_legend->hasFocus() ? m_legend->currentIndex() : QModelIndex();
    const auto count = static_cast<int>(m_chart->values().stack.series.size());
    m_chart->highlight(index.isValid() && index.row() < count
                           ? std::optional(static_cast<size_t>(count - 1 - index.row()))
                           : std::nullopt);
}

QString GrowthCard::note() const
{
    return m_note->text();
}

} // namespace slipway
