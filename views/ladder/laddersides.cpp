#include "views/ladder/laddersides.h"

#include "core/format.h"
#include "views/ladder/ladderview.h"
#include "views/theme/cellinset.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace slipway
{

namespace
{
constexpr int kHeight = 30;
constexpr int kGap = 8;
} // namespace

LadderSides::LadderSides(const LadderView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_left(makeSide(Qt::LeftToRight))
    , m_right(makeSide(Qt::RightToLeft))
    , m_middle(new QLabel(tr("Layer"), this))
{
    followText(*this, [this] {
        setFixedHeight(withText(kHeight));
        QMetaObject::invokeMethod(this, &LadderSides::align, Qt::QueuedConnection); // once its parts have their fonts
    });
    setTextRole(*m_middle, TextRole::Caption);
    m_middle->setForegroundRole(QPalette::PlaceholderText);
    m_middle->setAlignment(Qt::AlignCenter);
    connect(&view, &LadderView::columnsFitted, this, &LadderSides::align);
}

LadderSides::Side LadderSides::makeSide(Qt::LayoutDirection direction)
{
    Side side;
    side.box = new QWidget(this);
    side.box->setLayoutDirection(direction);
    side.name = new ElidedLabel(side.box, Qt::ElideMiddle);
    setTextRole(*side.name, TextRole::CardHeader);
    side.digest = new QLabel(side.box);
    side.digest->setForegroundRole(QPalette::PlaceholderText);
    setTextRole(*side.digest, TextRole::Mono);
    side.total = new QLabel(this);
    side.total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextRole(*side.total, TextRole::Number);
    auto* row = new QHBoxLayout(side.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(side.name);
    row->addWidget(side.digest);
    row->addStretch();
    return side;
}

void LadderSides::showSides(const LadderModel& model)
{
    show(m_left, model.left(), model.ladder().leftBytes);
    show(m_right, model.right(), model.ladder().rightBytes);
    align();
}

void LadderSides::show(const Side& side, const LadderSide& image, Bytes total)
{
    side.name->setFullText(image.name);
    side.digest->setText(image.digest.shortForm());
    side.digest->setToolTip(image.digest.toString());
    side.total->setText(formatBytes(total));
    side.total->setAccessibleName(tr("%1: %2 in all").arg(image.name, side.total->text()));
}

void LadderSides::align()
{
    const int leftEnd = m_view.leftSizeEnd() - kCellPadding;
    const int rightEnd = m_view.rightSizeEnd() - kCellPadding;
    const auto total = [](const Side& side, int end) {
        const int wide = side.total->sizeHint().width();
        side.total->setGeometry(end - wide, 0, wide, withText(kHeight) - 1);
        return end - wide;
    };
    const int leftTotal = total(m_left, leftEnd);
    total(m_right, rightEnd);
    m_left.box->setGeometry(kEdgePadding, 0, std::max(leftTotal - kGap - kEdgePadding, 0), withText(kHeight) - 1);
    const int from = rightEnd + kGap;
    m_right.box->setGeometry(from, 0, std::max(m_view.viewport()->width() - kEdgePadding - from, 0),
                             withText(kHeight) - 1);
    const int middle = m_middle->sizeHint().width();
    m_middle->setGeometry(m_view.rungCentre() - middle / 2, 0, middle, withText(kHeight) - 1);
}

void LadderSides::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    align();
}

void LadderSides::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace slipway
