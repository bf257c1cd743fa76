#pragma once

#include "views/page.h"
#include "views/theme/theme.h"
#include "views/theme/tokens.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace slipway
{

class SidebarButton;

/// The list of pages at the window's left edge, 208 pixels wide, or 48 with icons alone: when a person asks for it, and
/// by itself while the window is narrow.
class Sidebar final : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(const std::vector<PageDescriptor>& pages, QWidget* parent = nullptr);

    void setCurrentPage(int page);
    /// A short word at a page's line; empty: none.
    void setBadge(int page, const QString& text, Tone tone);
    void setThemeMode(slipway::ThemeMode mode);
    /// Tells the sidebar how wide the window is.
    void fitTo(int windowWidth);
    /// Whether the sidebar of a window this wide is collapsed unless a person asks for it.
    [[nodiscard]] static bool isNarrowWindow(int windowWidth);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }
    void setCollapsed(bool isCollapsed);

public Q_SLOTS:
    void toggleCollapsed();

Q_SIGNALS:
    void pageChosen(int page);
    void themeModeChosen(slipway::ThemeMode mode);
    void collapsedChanged();
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addPages(const std::vector<PageDescriptor>& pages);
    QWidget* makeHead();
    void chooseTheme();

    /// No QButtonGroup: Tab would go to the button of one page only.
    std::vector<SidebarButton*> m_pages;
    QLabel* m_mark = nullptr;
    QLabel* m_name = nullptr;
    QToolButton* m_collapse = nullptr;
    SidebarButton* m_theme = nullptr;
    ThemeMode m_mode = ThemeMode::System;
    bool m_isCollapsed = false;
    bool m_isNarrow = false;
};

} // namespace slipway
