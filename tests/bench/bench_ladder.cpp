#include "bench/measure.h"
#include "views/ladder/ladderpanel.h"
#include "views/ladder/ladderview.h"
#include "views/theme/theme.h"

#include <QApplication>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

/// As many as an image can have.
constexpr int kLayers = 127;
constexpr int kShared = 40;
constexpr int kRuns = 15;

LadderSide sideOf(const QString& name)
{
    LadderSide side{name, Digest::of(name.toUtf8()), {}};
    for (int i = 0; i < kLayers; ++i) {
        const QString own = i < kShared ? u"base"_s : name;
        const QString number = QString::number(i);
        side.layers.push_back({Digest::of((own + number).toUtf8()), Bytes{1'000'000} + i * 7919,
                               u"RUN pip install --no-cache-dir package-%1"_s.arg(number)});
    }
    return side;
}

} // namespace

/// The layer ladder of two images with as many layers as there can be; the goal is 16 ms from the layers to the screen.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme(application);
    const LadderSide left = sideOf(u"apc-emotion-cpu:v0.4.1"_s);
    const LadderSide right = sideOf(u"apc-emotion-gpu:v0.4.1"_s);
    row("127 layers compared", medianMs(kRuns, [&] { static_cast<void>(compareLayers(left.layers, right.layers)); }));
    LadderPanel panel(nullptr);
    panel.resize(900, 400);
    panel.show();
    QCoreApplication::processEvents();
    QPixmap screen(panel.size());
    double compared = 0;
    const double opened = medianMs(kRuns, [&] {
        panel.showSides({}, {}, 0, {});
        const auto begin = std::chrono::steady_clock::now();
        panel.showSides(left, right, kShared + 1, {});
        panel.render(&screen);
        compared = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    });
    row("the ladder of them, emptied, filled and painted", opened);
    row("  filled and painted, the last time", compared);
    row("a repaint", medianMs(kRuns, [&] { panel.view().viewport()->render(&screen); }));
    return 0;
}
