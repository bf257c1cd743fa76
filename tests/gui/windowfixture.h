#pragma once

#include "app/mainwindow.h"
#include "app/textfit.h"
#include "log/logring.h"
#include "models/inventoryfrom.h"
#include "models/operationsmodel.h"

#include <QApplication>

namespace slipway::test
{

/// The text of the organisation most GUI tests show.
[[nodiscard]] QString shownOrganisation();

/// The real window with an organisation in it, without anything behind it: documents it asks for are answered at once
/// from bytes made up for their digests.
class WindowFixture final
{
public:
    explicit WindowFixture(QApplication& application);

    /// Shows the window at a size and waits until it is on screen.
    [[nodiscard]] bool show(QSize size = {1440, 900});

    Theme theme;
    OperationsModel operations;
    LogRing log;
    MainWindow window;
};

/// Every widget that takes the keyboard and has no name for those who cannot see it, by class.
[[nodiscard]] QStringList namelessWidgets(const QWidget& window);

} // namespace slipway::test
