#pragma once

#include "app/mainwindow.h"
#include "app/textfit.h"
#include "log/logring.h"
#include "models/inventoryfrom.h"
#include "models/operationsmodel.h"

#include <QApplication>

#include <functional>

namespace slipway::test
{

/// The text of the organisation most GUI tests show.
[[nodiscard]] QString shownOrganisation();

/// What was seen of any package of it: two events of a day ago, and two older ones in a part of their own.
[[nodiscard]] PackageHistory shownHistory(const HistoryRequest& request);

/// The real window with an organisation in it, without anything behind it: documents it asks for are answered at once
/// from bytes made up for their digests.
class WindowFixture final
{
public:
    /// `textScale` is a person's choice.
    explicit WindowFixture(QApplication& application, std::optional<qreal> textScale = {});

    /// Shows the window at a size and waits until it is on screen.
    [[nodiscard]] bool show(QSize size = {1440, 900});

    Theme theme;
    OperationsModel operations;
    LogRing log;
    /// Answers what the window asks of a package's past; nullopt: not yet.
    std::function<std::optional<Result<PackageHistory>>(const HistoryRequest&)> history = shownHistory;
    MainWindow window;
};

/// Every widget that takes the keyboard and has no name for those who cannot see it, by class.
[[nodiscard]] QStringList namelessWidgets(const QWidget& window);

} // namespace slipway::test
