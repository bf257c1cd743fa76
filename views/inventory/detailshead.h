#pragma once

#include "models/summary.h"
#include "views/inventory/detailstab.h"

#include <QWidget>

class QMenu;
class QTabBar;
class QToolButton;

namespace slipway
{

class Badge;
class CopyButton;
class ElidedLabel;

/// The head of the details: what it is, its digest to copy, and the tabs. It takes the keyboard with its tabs.
class DetailsHead final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsHead(QWidget* parent = nullptr);

    void showSummary(const Summary& summary);
    void setTab(DetailsTab tab);
    [[nodiscard]] DetailsTab tab() const;
    /// What the button at the right opens; outlives the head.
    void setPlaceMenu(QMenu& menu);
    /// What the tabs need so that none is cut.
    [[nodiscard]] int tabsWidth() const;

Q_SIGNALS:
    void tabChanged();

private:
    QLayout* makeTitleRow();
    QLayout* makeDigestRow();

    ElidedLabel* m_title;
    Badge* m_variant;
    ElidedLabel* m_digest;
    CopyButton* m_copy;
    Badge* m_broken;
    QToolButton* m_more;
    QTabBar* m_tabs;
};

} // namespace slipway
