#include "support/suite.h"
#include "support/suitechoice.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

namespace slipway::test
{

std::vector<SuiteMaker>& suites()
{
    static std::vector<SuiteMaker> list;
    return list;
}

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
