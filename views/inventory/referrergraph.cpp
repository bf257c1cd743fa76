#include "views/inventory/referrergraph.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr QSize kBox{120, 40};
constexpr int kColumnGap = 24;
constexpr int kRowGap = 8;
constexpr int kMargin = 12;
constexpr int kPadding = 8;
constexpr int kCurrentBar = 5;

QSize boxSize()
{
    return {withText(kBox.width()), withText(kBox.height())};
}

} // namespace

ReferrerGraph::ReferrerGraph(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Referrer graph"));
    followText(*this, [this] { setFixedSize(sizeHint()); });
}

void ReferrerGraph::setNodes(std::vector<ReferrerNode> nodes)
{
    if (nodes == m_nodes)
        return;
    m_nodes = std::move(nodes);
    m_current = 0;
    setAccessibleDescription(m_nodes.empty() ? QString() : referrerSentence(m_nodes, 0));
    setFixedSize(sizeHint());
    update();
}

void ReferrerGraph::setCurrent(int node)
{
    if (node < 0 || node >= static_cast<int>(m_nodes.size()) || node == m_current)
        return;
    m_current = node;
    setAccessibleDescription(referrerSentence(m_nodes, node));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT currentChanged(node);
}

QRect ReferrerGraph::nodeRect(int node) const
{
    const auto& shown = m_nodes[static_cast<size_t>(node)];
    return {QPoint(kMargin + shown.column * (boxSize().width() + kColumnGap),
                   kMargin + shown.row * (boxSize().height() + kRowGap)),
            boxSize()};
}

QSize ReferrerGraph::sizeHint() const
{
    QRect all;
    for (int node = 0; node < static_cast<int>(m_nodes.size()); ++node)
        all |= nodeRect(node);
    return {all.right() + 1 + kMargin, all.bottom() + 1 + kMargin};
}

void ReferrerGraph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int node = 0; node < static_cast<int>(m_nodes.size()); ++node)
        paintConnector(painter, node);
    for (int node = 0; node < static_cast<int>(m_nodes.size()); ++node)
        paintNode(painter, node);
}

/// From the right edge of what it hangs on, down between the columns, to its left edge.
void ReferrerGraph::paintConnector(QPainter& painter, int node) const
{
    const int parent = m_nodes[static_cast<size_t>(node)].parent;
    if (parent < 0)
        return;
    const QRect from = nodeRect(parent);
    const QRect to = nodeRect(node);
    const int turn = from.right() + kColumnGap / 2;
    painter.setPen(QPen(tokensOf(palette()).line2, 1));
    painter.drawPolyline(QPolygon({QPoint(from.right(), from.center().y()), QPoint(turn, from.center().y()),
                                   QPoint(turn, to.center().y()), QPoint(to.left(), to.center().y())}));
}

void ReferrerGraph::paintNode(QPainter& painter, int node) const
{
    const Tokens& t = tokensOf(palette());
    const auto& shown = m_nodes[static_cast<size_t>(node)];
    const QRect box = nodeRect(node);
    const bool isCurrent = node == m_current;
    const QColor chosen = t.isHighContrast ? t.track : t.accentTint;
    paintBox(painter, box, kSmallRadius, isCurrent ? chosen : t.raised, shown.isMissing ? t.bad : t.line2);
    // A frame is for what has the keyboard.
    if (isCurrent && t.isHighContrast)
        painter.fillRect(QRect(box.left(), box.top(), kCurrentBar, box.height()), t.accent);
    QRect text = box.adjusted(kPadding, 3, -kPadding, -3);
    if (shown.isMissing) {
        paintGlyph(painter, QRectF(text.right() - 13, text.top(), 14, text.height()), Glyph::Bad, t);
        text.setRight(text.right() - 18);
    }
    const QRect upper(text.topLeft(), QSize(text.width(), text.height() / 2));
    painter.setFont(fontFor(TextRole::CaptionMedium));
    painter.setPen(palette().color(QPalette::Text)); // greyed while it may be out of date
    painter.drawText(upper, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(shown.name, Qt::ElideMiddle, upper.width()));
    painter.setFont(fontFor(TextRole::Mono));
    painter.setPen(t.muted);
    painter.drawText(upper.translated(0, text.height() / 2), Qt::AlignVCenter | Qt::TextSingleLine,
                     shown.digest.shortForm());
    if (isCurrent && hasFocus())
        paintFocusRing(painter, box, kSmallRadius, t.accent);
}

int ReferrerGraph::nodeAt(const QPoint& pos) const
{
    for (int node = 0; node < static_cast<int>(m_nodes.size()); ++node)
        if (nodeRect(node).contains(pos))
            return node;
    return -1;
}

int ReferrerGraph::firstChild() const
{
    const auto found = std::ranges::find(m_nodes, m_current, &ReferrerNode::parent);
    return found == m_nodes.end() ? -1 : static_cast<int>(found - m_nodes.begin());
}

void ReferrerGraph::keyPressEvent(QKeyEvent* event)
{
    if (m_nodes.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_nodes[static_cast<size_t>(m_current)].parent);
        break;
    case Qt::Key_Right:
        setCurrent(firstChild());
        break;
    case Qt::Key_Up:
        setCurrent(m_current - 1);
        break;
    case Qt::Key_Down:
        setCurrent(m_current + 1);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(static_cast<int>(m_nodes.size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ReferrerGraph::mousePressEvent(QMouseEvent* event)
{
    setCurrent(nodeAt(event->position().toPoint()));
}

void ReferrerGraph::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ReferrerGraph::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool ReferrerGraph::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int node = nodeAt(help->pos());
    if (node < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), referrerSentence(m_nodes, node) + u'\n'
                                                  + m_nodes[static_cast<size_t>(node)].digest.toString());
    return true;
}

} // namespace slipway
