#include "support/suite.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace slipway::test
{

std::vector<SuiteMaker>& suites()
{
    static std::vector<SuiteMaker> list;
    return list;
}

namespace
{

/// Function names among the arguments choose the suites that have them; without any, all suites run.
bool isWanted(const QObject& suite, const QStringList& arguments)
{
    const auto functions = arguments.sliced(1).filter(QRegularExpression(QStringLiteral("^[A-Za-z]")));
    return functions.isEmpty() || std::ranges::any_of(functions, [&](const QString& function) {
               const QString signature = function.section(u':', 0, 0) + QStringLiteral("()");
               return suite.metaObject()->indexOfSlot(qPrintable(signature)) >= 0;
           });
}

} // namespace

} // namespace slipway::test

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    // What is compared is what people read, whatever the locale of the machine.
    QLocale::setDefault(QLocale::c());
    int failures = 0;
    for (const auto& make : slipway::test::suites()) {
        const auto suite = make();
        if (slipway::test::isWanted(*suite, QCoreApplication::arguments()))
            failures += QTest::qExec(suite.get(), argc, argv);
        // What was left waiting when a test ended has been cancelled; it ends here.
        QCoreApplication::processEvents();
    }
    return std::min(failures, 100);
}
