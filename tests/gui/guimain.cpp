#include "support/suite.h"
#include "support/suitechoice.h"
#include "translations/translations.h"

#include <QApplication>
#include <QTest>
#include <QThreadPool>

namespace slipway::test
{

std::vector<SuiteMaker>& suites()
{
    static std::vector<SuiteMaker> list;
    return list;
}

} // namespace slipway::test

/// As support/suitemain.cpp, with a window system, in one locale and zone: what is compared is what people read.
int main(int argc, char** argv)
{
    qputenv("TZ", "UTC");
#ifdef SLIPWAY_SCALE_FACTOR
    qputenv("QT_SCALE_FACTOR", SLIPWAY_SCALE_FACTOR);
#endif
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    slipway::installTranslations(application);
    int failures = 0;
    for (const auto& make : slipway::test::suites()) {
        const auto suite = make();
        if (slipway::test::isWanted(*suite, QCoreApplication::arguments()))
            failures += QTest::qExec(suite.get(), argc, argv);
        // What was left in the pool when a test ended arrives here, and ends.
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
    return std::min(failures, 100);
}
