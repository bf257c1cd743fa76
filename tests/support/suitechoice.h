#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace slipway::test
{

/// Function names among a program's arguments choose the suites that have them; without any, all suites run.
[[nodiscard]] inline bool isWanted(const QObject& suite, const QStringList& arguments)
{
    const auto functions = arguments.sliced(1).filter(QRegularExpression(QStringLiteral("^[A-Za-z]")));
    return functions.isEmpty() || std::ranges::any_of(functions, [&](const QString& function) {
               const QString signature = function.section(u':', 0, 0) + QStringLiteral("()");
               return suite.metaObject()->indexOfSlot(qPrintable(signature)) >= 0;
           });
}

} // namespace slipway::test
