#include "bench/measure.h"
#include "bench/organization.h"
#include "inventory/buildinventory.h"
#include "models/palettesearch.h"

#include <QCoreApplication>

#include <algorithm>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPackages = 1000;
constexpr int kVersions = 1000;
constexpr int kRuns = 20;

struct Worst {
    double ms = 0;
    QString typed;
};

/// Types a text letter by letter, and keeps the slowest keystroke.
void type(const PaletteGround& ground, const QString& text, Worst& worst)
{
    double slowest = 0;
    for (qsizetype length = 1; length <= text.size(); ++length) {
        const QString typed = text.first(length);
        size_t rows = 0;
        const double ms = medianMs(kRuns, [&] { rows += searchPalette(ground, typed).size(); });
        slowest = std::max(slowest, ms);
        if (ms > worst.ms)
            worst = {ms, typed};
    }
    row(qPrintable(u"slowest keystroke of \"%1\""_s.arg(text)), slowest);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Organization organization(Shape::Dense, kVersions);
    for (int i = 0; i < kPackages; ++i)
        organization.addPackage(i);
    const auto inventory = buildInventory(organization.build(), {});
    const auto& snapshot = *inventory->snapshot;
    std::printf("%zu versions in %zu packages\n", snapshot.versions.size(), snapshot.packages.size());
    PaletteGround ground;
    row("index, in the pool", medianMs(3, [&] { ground.index = makePaletteIndex(inventory); }));
    Worst worst;
    const QString last = snapshot.tagsOf(snapshot.versions.back()).front().toString();
    const QString hex = snapshot.digestOf(static_cast<RowIndex>(snapshot.versions.size() - 1)).hex();
    for (const auto& text : {u"app-99-gpu"_s, last, u"nothing has this"_s, u"#"_s + last, u"#"_s + hex.first(12),
                             u"sha256:"_s + hex, u"app-500 "_s + last, u"@app-7"_s, u"aaaaaaaaaaaaaaaa"_s})
        type(ground, text, worst);
    row(qPrintable(u"slowest of all: \"%1\""_s.arg(worst.typed)), worst.ms);
    return 0;
}
