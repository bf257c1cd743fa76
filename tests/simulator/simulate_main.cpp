#include "app/ctl/simulatecommand.h"

#include <QCoreApplication>

/// `slipwayctl simulate` alone, for tests that need a simulator in a process of its own.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return slipway::runSimulate(QCoreApplication::arguments(), std::nullopt);
}
