#pragma once

#include "views/inventory/detailstab.h"

#include <QObject>

namespace slipway
{

/// Each tab of the details as an action, for the palette and for keys of its own.
class TabActions final : public QObject
{
    Q_OBJECT
public:
    /// The actions are put on `page`, which outlives it.
    explicit TabActions(QWidget& page);

Q_SIGNALS:
    /// The details are to be shown at this tab.
    void tabWanted(slipway::DetailsTab tab);
};

} // namespace slipway
