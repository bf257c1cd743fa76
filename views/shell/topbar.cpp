#include "views/shell/topbar.h"

#include "views/palette/commandfield.h"
#include "views/shell/accessbadge.h"
#include "views/shell/apilimit.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/freshness.h"
#include "views/shell/ownerchooser.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/badge.h"

#include <QHBoxLayout>
#include <QPainter>

namespace slipway
{

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_owner(new OwnerChooser(this))
    , m_demo(new Badge(this))
    , m_breadcrumb(new Breadcrumb(this))
    , m_commandField(new CommandField(this))
    , m_access(new AccessBadge(this))
    , m_freshness(new Freshness(this))
    , m_apiLimit(new ApiLimitMeter(this))
{
    setAccessibleName(tr("Top bar"));
    followText(*this, [this] { setFixedHeight(withText(48)); });
    m_demo->setBadge({tr("Demo"), Tone::Info, Glyph::Info});
    m_demo->setToolTip(
        tr("This organisation is invented, and served by Slipway itself on this machine. Add an account to see "
           "your own."));
    m_demo->setAccessibleDescription(m_demo->toolTip());
    m_demo->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 1);
    layout->setSpacing(16);
    layout->addWidget(m_owner);
    layout->addWidget(m_demo);
    layout->addWidget(m_breadcrumb, 1);
    layout->addWidget(m_commandField);
    layout->addWidget(m_access);
    layout->addWidget(m_freshness);
    layout->addWidget(m_apiLimit);
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace slipway
