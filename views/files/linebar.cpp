#include "views/files/linebar.h"

#include "views/theme/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace slipway
{

namespace
{
constexpr int kField = 96;
} // namespace

LineBar::LineBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_total(new QLabel(this))
{
    m_field->setAccessibleName(tr("Go to line"));
    followText(*this, [this] { m_field->setFixedWidth(withText(kField)); });
    m_field->setMaxLength(9);
    setTextRole(*m_total, TextRole::Caption);
    m_total->setForegroundRole(QPalette::PlaceholderText);
    auto* label = new QLabel(tr("Go to line"), this);
    label->setBuddy(m_field);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_field);
    row->addWidget(m_total, 1);
    connect(m_field, &QLineEdit::returnPressed, this, &LineBar::choose);
    hide();
}

void LineBar::open(qsizetype current, qsizetype total)
{
    m_lines = total;
    m_total->setText(tr("of %1", "lines of a file").arg(QLocale().toString(static_cast<qlonglong>(total))));
    m_field->setText(QString::number(current));
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

/// Beyond the last line is the last; what is no number is none.
void LineBar::choose()
{
    bool isNumber = false;
    const qlonglong line = m_field->text().trimmed().toLongLong(&isNumber);
    if (!isNumber || line < 1 || m_lines == 0) {
        m_total->setText(tr("There are lines 1 to %1").arg(QLocale().toString(static_cast<qlonglong>(m_lines))));
        m_field->setAccessibleDescription(m_total->text());
        m_field->selectAll();
        return;
    }
    Q_EMIT lineChosen(std::min<qsizetype>(line, m_lines));
}

bool LineBar::event(QEvent* event)
{
    // Escape is this bar's before it is a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LineBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace slipway
