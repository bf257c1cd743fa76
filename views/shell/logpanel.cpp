#include "views/shell/logpanel.h"

#include "core/errortext.h"
#include "views/shell/loghead.h"
#include "views/shell/logtable.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"
#include "views/widgets/filesaving.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/statepage.h"

#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kLowest = 120;
constexpr int kLowestWithText = 92; ///< the head, and two lines below it
} // namespace

LogPanel::LogPanel(LogRing& ring, QWidget* parent)
    : QWidget(parent)
    , m_model(ring)
    , m_head(new LogHead(this))
    , m_message(new MessageBar(this))
    , m_table(new LogTable(this))
    , m_empty(new StatePage(this))
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Log"));
    followText(*this, [this] { setMinimumHeight(std::max(kLowest, withText(kLowestWithText))); });
    m_filtered.setSourceModel(&m_model);
    m_table->setModel(&m_filtered);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_message->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_message);
    layout->addLayout(m_stack, 1);
    connectHead();
    connect(m_table, &LogTable::copyRequested, this, &LogPanel::copyLines);
    connect(m_table, &LogTable::followingChanged, this, &LogPanel::showRows);
    connect(m_empty, &StatePage::actionTriggered, m_head, &LogHead::clearFilter);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_filtered, signal, this, &LogPanel::showRows);
        connect(&m_model, signal, this, &LogPanel::showRows);
    }
    showRows();
}

void LogPanel::connectHead()
{
    connect(m_head, &LogHead::filterChanged, this, [this](const LogFilter& filter) {
        m_filtered.setFilter(filter);
        showRows();
        m_table->followNewest();
    });
    connect(m_head, &LogHead::jumpRequested, m_table, &LogTable::followNewest);
    connect(m_head, &LogHead::copyRequested, this, &LogPanel::copyLines);
    connect(m_head, &LogHead::saveRequested, this, &LogPanel::chooseFile);
    connect(m_head, &LogHead::clearRequested, &m_model, &LogModel::clear);
    connect(m_head, &LogHead::closeRequested, this, &LogPanel::closeRequested);
    connect(m_head, &LogHead::categoriesWanted, this, &LogPanel::tellCategories);
}

void LogPanel::showRows()
{
    const int shown = m_filtered.rowCount();
    m_head->showCount(shown, m_model.rowCount());
    m_head->showJump(shown > 0 && !m_table->isFollowing());
    const bool hadKeyboard = m_table->hasFocus();
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    if (hadKeyboard && shown == 0)
        takeKeyboard();
    if (shown > 0)
        return;
    if (m_filtered.filter().isEmpty())
        m_empty->showEmpty(icon("dialog-scripts"_L1, IconColor::Muted), tr("Nothing logged yet"),
                           tr("Requests, scans and warnings of this session appear here."));
    else
        m_empty->showEmpty(icon("dialog-scripts"_L1, IconColor::Muted), tr("No line matches this filter"), {},
                           tr("Clear filter"));
}

void LogPanel::takeKeyboard()
{
    if (m_filtered.rowCount() > 0)
        m_table->setFocus(Qt::ShortcutFocusReason);
    else
        m_head->setFocus(Qt::ShortcutFocusReason);
}

void LogPanel::copyLines()
{
    copyAndTell(*this, m_table->selectedLines(), Copied::Line);
}

void LogPanel::tellCategories()
{
    QStringList seen;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const QString& category = m_model.entryAt(row).category; !seen.contains(category))
            seen.append(category);
    m_head->setSeenCategories(seen);
}

void LogPanel::chooseFile()
{
    askWhereToSave(*this, {tr("Save log"), u"slipway.log"_s}, [this](const QString& path) {
        const auto saved = saveTo(path);
        m_message->setVisible(!saved);
        if (!saved)
            m_message->showMessage(Tone::Bad, errorLine(saved.error()));
    });
}

Result<void> LogPanel::saveTo(const QString& path) const
{
    return writeFile(path, m_table->allLines().toUtf8());
}

QStringList LogPanel::stateTexts() const
{
    if (m_stack->currentWidget() != m_empty)
        return {};
    return {m_empty->title(), m_empty->sentence()};
}

void LogPanel::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace slipway
