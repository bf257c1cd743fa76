#pragma once

#include "app/dashboard/filesdesk.h"

namespace slipway
{

class MainWindow;

/// Lets the Files page show the files of whatever the session has open.
class FilesBinding final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    FilesBinding(MainWindow& window, DashboardSession& session, QObject* parent = nullptr);

private:
    FilesDesk m_desk;
};

} // namespace slipway
