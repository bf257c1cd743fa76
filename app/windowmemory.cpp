#include "app/windowmemory.h"

#include "app/mainwindow.h"
#include "app/windowlayout.h"
#include "core/errortext.h"
#include "core/logcategories.h"

#include <QAction>
#include <QEvent>

#include <chrono>

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
    if (m_soon.isActive() || !m_isKept)
        write(Wait::Forbidden);
    m_writer.waitForDone();
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

void WindowMemory::write(Wait wait)
{
    m_soon.stop();
    // A window that is shown is placed and laid out: until its view is known, that is no change a person made.
    if (m_view.isEmpty())
        return;
    const QJsonObject layout = windowLayout(m_window);
    // The arrangement is not worth waiting for the disk, also because closing might have to wait then.
    const QJsonObject made = defaultLayout(m_window);
    const bool isForDisk = wait == Wait::Allowed && (made != m_made || !m_isKept);
    const bool isSame = m_states.knows(m_view) && m_states.last == m_view && m_states.state(m_view) == layout;
    if (isSame && m_isKept && !isForDisk)
        return;
    if (isForDisk)
        m_made = made;
    m_states.last = m_view;
    m_states.views[m_view] = layout;
    const auto survives = isForDisk ? DurableFile::Survives::PowerCut : DurableFile::Survives::ProcessEnd;
    m_writer.start([this, file = m_file, view = m_view, layout, survives, closing = m_closing.get_token()] {
        const auto written = file.save(view, layout, survives, closing);
        if (!written)
            qCWarning(logUi, "the layout was not kept: %s", qUtf8Printable(errorLine(written.error())));
        QMetaObject::invokeMethod(
            this,
            [this, isKept = written.has_value()] {
                m_isKept = isKept;
                Q_EMIT saved();
            },
            Qt::QueuedConnection);
    });
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
