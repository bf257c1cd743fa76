#include "views/shell/loghead.h"

#include "models/logmodel.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kHeight = 40;
constexpr int kFieldWidth = 260;

QString levelChoice(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return LogHead::tr("All levels");
    case LogLevel::Info:
        return LogHead::tr("Information and above");
    case LogLevel::Warning:
        return LogHead::tr("Warnings and errors");
    case LogLevel::Error:
        return LogHead::tr("Errors only");
    }
    return {};
}

QString categoryChoice(const QString& category)
{
    return category.isEmpty() ? LogHead::tr("All categories") : logCategoryText(category);
}

} // namespace

LogHead::LogHead(QWidget* parent)
    : Strip(Side::Head, parent)
    , m_text(new QLineEdit(this))
    , m_level(makeMenuButton(tr("Level")))
    , m_category(makeMenuButton(tr("Category")))
    , m_count(new QLabel(this))
    , m_jump(new QPushButton(icon("go-bottom"_L1), tr("Jump to newest"), this))
{
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    setFocusProxy(m_text);
    auto* title = new QLabel(tr("Log"), this);
    setTextRole(*title, TextRole::CardHeader);
    m_text->setPlaceholderText(tr("Filter, -word to leave out"));
    m_text->setAccessibleName(tr("Filter the log"));
    m_text->setToolTip(tr("Words a line must have; -word or -\"two words\" for those it must not have"));
    m_text->setClearButtonEnabled(true);
    m_text->setFixedWidth(kFieldWidth);
    m_text->installEventFilter(this);
    setTextRole(*m_count, TextRole::Caption);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 1);
    row->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{title, m_text, m_level, m_category, m_count})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(m_jump);
    row->addWidget(addButton("edit-copy"_L1, tr("Copy selected lines (Ctrl+C)"), &LogHead::copyRequested));
    row->addWidget(addButton("document-export"_L1, tr("Save as file"), &LogHead::saveRequested));
    row->addWidget(addButton("edit-clear-history"_L1, tr("Clear view"), &LogHead::clearRequested));
    auto* close = addButton("window-close"_L1, tr("Close log"), &LogHead::closeRequested);
    setKeyHint(*close, u"log"_s, tr("Close log"));
    row->addWidget(close);
    connect(m_jump, &QPushButton::clicked, this, &LogHead::jumpRequested);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        LogFilter filter = m_filter;
        filter.text = text;
        setFilter(filter);
    });
    connect(m_level->menu(), &QMenu::aboutToShow, this, &LogHead::fillLevels);
    connect(m_category->menu(), &QMenu::aboutToShow, this, &LogHead::fillCategories);
    m_level->setText(levelChoice(m_filter.level));
    m_category->setText(categoryChoice(m_filter.category));
    showJump(false);
}

QToolButton* LogHead::addButton(QLatin1StringView iconName, const QString& text, void (LogHead::*signal)())
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName, IconColor::Muted));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, signal);
    return button;
}

QToolButton* LogHead::makeMenuButton(const QString& name)
{
    auto* button = new QToolButton(this);
    button->setAccessibleName(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    setButtonKind(*button, ButtonKind::Normal);
    button->setMenu(new QMenu(button));
    return button;
}

void LogHead::addChoice(QMenu& menu, const QString& text, bool isChosen, const std::function<void()>& choose)
{
    auto* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(action, &QAction::triggered, this, choose);
}

void LogHead::fillLevels()
{
    m_level->menu()->clear();
    for (const auto level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        addChoice(*m_level->menu(), levelChoice(level), level == m_filter.level, [this, level] {
            LogFilter filter = m_filter;
            filter.level = level;
            setFilter(filter);
        });
}

void LogHead::fillCategories()
{
    Q_EMIT categoriesWanted();
    QStringList categories = m_seen;
    if (!m_filter.category.isEmpty())
        categories.append(m_filter.category);
    categories.sort();
    categories.removeDuplicates();
    categories.prepend({});
    m_category->menu()->clear();
    for (const auto& category : std::as_const(categories))
        addChoice(*m_category->menu(), categoryChoice(category), category == m_filter.category, [this, category] {
            LogFilter filter = m_filter;
            filter.category = category;
            setFilter(filter);
        });
}

void LogHead::setFilter(const LogFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_level->setText(levelChoice(filter.level));
    m_category->setText(categoryChoice(filter.category));
    Q_EMIT filterChanged(m_filter);
}

void LogHead::clearFilter()
{
    setFilter({});
    m_text->clear();
}

void LogHead::showCount(int shown, int total)
{
    m_count->setText(shown == total ? tr("%n line(s)", nullptr, total)
                                    : tr("%1 of %n line(s)", nullptr, total).arg(shown));
}

QString LogHead::countText() const
{
    return m_count->text();
}

void LogHead::showJump(bool isAway)
{
    m_jump->setVisible(isAway);
}

/// Escape empties the field before it means anything else.
bool LogHead::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_text || !isKey || m_text->text().isEmpty())
        return Strip::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Escape)
        return Strip::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        m_text->clear();
    key->accept();
    return true;
}

} // namespace slipway
