#include "views/inventory/detailshead.h"

#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/badge.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/hairline.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kMargin = 12;
constexpr int kTitlePixels = 16;
} // namespace

DetailsHead::DetailsHead(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_variant(new Badge(this))
    , m_digest(new ElidedLabel(this, Qt::ElideMiddle))
    , m_copy(new CopyButton(tr("digest"), this))
    , m_broken(new Badge(this))
    , m_more(new QToolButton(this))
    , m_tabs(new QTabBar(this))
{
    followText(*m_title, [this] {
        QFont font = fontFor(TextRole::CardHeader);
        font.setPixelSize(withText(kTitlePixels));
        m_title->setFont(font);
    });
    setTextRole(*m_digest, TextRole::Mono);
    m_broken->setBadge({tr("Broken"), Tone::Bad, Glyph::Bad});
    m_more->setObjectName(u"place"_s);
    m_more->setIcon(icon("overflow-menu"_L1));
    m_more->setToolTip(tr("Place of the details"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Details"));
    // Where they do not fit they are cut, and tell the whole in their tooltips: arrows would hide the last ones.
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    for (const auto tab : kDetailsTabs)
        m_tabs->setTabToolTip(m_tabs->addTab(tabTitle(tab)), tabTitle(tab));
    setFocusProxy(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailsHead::tabChanged);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeTitleRow());
    layout->addLayout(makeDigestRow());
    layout->addWidget(m_tabs);
    layout->addWidget(new Hairline(this));
}

QLayout* DetailsHead::makeTitleRow()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kMargin, 0, kMargin, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_variant);
    row->addStretch();
    row->addWidget(m_more);
    return row;
}

QLayout* DetailsHead::makeDigestRow()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kMargin, 0, kMargin, 0);
    row->setSpacing(4);
    row->addWidget(m_digest);
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(m_broken);
    return row;
}

void DetailsHead::showSummary(const Summary& summary)
{
    const bool hasDigest = !summary.digest.isNull();
    m_title->setFullText(summary.title);
    m_variant->setVisible(!summary.variant.isEmpty());
    m_variant->setBadge({summary.variant, summary.isGpu ? Tone::Accent : Tone::Neutral, {}});
    m_digest->setFullText(hasDigest ? summary.digest.toString() : QString());
    m_digest->setVisible(hasDigest);
    m_copy->setVisible(hasDigest);
    m_copy->setCopyText(m_digest->fullText());
    m_broken->setVisible(!summary.missing.empty());
}

void DetailsHead::setPlaceMenu(QMenu& menu)
{
    m_more->setMenu(&menu);
}

void DetailsHead::setTab(DetailsTab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

int DetailsHead::tabsWidth() const
{
    // By the widest font a tab is painted in: the one in sight is bolder than the others, and the bar does not know.
    const QFontMetrics metrics(fontFor(TextRole::CardHeader));
    const int padding = m_tabs->style()->pixelMetric(QStyle::PM_TabBarTabHSpace, nullptr, m_tabs);
    int width = 0;
    for (int i = 0; i < m_tabs->count(); ++i)
        width += metrics.horizontalAdvance(m_tabs->tabText(i)) + padding;
    return std::max(width, m_tabs->sizeHint().width());
}

DetailsTab DetailsHead::tab() const
{
    return static_cast<DetailsTab>(m_tabs->currentIndex());
}

} // namespace slipway
