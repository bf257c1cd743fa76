#include "core/logcategories.h"

namespace slipway
{

Q_LOGGING_CATEGORY(logNet, "slipway.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logScan, "slipway.scan", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "slipway.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "slipway.session", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "slipway.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccounts, "slipway.accounts", QtInfoMsg)

} // namespace slipway
