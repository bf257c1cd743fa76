#include "bench/measure.h"
#include "files/textdiff.h"
#include "models/codecontent.h"
#include "views/files/codecolors.h"
#include "views/files/codepane.h"
#include "views/files/codeviewer.h"
#include "views/files/diffpanes.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QScrollBar>

#include <tuple>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 15;
constexpr qsizetype kSize = 5 * 1024 * 1024;

/// A lock file of this many characters, or as many lines of a few.
QString lockOf(qsizetype size, const QString& digest)
{
    QString text = u"{\n"_s;
    for (int i = 0; text.size() < size; ++i)
        text += u"      \"%1%2\",\n"_s.arg(digest).arg(i);
    return text + u"}\n"_s;
}

/// What the window's thread does when a text is shown for the first time, until it is painted.
double blockedBy(CodeViewer& viewer, const TextLinesPtr& lines)
{
    return medianMs(kRuns, [&] {
        viewer.showLoading(u"build-lock.json"_s, {Against::Nothing}, Against::Nothing);
        viewer.showText(lines);
        viewer.source().grab();
    });
}

void measure(const char* name, const QString& text)
{
    std::printf("%s: %.1f MB, ", name, static_cast<double>(text.size()) / 1024 / 1024);
    TextLinesPtr lines;
    const QByteArray bytes = text.toUtf8();
    const double read = medianMs(kRuns, [&] { lines = std::make_shared<const TextLines>(*parseText(bytes, u"x"_s)); });
    std::printf("%zu lines\n", lines->lines.size());
    CodeViewer viewer;
    viewer.resize(900, 700);
    viewer.show();
    row("read by the pool", read);
    row("the window's thread, until painted", blockedBy(viewer, lines));
    auto& bar = *viewer.source().verticalScrollBar();
    row("a page further", medianMs(kRuns, [&] {
            bar.setValue((bar.value() + 4111) % std::max(1, bar.maximum()));
            viewer.source().grab();
        }));
    row("search at a key", medianMs(kRuns, [&] { std::ignore = findInCode(viewer.source().content(), u"nowhere"_s); }));
    // As the window does it: in parts, of which the longest is what it stands still for.
    row("search for a letter, the longest part", medianMs(kRuns, [&] {
            CodeSearch search(viewer.source().content(), u"s"_s);
            search.advance(CodeViewer::kSearchedAtOnce);
        }));
    QString other = text;
    for (qsizetype at = 1000; at < other.size(); at += 50'000)
        other[at] = u'#';
    const auto otherLines = std::make_shared<const TextLines>(other);
    TextDiffPtr diff;
    row("diff, every 50,000th character, in the pool", medianMs(3, [&] { diff = makeTextDiff(lines, otherLines); }));
    std::printf("%zu changes\n", diff->diff.changes.size());
    row("the window's thread, until it is painted", medianMs(kRuns, [&] {
            viewer.showComparison({diff, {}}, u"a"_s, u"b"_s);
            viewer.panes().grab();
        }));
    viewer.panes().setFolded(false);
    row("the same, unfolded", medianMs(kRuns, [&] {
            viewer.showComparison({diff, {}}, u"a"_s, u"b"_s);
            viewer.panes().grab();
        }));
    const auto strange = std::make_shared<const TextLines>(lockOf(text.size(), u"x"_s));
    row("diff with a text that has nothing of it", medianMs(3, [&] { std::ignore = makeTextDiff(lines, strange); }));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    Theme theme(application);
    theme.setMode(ThemeMode::Light);
    measure("a lock file", lockOf(kSize, u"sha256:43380d0900d95c45d099d1360d8761bcfab4655497a3e88a0169467a18c"_s));
    measure("short lines", lockOf(kSize, u"a"_s));
    measure("one line", QString(kSize, u'x'));
}
