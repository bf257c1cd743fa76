#include "views/files/findbar.h"

#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kField = 240;
} // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new SearchField(tr("Find in the file"), icon("search"_L1, IconColor::Muted), this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    m_field->setPlaceholderText(tr("Find in the file"));
    followText(*this, [this] { m_field->setFixedWidth(withText(kField)); });
    setTextRole(*m_count, TextRole::Caption);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* close = new QToolButton(this);
    const auto prepare = [](QToolButton& button, QLatin1StringView name, const QString& what, const QString& id) {
        button.setIcon(icon(name));
        button.setAccessibleName(what);
        setKeyHint(button, id, what);
    };
    prepare(*m_previous, "go-up"_L1, tr("Previous place"), u"files.previousMatch"_s);
    prepare(*m_next, "go-down"_L1, tr("Next place"), u"files.nextMatch"_s);
    prepare(*close, "window-close"_L1, tr("Close the search"), {});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_field);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_field, &SearchField::left, this, &FindBar::closed);
    connect(m_previous, &QAbstractButton::clicked, this, &FindBar::previousWanted);
    connect(m_next, &QAbstractButton::clicked, this, &FindBar::nextWanted);
    connect(close, &QAbstractButton::clicked, this, &FindBar::closed);
    m_field->installEventFilter(this);
    showCount(0, 0, false);
    hide();
}

void FindBar::open(const QString& text)
{
    show();
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString FindBar::text() const
{
    return isHidden() ? QString() : m_field->text();
}

void FindBar::showCount(qsizetype current, std::size_t total, bool isCut)
{
    const QLocale locale;
    const QString all = locale.toString(static_cast<qlonglong>(total)) + (isCut ? u"+"_s : QString());
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (total == 0 && isCut)
        m_count->setText(tr("Searching…"));
    else if (total == 0)
        m_count->setText(tr("Nothing found"));
    else
        m_count->setText(tr("%1 of %2", "places").arg(locale.toString(static_cast<qlonglong>(current)), all));
    m_field->setAccessibleDescription(m_count->text());
    m_previous->setEnabled(total > 0);
    m_next->setEnabled(total > 0);
}

QString FindBar::countText() const
{
    return m_count->text();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                Q_EMIT previousWanted();
            else
                Q_EMIT nextWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace slipway
