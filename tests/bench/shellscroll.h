#pragma once

#include "bench/shellwindow.h"

#include <QWheelEvent>

namespace slipway::bench
{

/// Goes from the first row to the last, by the wheel and page by page; a frame begins with the event and ends when the
/// window is painted.
class Scrolling final
{
public:
    explicit Scrolling(ShellWindow& shell)
        : m_shell(shell)
    {
    }

    void measure()
    {
        run("by the wheel, a frame", kAll, [this] { turnWheel(); });
        m_shell.tree().setFocus();
        run("by Page Down, the details too, a frame", kPages,
            [this] { QTest::keyClick(&m_shell.tree(), Qt::Key_PageDown); });
    }

private:
    static constexpr std::size_t kAll = 100'000;
    static constexpr std::size_t kPages = 100;

    template<typename Step>
    void run(const char* what, std::size_t most, Step step)
    {
        auto* bar = m_shell.tree().verticalScrollBar();
        m_shell.tree().setCurrentIndex(m_shell.model().index(0, 0));
        bar->setValue(0);
        ShellWindow::rest();
        Samples frames;
        const auto whole = now();
        while (bar->value() < bar->maximum() && frames.count() < most) {
            const auto begin = now();
            step();
            m_shell.paint();
            frames.add(msSince(begin));
        }
        const double seconds = msSince(whole) / 1000;
        const int rows = bar->value() / std::max(1, m_shell.tree().visualRect(m_shell.tree().currentIndex()).height());
        frames.print(what, "ms");
        std::printf("    %d rows, %.0f frames a second\n", rows, static_cast<double>(frames.count()) / seconds);
    }

    void turnWheel()
    {
        auto* viewport = m_shell.tree().viewport();
        const QPointF middle = viewport->rect().center();
        QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, -360}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(viewport, &event);
    }

    ShellWindow& m_shell;
};

} // namespace slipway::bench
