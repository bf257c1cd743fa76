#include "app/windowmemory.h"

#include "app/mainwindow.h"
#include "app/windowlayout.h"
#include "core/errortext.h"
#include "core/logcategories.h"

#include <QAction>
#include <QEvent>

#include <chrono>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
/// Moving and resizing come in hundreds; this often is enough.
constexpr std::chrono::milliseconds kSoon{500};
} // namespace

WindowMemory::WindowMemory(MainWindow& window, const QString& dataFolder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_file(dataFolder)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &WindowMemory::save);
    connect(&m_window, &MainWindow::layoutChanged, this, &WindowMemory::noteChange);
    m_window.installEventFilter(this);
    auto* action = new QAction(tr("Restore default layout"), this);
    action->setObjectName(u"restoreDefaultLayout"_s);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_0));
    connect(action, &QAction::triggered, this, &WindowMemory::restoreDefault);
    m_window.addAction(action);
}

WindowMemory::~WindowMemory()
{
    m_closing.request_stop();
    m_writer.waitForDone();
    settle();
    if (m_soon.isActive())
        note();
    if (!m_unkept.isEmpty())
        tellUnkept(m_file.save(unkept(), DurableFile::Survives::ProcessEnd));
}

void WindowMemory::restore(const QString& view)
{
    auto loaded = m_file.load();
    tell(loaded);
    m_states = std::move(loaded.states);
    m_restored = m_states.knows(view) ? view : m_states.last;
    applyLayout(m_window, m_states.state(m_restored), LayoutPart::Whole);
    m_made = defaultLayout(m_window);
    m_soon.stop();
}

void WindowMemory::show(const QString& view)
{
    if (view == m_view && m_restored.isEmpty())
        return;
    if (!m_view.isEmpty())
        save();
    m_view = view;
    if (!m_states.knows(view) || view != m_restored) {
        applyLayout(m_window, m_states.knows(view) ? m_states.state(view) : layoutForOthers(m_window),
                    LayoutPart::Pages);
        m_made = defaultLayout(m_window);
    }
    m_restored.clear();
    noteChange(); // it is the last one in sight from here on
}

void WindowMemory::stay()
{
    if (!m_view.isEmpty())
        return;
    m_view = m_restored;
    noteChange(); // what was arranged until now
}

void WindowMemory::save()
{
    write(Wait::Allowed);
}

/// Takes down how the window is arranged. One that is shown is placed and laid out: until its view is known, that is no
/// change a person made.
void WindowMemory::note()
{
    if (m_view.isEmpty())
        return;
    const QJsonObject layout = windowLayout(m_window);
    if (!m_states.knows(m_view) || m_states.last != m_view || m_states.state(m_view) != layout)
        m_unkept.insert(m_view);
    m_states.last = m_view;
    m_states.views[m_view] = layout;
    if (const QJsonObject made = defaultLayout(m_window); made != m_made) {
        m_made = made;
        ++m_madeCount;
    }
}

WindowStates WindowMemory::unkept() const
{
    WindowStates states{m_states.last, {}};
    for (const auto& view : m_unkept)
        states.views[view] = m_states.state(view);
    return states;
}

void WindowMemory::tellUnkept(const Result<void>& written)
{
    if (!written)
        qCWarning(logUi, "the layout was not kept: %s", qUtf8Printable(errorLine(written.error())));
}

void WindowMemory::write(Wait wait)
{
    m_soon.stop();
    note();
    const bool isMadeUnkept = m_madeCount != m_madeKept;
    // Again once that is written, or whoever is asked stays after all. The arrangement is not worth waiting for the
    // disk, also because closing might have to wait then.
    if (m_inFlight || (wait == Wait::Forbidden && isMadeUnkept))
        m_soon.start();
    const bool isForDisk = wait == Wait::Allowed && isMadeUnkept;
    if (m_inFlight || (m_unkept.isEmpty() && !isForDisk))
        return;
    m_inFlight = InFlight{unkept(), isForDisk ? m_madeCount : m_madeKept};
    m_writer.start([this, file = m_file, states = m_inFlight->states, closing = m_closing.get_token(),
                    survives = isForDisk ? DurableFile::Survives::PowerCut : DurableFile::Survives::ProcessEnd] {
        const auto written = file.save(states, survives, closing);
        tellUnkept(written);
        m_isWritten = written.has_value();
        QMetaObject::invokeMethod(
            this,
            [this] {
                settle();
                Q_EMIT saved();
            },
            Qt::QueuedConnection);
    });
}

/// What could not be written is, with the next change or at the end.
void WindowMemory::settle()
{
    const auto written = std::exchange(m_inFlight, std::nullopt);
    if (!written || !m_isWritten)
        return;
    const QJsonObject& views = written->states.views;
    for (auto view = views.begin(); view != views.end(); ++view)
        if (m_states.views[view.key()] == view.value())
            m_unkept.remove(view.key());
    m_madeKept = written->madeCount;
}

bool WindowMemory::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::WindowStateChange:
        noteChange();
        break;
    case QEvent::Close:
        write(Wait::Forbidden);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void WindowMemory::noteChange()
{
    // Not started anew by each change: who drags for long loses half a second at most.
    if (!m_soon.isActive())
        m_soon.start();
}

void WindowMemory::restoreDefault()
{
    applyLayout(m_window, defaultLayout(m_window), LayoutPart::Whole);
    save();
}

void WindowMemory::tell(const WindowStateFile::Loaded& loaded)
{
    if (!loaded.error)
        return;
    qCWarning(logUi, "%s", qUtf8Printable(errorLine(*loaded.error)));
    if (loaded.aside)
        m_window.showNotice(tr("What was remembered of the window's layout was damaged. It is kept as %1; the window "
                               "begins with its default layout.")
                                .arg(*loaded.aside));
    else
        m_window.showNotice(tr("The window's layout is not remembered: %1").arg(errorLine(*loaded.error)));
}

} // namespace slipway
