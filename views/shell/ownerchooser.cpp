#include "views/shell/ownerchooser.h"

#include "views/theme/buttonkind.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/emptymenu.h"
#include "views/widgets/keyhint.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kHeight = 32;
constexpr int kAvatar = 18;
constexpr int kPadding = 8;
constexpr int kArrow = 24;
constexpr int kWidest = 240;
} // namespace

OwnerChooser::OwnerChooser(QWidget* parent)
    : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setButtonKind(*this, ButtonKind::Normal);
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    followText(*this, [this] { fitTitles(); });
}

void OwnerChooser::fitTitles()
{
    for (auto* title : std::as_const(m_titles))
        title->setFont(fontFor(TextRole::Caption));
}

void OwnerChooser::setOwners(const QList<OwnerGroup>& groups, const OwnerChoice& current)
{
    m_current = current;
    setAccessibleName(tr("Organisation %1").arg(current.owner));
    setKeyHint(*this, u"switch-organisation"_s, tr("Switch organisation"));
    auto* list = menu();
    m_titles.clear();
    emptyMenu(*list);
    for (const auto& group : groups) {
        if (!group.title.isEmpty()) {
            auto* title = list->addAction(group.title);
            title->setEnabled(false);
            m_titles.append(title);
        }
        for (const auto& choice : group.choices)
            addChoice(*list, choice);
        if (!group.choices.isEmpty())
            list->addSeparator();
    }
    fitTitles();
    connect(list->addAction(tr("Add account…")), &QAction::triggered, this, &OwnerChooser::addAccountRequested);
    connect(list->addAction(tr("Manage accounts…")), &QAction::triggered, this, &OwnerChooser::manageAccountsRequested);
    updateGeometry();
    update();
}

void OwnerChooser::addChoice(QMenu& list, const OwnerChoice& choice)
{
    auto* action = list.addAction(choice.owner);
    action->setCheckable(true);
    action->setChecked(choice == m_current);
    connect(action, &QAction::triggered, this, [this, choice, action] {
        action->setChecked(choice == m_current);
        if (choice != m_current)
            Q_EMIT ownerChosen(choice);
    });
}

QSize OwnerChooser::sizeHint() const
{
    const int text = QFontMetrics(fontFor(TextRole::CardHeader)).horizontalAdvance(m_current.owner);
    return {std::min(kWidest, kPadding + withText(kAvatar) + kPadding + text + kArrow), withText(kHeight)};
}

void OwnerChooser::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, isDown() ? t.track : underMouse() ? t.hover : t.surface, t.line);
    const QRect avatar(kPadding, (height() - withText(kAvatar)) / 2, withText(kAvatar), withText(kAvatar));
    paintBox(painter, avatar, kSmallRadius, t.accent, {});
    painter.setFont(fontFor(TextRole::CaptionMedium));
    painter.setPen(t.onAccent);
    painter.drawText(avatar, Qt::AlignCenter, m_current.owner.left(1).toUpper());
    painter.setFont(fontFor(TextRole::CardHeader));
    painter.setPen(t.text);
    const QRect text(avatar.right() + kPadding, 0, width() - avatar.right() - kPadding - kArrow + 1, height());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_current.owner, Qt::ElideRight, text.width()));
    paintChevron(painter, QRectF(width() - kArrow, 0, kArrow - 4, height()), Chevron::Down, t.muted);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), kRadius, t.accent);
}

} // namespace slipway
