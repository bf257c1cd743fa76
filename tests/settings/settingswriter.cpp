#include "settings/settingsfile.h"

#include <QCoreApplication>

#include <cstdio>

using namespace slipway;

namespace
{

void tell(const char* mark, int number)
{
    std::printf("%s%d\n", mark, number);
    std::fflush(stdout);
}

} // namespace

/// settingswriter FOLDER FIRST: saves one number after another, until it is killed; says of each that it begins ("+N")
/// and that it is kept ("N").
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const SettingsFile file(QCoreApplication::arguments().value(1));
    for (int number = QCoreApplication::arguments().value(2).toInt();; ++number) {
        tell("+", number);
        UserSettings settings;
        settings.recentCommands = {QString::number(number), QString(number % 700, u'x')};
        const auto kept = file.update({}, settings);
        if (!kept)
            return 1;
        tell("", number);
    }
}
