#include "views/widgets/sectioncard.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/hairline.h"

#include <QHBoxLayout>
#include <QPainter>

namespace slipway
{

namespace
{
constexpr int kPadding = 12;
constexpr int kHead = 32;
} // namespace

SectionCard::SectionCard(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_subText(new ElidedLabel(this))
    , m_actions(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setTextRole(*m_title, TextRole::CardHeader);
    m_title->setTextFormat(Qt::PlainText);
    setTextRole(*m_subText, TextRole::Caption);
    m_subText->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kPadding, 0, kPadding, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_subText, 1);
    head->addLayout(m_actions);
    head->addItem(new TextStrut(kHead));
    m_actions->setSpacing(8);
    m_body->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    m_body->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Hairline(this));
    layout->addLayout(m_body, 1);
    setTitle(title);
}

void SectionCard::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionCard::setSubText(const QString& text)
{
    m_subText->setFullText(text);
    setAccessibleDescription(text);
}

void SectionCard::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, t.surface, t.line);
}

} // namespace slipway
