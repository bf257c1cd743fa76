#include "views/widgets/toast.h"

#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/keyhint.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kHeight = 44;
constexpr int kWidest = 560;
/// From the lower edge of the window, and from a foot it would lie on.
constexpr int kFromFoot = 12;
constexpr int kMargin = 16;
constexpr const char* kFoot = "slipwayFoot";
constexpr std::chrono::milliseconds kTellAgain{200};

Toast& toastOf(const QWidget& widget)
{
    QWidget& window = *widget.window();
    auto* toast = window.findChild<Toast*>(Qt::FindDirectChildrenOnly);
    return toast ? *toast : *new Toast(window);
}

} // namespace

Toast::Toast(QWidget& window)
    : QFrame(&window)
    , m_sentence(new ElidedLabel(this))
    , m_left(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_close(new QPushButton(this))
    , m_action(new QAction(tr("Undo"), this))
{
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    setAttribute(Qt::WA_Hover);
    setTextRole(*m_sentence, TextRole::BodyMedium);
    setTextRole(*m_left, TextRole::Caption);
    m_left->setForegroundRole(QPalette::PlaceholderText);
    m_close->setIcon(icon("window-close"_L1, IconColor::Muted));
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    setButtonKind(*m_close, ButtonKind::Quiet);
    m_action->setEnabled(false);
    m_undo->setToolTip(tr("Undo"));
    // Settings and palette know the window's own action and give it its keys. A window over it has the button alone.
    if (!window.parentWidget()) {
        m_action->setObjectName(u"undo"_s);
        m_action->setShortcut(QKeySequence(QKeySequence::Undo));
        setKeyHint(*m_undo, u"undo"_s, tr("Undo"));
        window.addAction(m_action);
    }
    layOut();
    m_timer.setInterval(kTellAgain);
    m_clock.start();
    connect(&m_timer, &QTimer::timeout, this, &Toast::tell);
    connect(m_undo, &QPushButton::clicked, this, &Toast::undo);
    connect(m_action, &QAction::triggered, this, &Toast::undo);
    connect(m_close, &QPushButton::clicked, this, &Toast::dismiss);
    connect(qApp, &QApplication::focusChanged, this, &Toast::followFocus);
    window.installEventFilter(this);
    hide();
}

void Toast::layOut()
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(new GlyphLabel(Glyph::Ok, 16, this));
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_left);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
}

void Toast::offer(const QString& sentence, const std::function<void()>& undo)
{
    m_undoIt = undo;
    begin(sentence, kGracePeriod);
}

void Toast::say(const QString& sentence)
{
    if (m_undoIt) {
        QAccessibleAnnouncementEvent announcement(this, sentence);
        QAccessible::updateAccessibility(&announcement);
        return;
    }
    begin(sentence, kToldPeriod);
}

void Toast::begin(const QString& sentence, std::chrono::seconds period)
{
    const bool isOffer = m_undoIt != nullptr;
    m_undo->setVisible(isOffer);
    m_left->setVisible(isOffer);
    m_countdown.emplace(period, now());
    m_sentence->setFullText(sentence);
    setAccessibleName(sentence);
    m_action->setEnabled(isOffer);
    m_timer.start();
    tell();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    holdOrLetGo();
}

void Toast::undo()
{
    const auto undoIt = m_undoIt;
    dismiss();
    if (undoIt)
        undoIt();
}

void Toast::dismiss()
{
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    m_timer.stop();
    m_countdown.reset();
    m_undoIt = nullptr;
    m_action->setEnabled(false);
    if (hadKeyboard && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

QString Toast::sentence() const
{
    return isHidden() ? QString() : m_sentence->fullText();
}

bool Toast::isHeld() const
{
    return m_countdown && m_countdown->isHeld();
}

void Toast::tell()
{
    if (!m_countdown)
        return;
    if (m_countdown->isOver(now())) {
        dismiss();
        return;
    }
    place(); // feet come and go with what is selected
    const QString text = m_countdown->isHeld() ? tr("%1 s, paused") : tr("%1 s");
    m_left->setText(text.arg(m_countdown->secondsLeft(now())));
}

void Toast::followFocus(QWidget* before, QWidget* now)
{
    if (before && isAncestorOf(now) && !isAncestorOf(before))
        m_before = before;
    if (isAncestorOf(now))
        holdOrLetGo();
    else // not at once: what had the keyboard may be going just now, and what is around it with it
        QMetaObject::invokeMethod(this, &Toast::holdOrLetGo, Qt::QueuedConnection);
}

void Toast::holdOrLetGo()
{
    if (!m_countdown)
        return;
    if (underMouse() || isAncestorOf(QApplication::focusWidget()))
        m_countdown->hold(now());
    else
        m_countdown->letGo(now());
    tell();
}

void Toast::place()
{
    const QWidget& window = *parentWidget();
    const int width = std::min(withText(kWidest), window.width() - 2 * kMargin);
    const int height = withText(kHeight);
    setGeometry(clearOfFeet({(window.width() - width) / 2, window.height() - kFromFoot - height, width, height}));
}

/// Raised until it lies on no foot: above one there may be another.
QRect Toast::clearOfFeet(QRect rect) const
{
    QList<QRect> feet;
    const auto widgets = parentWidget()->findChildren<QWidget*>();
    for (const auto* widget : widgets)
        if (widget->property(kFoot).toBool() && widget->isVisible() && widget->window() == window())
            feet.append(QRect(widget->mapTo(parentWidget(), QPoint()), widget->size()));
    std::ranges::sort(feet, std::ranges::greater(), &QRect::bottom);
    for (const QRect& foot : std::as_const(feet))
        if (foot.intersects(rect.adjusted(0, 0, 0, kFromFoot - 1)))
            rect.moveBottom(foot.top() - kFromFoot - 1);
    return rect;
}

bool Toast::event(QEvent* event)
{
    // Escape is this one's, while it has the keyboard, before it is a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void Toast::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    holdOrLetGo();
}

void Toast::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    holdOrLetGo();
}

void Toast::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, t.raised, t.line2);
}

void keepClearOfToasts(QWidget& foot)
{
    foot.setProperty(kFoot, true);
}

void offerUndo(QWidget& widget, const QString& sentence, const std::function<void()>& undo)
{
    toastOf(widget).offer(sentence, undo);
}

void tellDone(QWidget& widget, const QString& sentence)
{
    toastOf(widget).say(sentence);
}

} // namespace slipway
