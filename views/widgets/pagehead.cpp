#include "views/widgets/pagehead.h"

#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace slipway
{

namespace
{
constexpr int kHeight = 32;
} // namespace

PageHead::PageHead(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_line(new ElidedLabel(this))
    , m_row(new QHBoxLayout(this))
{
    auto* name = new QLabel(title, this);
    setTextRole(*name, TextRole::PageTitle);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(10);
    m_row->addWidget(name);
    m_row->addWidget(m_line, 1);
    m_row->addItem(new TextStrut(kHeight));
}

void PageHead::addPart(QWidget& part)
{
    m_row->insertWidget(m_row->count() - 1, &part);
}

QPushButton& PageHead::addButton(QAction& action, const QString& text)
{
    auto* button = new QPushButton(icon(QLatin1StringView(action.property("iconName").toByteArray())), text, this);
    button->setEnabled(action.isEnabled());
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    addPart(*button);
    return *button;
}

} // namespace slipway
