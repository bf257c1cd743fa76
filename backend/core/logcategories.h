#pragma once

#include <QLoggingCategory>

namespace slipway
{

/// What a line of the log is about. Any library logs through these with Qt's own macros, `qCInfo(logNet, …)`; where the
/// lines go is decided by the `Log` a program makes in its main function (backend/log), and by Qt where there is none.
Q_DECLARE_LOGGING_CATEGORY(logNet)      ///< "slipway.net": one line a request
Q_DECLARE_LOGGING_CATEGORY(logScan)     ///< "slipway.scan": reading an owner
Q_DECLARE_LOGGING_CATEGORY(logStore)    ///< "slipway.store": the database
Q_DECLARE_LOGGING_CATEGORY(logSession)  ///< "slipway.session": what a program was asked to do, and its end
Q_DECLARE_LOGGING_CATEGORY(logUi)       ///< "slipway.ui": the window
Q_DECLARE_LOGGING_CATEGORY(logAccounts) ///< "slipway.accounts": accounts, keychain, never a token

} // namespace slipway
