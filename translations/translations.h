#pragma once

#include <QLocale>

class QCoreApplication;

namespace slipway
{

/// Gives the application the texts of a language: Slipway's own and Qt's. A language there is none for gets English.
void installTranslations(QCoreApplication& application, const QLocale& locale = QLocale());

} // namespace slipway
