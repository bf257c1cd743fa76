#include "views/cleanup/policyeditor.h"
#include "views/cleanup/policyformview.h"
#include "views/cleanup/yamledit.h"
#include "views/theme/buttonkind.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/sectioncard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace slipway
{

namespace
{

constexpr int kFormWidth = 340;

QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    // The card's ground shows through.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace

QWidget* PolicyEditor::makeForm()
{
    m_formCard->body().setContentsMargins(0, 0, 0, 2);
    m_formCard->body().addWidget(scrolling(m_form, m_formCard), 1);
    followText(*m_formCard, [this] { m_formCard->setFixedWidth(withText(kFormWidth)); });
    return m_formCard;
}

QWidget* PolicyEditor::makeYaml()
{
    m_yaml->setAccessibleName(tr("The policy as YAML"));
    m_yamlCard->body().setContentsMargins(0, 0, 0, 0);
    m_yamlCard->body().setSpacing(0);
    m_yamlCard->body().addWidget(m_yaml, 1);
    auto* foot = new Strip(Strip::Side::Foot, m_yamlCard);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 4, 12, 4);
    setTextRole(*m_fault, TextRole::Caption);
    row->addWidget(m_fault, 1);
    setButtonKind(*m_goToFault, ButtonKind::Link);
    row->addWidget(m_goToFault);
    row->addStrut(withText(28));
    m_yamlCard->body().addWidget(foot);
    return m_yamlCard;
}

QWidget* PolicyEditor::makeEffects()
{
    auto* card = new SectionCard(tr("What it would do"), this);
    card->setSubText(tr("tried out as you type; nothing is removed"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    for (auto* label : {m_effects, m_remarks}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    m_effects->setAccessibleName(tr("What it would delete"));
    m_remarks->setAccessibleName(tr("What it keeps"));
    setTextRole(*m_remarks, TextRole::Caption);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    column->addStretch(1);
    card->body().setContentsMargins(0, 0, 0, 2);
    card->body().addWidget(scrolling(content, card), 1);
    return card;
}

QWidget* PolicyEditor::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    setTextRole(*m_note, TextRole::Caption);
    row->addWidget(m_note, 1);
    setButtonKind(*m_overwrite, ButtonKind::Danger);
    setButtonKind(*m_save, ButtonKind::Primary);
    for (auto* button : {m_load, m_overwrite, m_name, m_propose, m_revert, m_save})
        row->addWidget(button);
    return foot;
}

} // namespace slipway
