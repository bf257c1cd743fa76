#pragma once

#include <QString>
#include <QStringList>

namespace slipway
{

/// The demo organisations the program carries, by name, in the order a person is offered them.
[[nodiscard]] QStringList demoOrganisations();

/// The resource file with the simulator state of a demo organisation.
[[nodiscard]] QString demoStateFile(const QString& organisation);

/// The resource file with the classification profile of a demo organisation.
[[nodiscard]] QString demoProfileFile(const QString& organisation);

} // namespace slipway
