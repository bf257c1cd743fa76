#include "views/inventory/historytab.h"

#include "core/errortext.h"
#include "models/timetext.h"
#include "views/inventory/detailssubject.h"
#include "views/inventory/historyfeed.h"
#include "views/inventory/historytable.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/statepage.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Beside an open log in the smallest window: the header and a row.
constexpr int kLeastTable = 60;

/// The tags of the version a row is about, as a history has them.
QList<Tag> tagsOf(const DetailsSubject& subject)
{
    QList<Tag> tags;
    const Snapshot& snapshot = *subject.inventory()->snapshot;
    for (const TagText tag : snapshot.tagsOf(snapshot.versions[subject.version()]))
        tags.append(tag);
    return tags;
}

bool isVersion(const DetailsSubject& subject)
{
    return subject.item().level == InventoryLevel::Version;
}

} // namespace

HistoryTab::HistoryTab(QWidget* parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_content(new QWidget(this))
    , m_table(new HistoryTable(m_content))
    , m_none(new StatePage(m_content))
    , m_state(new StatePage(this))
    , m_stack(new QStackedLayout(this))
{
    setAccessibleName(tr("History"));
    m_table->setHistory(*m_model);
    followText(*this, [this] { m_table->setMinimumHeight(withText(kLeastTable)); });
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_events = new QStackedLayout;
    m_events->addWidget(m_table);
    m_events->addWidget(m_none);
    layout->addLayout(m_events, 1);
    layout->addWidget(makeFoot());
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_state);
    connect(m_state, &StatePage::actionTriggered, this, &HistoryTab::retryRequested);
}

QWidget* HistoryTab::makeHead()
{
    auto* head = new QWidget(m_content);
    m_whole = new QPushButton(tr("Whole package"), head);
    m_whole->setCheckable(true);
    m_whole->setToolTip(tr("Everything that was seen of this package, not only of this version and its tags"));
    setButtonKind(*m_whole, ButtonKind::Quiet);
    connect(m_whole, &QPushButton::toggled, this, &HistoryTab::scopeChanged);
    auto* copy = new QPushButton(icon("edit-copy"_L1), tr("Copy"), head);
    copy->setToolTip(tr("Copy the selected events, or all, as text"));
    connect(copy, &QPushButton::clicked, m_table, &HistoryTable::copyText);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->addStretch();
    row->addWidget(m_whole);
    row->addWidget(copy);
    return head;
}

QWidget* HistoryTab::makeFoot()
{
    auto* foot = new Strip(Strip::Side::Foot, m_content);
    m_note = new ElidedLabel(foot);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    setTextRole(*m_note, TextRole::Caption);
    m_more = new QPushButton(foot);
    setButtonKind(*m_more, ButtonKind::Quiet);
    connect(m_more, &QPushButton::clicked, this, [this] {
        if (m_hasFailed)
            Q_EMIT retryRequested();
        else
            Q_EMIT olderWanted();
    });
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 5, 12, 4);
    row->addWidget(m_note, 1);
    row->addWidget(m_more);
    return foot;
}

void HistoryTab::showSubject(const DetailsSubject& subject, const HistoryFeed& feed, const QDateTime& now)
{
    m_model->setNow(now);
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool isHere = focus && isAncestorOf(focus);
    showKnown(subject, feed);
    if (isHere && !focus->isVisible())
        takeFocus();
}

/// What had the keyboard is out of sight: it goes to what there is to read, else to what there is to press.
void HistoryTab::takeFocus()
{
    const std::array<QWidget*, 3> parts{m_table, m_whole, m_state};
    const auto seen = std::ranges::find_if(parts, &QWidget::isVisible);
    if (seen != parts.end())
        (*seen)->setFocus(Qt::OtherFocusReason);
}

void HistoryTab::showKnown(const DetailsSubject& subject, const HistoryFeed& feed)
{
    if (subject.version() == kNoRow) {
        showNothing(tr("No history here"), tr("Select an image or a version to see what was seen of it."));
    } else if (feed.history()) {
        showEvents(subject, feed);
    } else if (feed.error()) {
        const ErrorText text = errorText(*feed.error());
        m_state->showError(text.what, text.advice, tr("Try again"));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_state->showLoading(tr("Reading the history"), {}, 0, 0);
        m_stack->setCurrentWidget(m_state);
    }
}

void HistoryTab::showEvents(const DetailsSubject& subject, const HistoryFeed& feed)
{
    if (!feed.history()->since.isValid()) {
        showNothing(tr("Nothing was seen yet"), tr("Of this package no reading was kept that is whole."));
        return;
    }
    std::vector<HistoryEvent> events = feed.history()->events;
    const bool isPart = isVersion(subject) && !m_whole->isChecked();
    if (isPart)
        std::erase_if(events, [version = subject.digest(), tags = tagsOf(subject)](const HistoryEvent& event) {
            return !concerns(event, version, tags);
        });
    m_whole->setVisible(isVersion(subject));
    m_model->setEvents(std::move(events));
    if (m_model->events().empty())
        m_none->showEmpty(icon("view-history"_L1, IconColor::Muted), tr("Nothing happened"),
                          !isPart ? tr("No tag of this package moved, and no version came or went.")
                          : feed.history()->older
                              ? tr("Nothing was seen of this version and its tags in what is shown; there is older.")
                              : tr("Nothing was seen of this version and its tags."));
    m_events->setCurrentWidget(m_model->events().empty() ? static_cast<QWidget*>(m_none) : m_table);
    showMore(feed);
    m_stack->setCurrentWidget(m_content);
}

/// The button stays as it is while a part is read, or it would lose the keyboard; pressed again then, it asks for
/// nothing.
void HistoryTab::showMore(const HistoryFeed& feed)
{
    m_note->setFullText(noteText(feed));
    m_hasFailed = feed.error().has_value();
    m_more->setText(m_hasFailed ? tr("Try again") : tr("Show older"));
    m_more->setVisible(m_hasFailed || feed.history()->older);
}

QString HistoryTab::noteText(const HistoryFeed& feed) const
{
    if (feed.error())
        return errorLine(*feed.error());
    if (feed.isWaiting())
        return tr("Reading the history");
    return tr("Seen since %1, at each reading").arg(dayText(feed.history()->since));
}

void HistoryTab::showNothing(const QString& title, const QString& sentence)
{
    m_model->setEvents({});
    m_state->showEmpty(icon("view-history"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_state);
}

QString HistoryTab::note() const
{
    return m_stack->currentWidget() == m_content ? m_note->fullText() : QString();
}

QStringList HistoryTab::stateTexts() const
{
    if (m_stack->currentWidget() != m_content)
        return {m_state->title(), m_state->sentence()};
    if (m_events->currentWidget() == m_none)
        return {m_none->title(), m_none->sentence()};
    return {};
}

} // namespace slipway
