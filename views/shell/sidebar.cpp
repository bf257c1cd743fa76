#include "views/shell/sidebar.h"

#include "views/shell/sidebarbutton.h"
#include "views/theme/icons.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kWide = 208;
constexpr int kNarrow = 48;
constexpr int kNarrowWindow = 1200;
constexpr std::array kModes{ThemeMode::System, ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast};

/// The program's mark, drawn anew whenever the colours change.
class Mark final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        markIcon().paint(&painter, rect());
    }
};

QString modeText(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        return Sidebar::tr("System");
    case ThemeMode::Light:
        return Sidebar::tr("Light");
    case ThemeMode::Dark:
        return Sidebar::tr("Dark");
    case ThemeMode::HighContrast:
        return Sidebar::tr("High contrast");
    }
    return {};
}

/// As short as its place at the end of a line.
QString shortModeText(ThemeMode mode)
{
    return mode == ThemeMode::HighContrast ? Sidebar::tr("Contrast") : modeText(mode);
}

} // namespace

Sidebar::Sidebar(const std::vector<PageDescriptor>& pages, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Pages"));
    followText(*this, [this] { setFixedWidth(withText(m_isCollapsed ? kNarrow : kWide)); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 8);
    layout->setSpacing(2);
    layout->addWidget(makeHead());
    layout->addSpacing(8);
    addPages(pages);
    layout->addStretch();
    m_theme =
        new SidebarButton(tr("Appearance"), icon("color-mode-black-white"_L1), icon("color-mode-black-white"_L1), this);
    connect(m_theme, &SidebarButton::clicked, this, &Sidebar::chooseTheme);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(8, 8, 8, 0);
    foot->setSpacing(2);
    foot->addWidget(m_theme);
    auto* settings = new SidebarButton(tr("Settings"), icon("configure"_L1), icon("configure"_L1), this);
    settings->setHintAction(u"settings"_s);
    connect(settings, &SidebarButton::clicked, this, &Sidebar::settingsRequested);
    foot->addWidget(settings);
    layout->addLayout(foot);
    setThemeMode(ThemeMode::System);
}

QWidget* Sidebar::makeHead()
{
    auto* head = new QWidget(this);
    followText(*head, [head] { head->setFixedHeight(withText(48)); });
    m_mark = new Mark(head);
    m_mark->setFixedSize(20, 18);
    m_name = new QLabel(u"Slipway"_s, head);
    followText(*m_name, [this] {
        QFont font = fontFor(TextRole::CardHeader);
        font.setPixelSize(withText(16));
        m_name->setFont(font);
    });
    m_collapse = new QToolButton(head);
    connect(m_collapse, &QToolButton::clicked, this, &Sidebar::toggleCollapsed);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_name, 1);
    row->addWidget(m_collapse);
    return head;
}

void Sidebar::addPages(const std::vector<PageDescriptor>& pages)
{
    auto* list = new QVBoxLayout;
    list->setContentsMargins(8, 0, 8, 0);
    list->setSpacing(2);
    for (const auto& page : pages) {
        const QByteArray iconName = page.iconName.toLatin1();
        const QLatin1StringView name(iconName);
        auto* button = new SidebarButton(page.title, icon(name), icon(name, IconColor::Accent), this);
        button->setCheckable(true);
        button->setHintAction(u"page."_s + page.id);
        connect(button, &QAbstractButton::clicked, this, [this, number = static_cast<int>(m_pages.size())] {
            setCurrentPage(number);
            Q_EMIT pageChosen(number);
        });
        m_pages.push_back(button);
        list->addWidget(button);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(list);
    setCollapsed(false);
}

void Sidebar::setCurrentPage(int page)
{
    for (int i = 0; auto* button : m_pages)
        button->setChecked(i++ == page);
}

void Sidebar::setBadge(int page, const QString& text, Tone tone)
{
    m_pages.at(static_cast<size_t>(page))->setBadge(text, tone);
}

void Sidebar::setThemeMode(ThemeMode mode)
{
    m_mode = mode;
    m_theme->setValueText(shortModeText(mode));
}

void Sidebar::chooseTheme()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const ThemeMode mode : kModes) {
        auto* action = menu->addAction(modeText(mode));
        action->setCheckable(true);
        action->setChecked(mode == m_mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { Q_EMIT themeModeChosen(mode); });
    }
    menu->popup(m_theme->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

bool Sidebar::isNarrowWindow(int windowWidth)
{
    return windowWidth < withText(kNarrowWindow);
}

void Sidebar::fitTo(int windowWidth)
{
    const bool isNarrow = isNarrowWindow(windowWidth);
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    setCollapsed(isNarrow);
}

void Sidebar::toggleCollapsed()
{
    setCollapsed(!m_isCollapsed);
}

void Sidebar::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    setFixedWidth(withText(isCollapsed ? kNarrow : kWide));
    m_mark->setVisible(!isCollapsed);
    m_name->setVisible(!isCollapsed);
    m_collapse->setIcon(icon(isCollapsed ? "sidebar-expand-left"_L1 : "sidebar-collapse-left"_L1, IconColor::Muted));
    const QString collapse = isCollapsed ? tr("Expand sidebar") : tr("Collapse sidebar");
    setKeyHint(*m_collapse, u"collapse-sidebar"_s, collapse);
    m_collapse->setAccessibleName(collapse);
    const auto buttons = findChildren<SidebarButton*>();
    for (auto* button : buttons)
        button->setCompact(isCollapsed);
    Q_EMIT collapsedChanged();
}

void Sidebar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
    painter.fillRect(QRect(0, m_theme->y() - 8, width() - 1, 1), t.line);
}

} // namespace slipway
