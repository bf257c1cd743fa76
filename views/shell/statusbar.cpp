#include "views/shell/statusbar.h"

#include "models/operationsmodel.h"
#include "views/shell/operationstrip.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/statenote.h"
#include "views/widgets/toast.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kShown = 2;
constexpr int kToggleHeight = 24;
} // namespace

StatusBar::StatusBar(OperationsModel& operations, QWidget* parent)
    : QWidget(parent)
    , m_operations(operations)
    , m_more(new QLabel(this))
    , m_state(new StateNote(this))
    , m_registry(new QLabel(this))
{
    setAccessibleName(tr("Status bar"));
    followText(*this, [this] { setFixedHeight(withText(28)); });
    keepClearOfToasts(*this);
    for (auto* label : {m_more, m_registry}) {
        setTextRole(*label, TextRole::Caption);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 4, 0);
    layout->setSpacing(16);
    layout->addWidget(m_state);
    for (int i = 0; i < kShown; ++i) {
        m_strips.append(new OperationStrip(this));
        layout->addWidget(m_strips.last());
    }
    layout->addWidget(m_more);
    layout->addStretch(1);
    layout->addWidget(m_registry);
    m_log = new QToolButton(this); // after the operations, also for Tab
    m_log->setText(tr("Log"));
    m_log->setIcon(icon("dialog-scripts"_L1, IconColor::Muted));
    m_log->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_log->setCheckable(true);
    followText(*this, [this] { m_log->setFixedHeight(withText(kToggleHeight)); });
    m_log->setFocusPolicy(Qt::TabFocus);
    setKeyHint(*m_log, u"log"_s, tr("Show or hide the log"));
    layout->addWidget(m_log);
    connect(m_log, &QToolButton::clicked, this, &StatusBar::logToggled);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_operations, signal, this, &StatusBar::showOperations);
    connect(&m_operations, &QAbstractItemModel::dataChanged, this, &StatusBar::showOperations);
    showOperations();
}

void StatusBar::setClock(const Clock& clock)
{
    m_state->setClock(clock);
}

void StatusBar::setState(const PageState& state)
{
    m_state->setState(state);
}

void StatusBar::setRegistryName(const QString& name, const QString& address)
{
    m_registry->setText(name);
    m_registry->setToolTip(address == name ? QString() : tr("Served at %1").arg(address));
}

void StatusBar::setLogOpen(bool isOpen)
{
    m_log->setChecked(isOpen);
}

QStringList StatusBar::texts() const
{
    QStringList texts;
    for (const auto* strip : m_strips)
        if (!strip->isHidden())
            texts.append(strip->text());
    if (!m_more->isHidden())
        texts.append(m_more->text());
    return texts;
}

void StatusBar::showOperations()
{
    for (int i = 0; i < kShown; ++i)
        m_strips[i]->showOperation(m_operations.operationAt(i));
    const int more = m_operations.rowCount() - kShown;
    m_more->setVisible(more > 0);
    m_more->setText(tr("+%n more", nullptr, std::max(more, 0)));
}

void StatusBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace slipway
