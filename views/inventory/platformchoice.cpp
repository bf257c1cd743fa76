#include "views/inventory/platformchoice.h"

#include "views/theme/buttonkind.h"
#include "views/widgets/emptymenu.h"

namespace slipway
{

PlatformChoice::PlatformChoice(QWidget* parent)
    : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setButtonKind(*this, ButtonKind::Normal);
    setToolTip(tr("Which of the index's images to show"));
    setMenu(new QMenu(this));
    hide();
}

void PlatformChoice::setChoices(const QStringList& platforms, int current)
{
    setVisible(platforms.size() > 1);
    if (platforms.size() < 2)
        return;
    setText(platforms.value(current));
    setAccessibleName(tr("Image: %1").arg(platforms.value(current)));
    auto* choices = menu();
    emptyMenu(*choices);
    for (int i = 0; i < platforms.size(); ++i) {
        auto* action = choices->addAction(platforms[i]);
        action->setCheckable(true);
        action->setChecked(i == current);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT choiceMade(i); });
    }
    updateGeometry();
}

} // namespace slipway
