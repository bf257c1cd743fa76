#include "views/widgets/chiplist.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/chip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kGap = 4;
/// Keeps a single line of chips in the middle of a field's row.
constexpr int kMargin = 2;
} // namespace

ChipList::ChipList(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipList::setTexts(const QStringList& texts)
{
    m_texts = texts;
    setAccessibleName(texts.join(u", "_s));
    updateGeometry();
    update();
}

QSize ChipList::sizeHint() const
{
    int width = 0;
    for (const auto& text : m_texts)
        width += chipWidth(text) + kGap;
    return {width, withText(kChipHeight) + 2 * kMargin};
}

int ChipList::heightForWidth(int width) const
{
    const auto rects = layoutChips(width);
    return rects.isEmpty() ? withText(kChipHeight) : rects.last().bottom() + 1 + kMargin;
}

QList<QRect> ChipList::layoutChips(int width) const
{
    QList<QRect> rects;
    int x = 0;
    int y = kMargin;
    for (const auto& text : m_texts) {
        const int chip = std::min(chipWidth(text), std::max(width, 1));
        if (x > 0 && x + chip > width) {
            x = 0;
            y += withText(kChipHeight) + kGap;
        }
        rects.append({x, y, chip, withText(kChipHeight)});
        x += chip + kGap;
    }
    return rects;
}

void ChipList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto rects = layoutChips(width());
    for (qsizetype i = 0; i < rects.size(); ++i)
        paintChip(painter, rects[i], m_texts[i], tokensOf(palette()));
}

bool ChipList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto rects = layoutChips(width());
        for (qsizetype i = 0; i < rects.size(); ++i)
            if (rects[i].contains(help->pos()))
                QToolTip::showText(help->globalPos(), m_texts[i], this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace slipway
