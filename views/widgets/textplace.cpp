#include "views/widgets/textplace.h"

#include "views/theme/typography.h"

#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace slipway
{

TextPlace::TextPlace(QTreeView& view)
    : QObject(&view)
    , m_view(view)
    , m_scale(textScale())
{
    const auto* bar = view.verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &TextPlace::note);
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        m_hasMoved = true;
        note();
    });
    connect(&m_settling, &QTimer::timeout, this, &TextPlace::settle);
    followText(view, [this] {
        if (textScale() == m_scale && !m_settling.isActive())
            return;
        m_hasMoved = true;
        restore();
        m_settling.start();
    });
}

/// What is around the view takes its new size bit by bit, in an order that nothing fixes: the view has its own once a
/// whole turn went by in which its range stayed.
void TextPlace::settle()
{
    if (std::exchange(m_hasMoved, false)) {
        restore();
        return;
    }
    m_settling.stop();
    m_scale = textScale();
    note();
}

/// Once text has another size it is too late: the view lays its rows out by their new height for whoever asks it first.
void TextPlace::note()
{
    if (textScale() != m_scale || m_settling.isActive())
        return;
    const int sight = m_view.viewport()->height();
    m_place = Place{m_view.verticalScrollBar()->value(), sight, m_view.verticalScrollBar()->maximum() + sight};
}

void TextPlace::restore()
{
    // A view that goes by rows keeps them.
    if (!m_view.model() || m_view.verticalScrollMode() != QAbstractItemView::ScrollPerPixel)
        return;
    auto& bar = *m_view.verticalScrollBar();
    const QRect current = m_view.visualRect(m_view.currentIndex()).translated(0, bar.value()); // lays the rows out
    const int sight = m_view.viewport()->height();
    if (m_place.contents > m_place.sight) {
        const double growth = static_cast<double>(bar.maximum() + sight) / m_place.contents;
        bar.setValue(qRound(m_place.top * growth));
        if (current.top() < m_place.top * growth || current.bottom() >= (m_place.top + m_place.sight) * growth)
            return;
    }
    bar.setValue(std::max(bar.value(), current.bottom() + 1 - sight));
}

} // namespace slipway
