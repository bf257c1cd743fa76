#include "views/palette/commandpalette.h"

#include "views/palette/palettedelegate.h"
#include "views/palette/palettefoot.h"
#include "views/palette/palettemodel.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/hairline.h"
#include "views/widgets/scrim.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kWidth = 640;
constexpr int kTop = 112; ///< below the window's upper edge
constexpr int kMostList = 446;
constexpr int kPage = 8;
constexpr int kHead = 50;
constexpr int kIcon = 16;
constexpr int kScopeButton = 24;
constexpr std::array kScopes{PaletteScope::All, PaletteScope::Commands, PaletteScope::Images, PaletteScope::Versions,
                             PaletteScope::Places};

QString scopeText(PaletteScope scope)
{
    switch (scope) {
    case PaletteScope::All:
        return CommandPalette::tr("All");
    case PaletteScope::Commands:
        return CommandPalette::tr("> Commands");
    case PaletteScope::Images:
        return CommandPalette::tr("@ Images");
    case PaletteScope::Versions:
        return CommandPalette::tr("# Digests");
    case PaletteScope::Places:
        return CommandPalette::tr(": Pages");
    }
    return {};
}

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_field(new QLineEdit(this))
    , m_glyph(new QLabel(this))
    , m_scopes(new QButtonGroup(this))
    , m_model(new PaletteModel(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
{
    setModal(true);
    setWindowTitle(tr("Search or run a command"));
    followText(*this, [this] { setFixedWidth(withText(kWidth)); });
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    followText(*this, [this] { m_empty->setFixedHeight(2 * withText(PaletteDelegate::kRow)); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    layout->addWidget(new PaletteFoot(this));
    // Once all in it has its font.
    followText(*this, [this] { QMetaObject::invokeMethod(this, &CommandPalette::fitList, Qt::QueuedConnection); });
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_scopes, &QButtonGroup::idClicked, this, [this](int id) { setScope(static_cast<PaletteScope>(id)); });
}

QWidget* CommandPalette::makeHead()
{
    auto* head = new QWidget(this);
    followText(*head, [head] { head->setFixedHeight(withText(kHead)); });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_glyph->setFixedWidth(kIcon + 4);
    followText(*m_field, [this] {
        QFont font = fontFor(TextRole::Body);
        font.setPixelSize(withText(16));
        m_field->setFont(font);
    });
    m_field->setFrame(false);
    m_field->setPlaceholderText(tr("Search"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setAccessibleDescription(
        tr("Arrow keys move, Enter runs, Tab completes. > looks for commands, @ for images, # for digests and tags, "
           ": for pages, organisations and files."));
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    row->addWidget(m_glyph);
    row->addWidget(m_field, 1);
    for (const auto scope : kScopes) {
        auto* button = new QToolButton(head);
        button->setText(scopeText(scope));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // what it does is one key in the field
        setButtonKind(*button, ButtonKind::Normal);
        setTextRole(*button, TextRole::Caption);
        followText(*button, [button] { button->setFixedHeight(withText(kScopeButton)); });
        m_scopes->addButton(button, static_cast<int>(scope));
        row->addWidget(button);
    }
    return head;
}

void CommandPalette::setGround(PaletteGround ground)
{
    m_ground = std::move(ground);
    if (isVisible())
        search();
}

void CommandPalette::start()
{
    m_glyph->setPixmap(icon("search"_L1, IconColor::Accent).pixmap(kIcon)); // in the colours of now
    m_field->clear();
    search();
    open();
    place();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    if (const QWidget* window = parentWidget())
        move(window->mapToGlobal(QPoint((window->width() - width()) / 2, kTop)));
}

void CommandPalette::search()
{
    m_model->setSections(searchPalette(m_ground, m_field->text()));
    const int rows = m_model->rowCount();
    m_list->setVisible(rows > 0);
    m_empty->setText(emptyText());
    m_empty->setVisible(rows == 0);
    select(m_model->nextHit(0, 1));
    m_list->scrollToTop();
    showScope();
    fitList();
}

void CommandPalette::fitList()
{
    int height = 8;
    for (int row = 0; row < m_model->rowCount() && height < kMostList; ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(std::min(height, kMostList));
    adjustSize();
    if (isVisible())
        place();
}

/// Why there is nothing, and where else to look.
QString CommandPalette::emptyText() const
{
    const PaletteScope scope = paletteScope(m_field->text());
    if (m_ground.isBeingRead && scope != PaletteScope::Commands && scope != PaletteScope::Places)
        return tr("Not found yet: the rest is still being read. Try > for commands");
    if (scope == PaletteScope::All)
        return tr("No match. Try > for commands");
    return tr("No match. Without %1 everything is looked through").arg(palettePrefix(scope));
}

void CommandPalette::showScope()
{
    m_scopes->button(static_cast<int>(paletteScope(m_field->text())))->setChecked(true);
}

/// Puts the character of a scope in the place of another's.
void CommandPalette::setScope(PaletteScope scope)
{
    const QString typed = m_field->text();
    m_field->setText(palettePrefix(scope) + typed.sliced(palettePrefix(paletteScope(typed)).size()));
    m_field->setFocus();
    showScope();
}

void CommandPalette::select(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    // With the heading, where it is the section's first.
    if (row == m_model->nextHit(0, 1))
        m_list->scrollToTop();
    else
        m_list->scrollTo(index);
}

/// Past the end it goes on at the other one.
void CommandPalette::moveBy(int step)
{
    const int direction = step < 0 ? -1 : 1;
    const int last = m_model->rowCount() - 1;
    const int wanted = m_list->currentIndex().row() + step;
    const bool isLong = step != direction;
    int row = m_model->nextHit(std::clamp(wanted, 0, std::max(last, 0)), direction);
    if (row < 0 || (!isLong && (wanted < 0 || wanted > last)))
        row = isLong ? m_model->nextHit(direction > 0 ? last : 0, -direction)
                     : m_model->nextHit(direction > 0 ? 0 : last, direction);
    select(row);
}

const PaletteEntry* CommandPalette::current() const
{
    const auto* hit = m_model->hitAt(m_list->currentIndex());
    return hit ? &hit->entry : nullptr;
}

void CommandPalette::complete()
{
    if (const auto* entry = current())
        m_field->setText(palettePrefix(paletteScope(m_field->text())) + entry->title);
}

void CommandPalette::runCurrent()
{
    const auto* entry = current();
    if (!entry || !entry->isEnabled)
        return;
    const PaletteEntry run = *entry;
    accept();
    Q_EMIT chosen(run);
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(kPage);
        return true;
    case Qt::Key_PageUp:
        moveBy(-kPage);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        complete();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.setPen(t.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (parentWidget())
        new Scrim(*this);
}

void CommandPalette::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    // Not every window system gives the keyboard back to the window by itself.
    if (parentWidget())
        parentWidget()->window()->activateWindow();
}

} // namespace slipway
