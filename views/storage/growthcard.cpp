#include "views/storage/growthcard.h"

#include "core/errortext.h"
#include "models/growthtable.h"
#include "storage/storagehistory.h"
#include "views/storage/figureview.h"
#include "views/storage/growthexport.h"
#include "views/storage/storagestats.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/messagebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>

#include <algorithm>
#include <ranges>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kLegendWidth = 300;
/// What the legend has room for: as many series as the chart tells apart, those that share the rest, and the whole.
constexpr int kLeastLegendRows = 7;
constexpr int kMostLegendRows = 11;

/// When the last was read of what the chart shows: it leaves out what was not read whole.
QDateTime readAt(std::span<const StorageSample> samples)
{
    const auto last = std::ranges::find_if(samples | std::views::reverse, &StorageSample::isComplete);
    return last == std::ranges::rend(samples) ? QDateTime() : last->until;
}

} // namespace

GrowthCard::GrowthCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Stored by hub"), this))
    , m_chart(new StackChart(this))
    , m_legend(new FigureView(tr("Stored by hub"), this))
    , m_days(new FigureView(tr("Stored by hub, day by day"), this))
    , m_note(new QLabel(this))
    , m_lack(new QLabel(this))
    , m_failure(new MessageBar(this))
    , m_export(new GrowthExport(*this))
    , m_aged(new AgedText(*m_legend))
    , m_agedDays(new AgedText(*m_days))
    , m_stack(new QStackedLayout)
    , m_asTable(new QPushButton(tr("Table"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    makeHead();
    m_failure->setAction(tr("Close"));
    m_failure->hide();
    m_stack->addWidget(makePicture());
    m_stack->addWidget(makeTable());
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addWidget(m_failure);
    m_card->body().addLayout(m_stack);
    connect(m_legend, &FigureView::opened, this, &GrowthCard::filterRequested);
    connect(m_legend, &FigureView::shownWanted, this, &GrowthCard::setShown);
    connect(m_legend, &QAbstractItemView::entered, this, &GrowthCard::dimOthers);
    connect(m_legend, &QAbstractItemView::viewportEntered, this, [this] { m_chart->highlight(std::nullopt); });
    connect(m_legend->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GrowthCard::dimOthers);
    connect(m_legend->verticalScrollBar(), &QAbstractSlider::valueChanged, this, &GrowthCard::dimOthers);
    m_legend->installEventFilter(this);
    connect(m_failure, &MessageBar::actionTriggered, m_failure, &QWidget::hide);
    connect(m_export, &GrowthExport::failed, this, &GrowthCard::showFailure);
    showAll();
}

/// No QButtonGroup: Tab would go to one of them only.
void GrowthCard::makeHead()
{
    const std::array names{tr("7 d"), tr("30 d"), tr("90 d"), tr("1 y"), tr("All")};
    const std::array tips{tr("The last 7 days"), tr("The last 30 days"), tr("The last 90 days"), tr("The last year"),
                          tr("All that was read")};
    for (size_t i = 0; i < kGrowthRanges.size(); ++i) {
        auto* button = new QPushButton(names.at(i), this);
        button->setCheckable(true);
        button->setToolTip(tips.at(i));
        button->setAccessibleName(tips.at(i));
        connect(button, &QAbstractButton::clicked, this, [this, range = kGrowthRanges.at(i)] {
            setRange(range);
            Q_EMIT arrangementChanged();
        });
        m_ranges.at(i) = button;
        m_card->actions().addWidget(button);
    }
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("The chart's values as a table"));
    m_asTable->setAccessibleName(m_asTable->toolTip());
    connect(m_asTable, &QAbstractButton::clicked, this, [this](bool isTable) {
        setTable(isTable);
        Q_EMIT arrangementChanged();
    });
    auto* save = new QPushButton(icon("document-export"_L1), tr("Export"), this);
    save->setMenu(m_export->makeMenu(save));
    m_card->actions().addWidget(m_asTable);
    m_card->actions().addWidget(save);
}

/// Where there is nothing, the sentence that the plot has.
QWidget* GrowthCard::makeTable()
{
    auto* table = new QWidget(this);
    setTextRole(*m_lack, TextRole::Caption);
    m_lack->setForegroundRole(QPalette::PlaceholderText);
    m_lack->setTextFormat(Qt::PlainText);
    m_lack->setWordWrap(true);
    m_lack->setContentsMargins(12, 8, 12, 8);
    auto* layout = new QVBoxLayout(table);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_lack);
    layout->addWidget(m_days, 1);
    return table;
}

QWidget* GrowthCard::makePicture()
{
    auto* picture = new QWidget(this);
    setTextRole(*m_note, TextRole::Caption);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_chart, &QWidget::customContextMenuRequested, this, [this](const QPoint& pos) {
        auto* menu = m_export->makeMenu(m_chart);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_chart->mapToGlobal(pos));
    });
    auto* left = new QVBoxLayout;
    left->setContentsMargins(12, 8, 4, 8);
    left->addWidget(m_chart, 1);
    left->addWidget(m_note);
    auto* row = new QHBoxLayout(picture);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(left, 5);
    row->addWidget(m_legend, 3);
    followText(*this, [this] { m_legend->setMinimumWidth(withText(kLegendWidth)); });
    m_legend->setDense();
    return picture;
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
    m_hidden.clear();
    m_waiting = sentence;
    showAll();
}

void GrowthCard::setOwner(const QString& owner)
{
    m_owner = owner;
    showAll();
}

void GrowthCard::setAge(DataAge age)
{
    m_aged->setAge(age);
    m_agedDays->setAge(age);
}

void GrowthCard::setRange(GrowthRange range)
{
    m_range = range;
    showAll();
}

bool GrowthCard::isTable() const
{
    return m_asTable->isChecked();
}

void GrowthCard::setTable(bool isTable)
{
    m_asTable->setChecked(isTable);
    m_stack->setCurrentIndex(isTable ? 1 : 0);
    showAll();
}

bool GrowthCard::isHidden(const StackSeries& series) const
{
    return std::ranges::any_of(
        m_hidden, [&](const StackSeries& hidden) { return hidden.kind == series.kind && hidden.hub == series.hub; });
}

std::vector<bool> GrowthCard::hiddenSeries() const
{
    std::vector<bool> hidden;
    hidden.reserve(m_whole.stack.series.size());
    for (const auto& series : m_whole.stack.series)
        hidden.push_back(isHidden(series));
    // Another range may have none but what is hidden.
    if (std::ranges::find(hidden, false) == hidden.end())
        hidden.assign(hidden.size(), false);
    return hidden;
}

void GrowthCard::setShown(int row, bool isShown)
{
    const auto& all = m_whole.stack.series;
    const StackSeries series = all[all.size() - 1 - static_cast<size_t>(row)];
    // Where a range has none but what is hidden all of it is in sight: the choice begins anew.
    if (std::ranges::all_of(all, [this](const StackSeries& each) { return isHidden(each); }))
        std::erase_if(m_hidden, [&](const StackSeries& hidden) {
            return std::ranges::any_of(
                all, [&](const StackSeries& each) { return hidden.kind == each.kind && hidden.hub == each.hub; });
        });
    if (isShown) {
        std::erase_if(m_hidden, [&](const StackSeries& hidden) {
            return hidden.kind == series.kind && hidden.hub == series.hub;
        });
    } else if (std::ranges::count(hiddenSeries(), false) > 1) {
        m_hidden.push_back(series);
    } else {
        m_note->setText(tr("The last one stays in the chart"));
        return;
    }
    showAll();
    dimOthers();
}

QString GrowthCard::noteOf(const GrowthChart& shown) const
{
    if (!m_waiting.isEmpty())
        return {}; // said in place of the chart
    const auto hidden = static_cast<int>(m_whole.stack.series.size() - shown.stack.series.size());
    if (hidden > 0)
        return tr("%n hidden; budget and forecast are of the whole", nullptr, hidden);
    if (!shown.forecast.empty())
        return growthNote(shown);
    return forecastStat(storagePoints(m_samples), m_terms, QDateTime()).error_or(QString());
}

void GrowthCard::showAll()
{
    for (size_t i = 0; i < kGrowthRanges.size(); ++i)
        m_ranges.at(i)->setChecked(kGrowthRanges.at(i) == m_range);
    m_whole = growthChart(m_samples, m_terms, m_today, m_range);
    if (!m_waiting.isEmpty())
        m_whole.lack = m_waiting;
    const auto hidden = hiddenSeries();
    const auto shown = withoutHidden(m_whole, hidden);
    m_note->setText(noteOf(shown));
    m_legend->showTable(growthTable(m_whole.stack, hidden));
    m_legend->setRowsInSight(std::clamp(m_legend->model()->rowCount(), kLeastLegendRows, kMostLegendRows));
    m_days->showTable(isTable() ? growthDayTable(shown) : FigureTable());
    m_lack->setText(shown.lack);
    m_lack->setVisible(!shown.lack.isEmpty());
    m_days->setAccessibleDescription(shown.lack);
    m_chart->showChart(shown);
    m_export->setChart(shown, {m_owner, readAt(m_samples)});
    m_card->setSubText(tr("in %1; what several hubs have counts once").arg(m_chart->unitName()));
}

void GrowthCard::showFailure(const Error& error)
{
    m_failure->showMessage(Tone::Bad, errorLine(error));
}

bool GrowthCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &GrowthCard::dimOthers, Qt::QueuedConnection); // once that is so
    return QWidget::eventFilter(watched, event);
}

void GrowthCard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_chart->highlight(std::nullopt);
}

/// The row of the legend that the pointer is on, else the one that has the keyboard. A row that was scrolled away below
/// a pointer which rests tells nobody that it was left: what counts is where things are.
QModelIndex GrowthCard::attended() const
{
    const QPoint pointer = m_legend->viewport()->mapFromGlobal(QCursor::pos());
    if (m_legend->underMouse() && m_legend->viewport()->visibleRegion().contains(pointer))
        return m_legend->indexAt(pointer);
    return m_legend->hasFocus() ? m_legend->currentIndex() : QModelIndex();
}

/// While the pointer is on a hub, or the keyboard, the others stand back.
void GrowthCard::dimOthers()
{
    const QModelIndex index = attended();
    const auto hidden = hiddenSeries();
    const auto count = static_cast<int>(hidden.size());
    const size_t series =
        index.isValid() && index.row() < count ? static_cast<size_t>(count - 1 - index.row()) : hidden.size();
    if (series == hidden.size() || hidden[series]) {
        m_chart->highlight(std::nullopt);
        return;
    }
    // The chart has only those that are shown.
    const auto end = hidden.begin() + static_cast<std::ptrdiff_t>(series);
    m_chart->highlight(static_cast<size_t>(std::count(hidden.begin(), end, false)));
}

QString GrowthCard::note() const
{
    return m_waiting.isEmpty() ? m_note->text() : m_waiting;
}

QString GrowthCard::failure() const
{
    return m_failure->isHidden() ? QString() : m_failure->sentence();
}

} // namespace slipway
