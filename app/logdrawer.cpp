#include "app/logdrawer.h"

#include "views/shell/logpanel.h"
#include "views/theme/typography.h"

#include <utility>

namespace slipway
{

namespace
{
constexpr int kHandle = 5;
} // namespace

LogDrawer::LogDrawer(QWidget& above, LogRing& ring, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_panel(new LogPanel(ring, this))
    , m_usual(withText(LogPanel::kUsualHeight))
    , m_height(m_usual)
{
    setChildrenCollapsible(false);
    setHandleWidth(kHandle);
    addWidget(&above);
    addWidget(m_panel);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    m_panel->hide();
    // Only a drag is a person's wish: a small window leaves less of it.
    connect(this, &QSplitter::splitterMoved, this, [this] { m_height = m_panel->height(); });
    followText(*this, [this] { fitUsualHeight(); });
}

void LogDrawer::fitUsualHeight()
{
    const int before = std::exchange(m_usual, withText(LogPanel::kUsualHeight));
    if (m_usual != before && logHeight() == before)
        setLogHeight(m_usual);
}

void LogDrawer::setOpen(bool isOpen)
{
    m_panel->setVisible(isOpen);
    setLogHeight(m_height);
}

bool LogDrawer::isOpen() const
{
    return !m_panel->isHidden();
}

void LogDrawer::setLogHeight(int height)
{
    m_height = height;
    if (isOpen())
        setSizes({this->height() - height, height});
}

} // namespace slipway
