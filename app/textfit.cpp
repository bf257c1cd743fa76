#include "app/textfit.h"

#include "views/theme/typography.h"
#include "views/widgets/toast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kTitlePadding = 12;
/// What Qt leaves free at both ends of a line edit.
constexpr int kLineEditMargin = 2;
/// Antialiased edges may meet.
constexpr int kTouch = 1;

bool isClipped(const QLabel& label)
{
    const bool isText = !label.text().isEmpty() && label.textFormat() != Qt::RichText;
    if (!isText)
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    return label.fontMetrics().horizontalAdvance(label.text()) > label.contentsRect().width() + 1
           && label.toolTip().isEmpty();
}

/// What is typed goes on beyond the edge; what a field says by itself, and what it was given, is to be seen whole.
bool isClipped(const QLineEdit& field)
{
    QStyleOptionFrame option;
    option.initFrom(&field);
    option.lineWidth = field.hasFrame() ? field.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &field) : 0;
    const int inside = field.style()->subElementRect(QStyle::SE_LineEditContents, &option, &field).width();
    const QMargins margins = field.textMargins();
    const QString text = field.displayText().isEmpty() ? field.placeholderText() : field.displayText();
    const int room = inside - margins.left() - margins.right() - 2 * kLineEditMargin;
    return field.fontMetrics().horizontalAdvance(text) > room && field.toolTip().isEmpty();
}

bool isClipped(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return box.fontMetrics().horizontalAdvance(box.currentText()) > room.width() && box.toolTip().isEmpty();
}

/// What says a word in one line and is lower than its letters.
bool isTooLow(const QWidget& widget)
{
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    const bool isLine = (label && !label->text().isEmpty()) || (button && !button->text().isEmpty())
                        || qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget);
    return isLine && widget.height() + kTouch < widget.fontMetrics().boundingRect(u"Ág"_s).height();
}

/// Rows are painted, and as high as whoever paints them says.
bool hasLowRows(const QAbstractItemView& view)
{
    const QModelIndex first = view.model() ? view.model()->index(0, 0, view.rootIndex()) : QModelIndex();
    return first.isValid() && view.visualRect(first).height() < view.fontMetrics().height();
}

int titleWidth(const QString& title)
{
    return QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(title);
}

void addClippedTitles(const QHeaderView& header, QStringList& clipped)
{
    if (!header.isVisible() || header.orientation() != Qt::Horizontal)
        return;
    for (int column = 0; column < header.count(); ++column) {
        const QString title = header.model()->headerData(column, Qt::Horizontal).toString();
        const QString tip = header.model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        const bool isCut = titleWidth(title) > header.sectionSize(column) - kTitlePadding;
        if (!header.isSectionHidden(column) && isCut && !tip.contains(title))
            clipped.append(title);
    }
}

bool hasVisibleChild(const QWidget& widget)
{
    const auto children = widget.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(children, [](const QWidget* child) { return child->isVisible() && !child->isWindow(); });
}

/// A widget's text and where it is, in the window's coordinates.
struct PlacedText {
    QString text;
    QRect rect;
};

/// The part of `rect` that the widgets around `widget` leave in sight.
QRect inSight(const QWidget& widget, QRect rect, const QWidget& window)
{
    const QWidget* inner = &widget;
    while (inner != &window) {
        rect = rect.intersected(inner->rect()).translated(inner->pos());
        inner = inner->parentWidget();
    }
    return rect.intersected(window.rect());
}

/// A toast lies over what is there, on purpose and for a moment.
bool isOnToast(const QWidget& widget)
{
    for (const QWidget* part = &widget; part; part = part->parentWidget())
        if (qobject_cast<const Toast*>(part))
            return true;
    return false;
}

std::optional<PlacedText> textOf(const QWidget& widget, const QWidget& window)
{
    const auto placed = [&](const QString& text, const QRect& rect) {
        return PlacedText{text.simplified(), inSight(widget, rect, window)};
    };
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty())
            return std::nullopt;
        const int wrap = label->wordWrap() ? Qt::TextWordWrap : 0;
        const int flags = static_cast<int>(label->alignment()) | wrap;
        return placed(label->text(), label->fontMetrics().boundingRect(label->contentsRect(), flags, label->text()));
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return placed(button->text().isEmpty() ? button->accessibleName() : button->text(), button->rect());
    const bool isField = qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget);
    // What paints itself says by its name what it has painted; containers have names too.
    if (!isField && (widget.accessibleName().isEmpty() || hasVisibleChild(widget)))
        return std::nullopt;
    return placed(widget.accessibleName(), widget.rect());
}

} // namespace

QStringList clippedTexts(const QWidget& window)
{
    QStringList clipped;
    const auto labels = window.findChildren<QLabel*>();
    for (const auto* label : labels)
        if (label->isVisible() && isClipped(*label))
            clipped.append(label->text());
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const auto* button : buttons)
        if (button->isVisible() && button->width() < button->minimumSizeHint().width() && button->toolTip().isEmpty())
            clipped.append(button->text());
    const auto fields = window.findChildren<QLineEdit*>();
    for (const auto* field : fields)
        if (field->isVisible() && isClipped(*field))
            clipped.append(field->displayText().isEmpty() ? field->placeholderText() : field->displayText());
    const auto boxes = window.findChildren<QComboBox*>();
    for (const auto* box : boxes)
        if (box->isVisible() && isClipped(*box))
            clipped.append(box->currentText());
    const auto widgets = window.findChildren<QWidget*>();
    for (const auto* widget : widgets)
        if (widget->isVisible() && isTooLow(*widget))
            clipped.append(widget->accessibleName() + u": lower than its text"_s);
    const auto views = window.findChildren<QAbstractItemView*>();
    for (const auto* view : views)
        if (view->isVisible() && !qobject_cast<const QHeaderView*>(view) && hasLowRows(*view))
            clipped.append(view->accessibleName() + u": its rows are lower than their text"_s);
    const auto headers = window.findChildren<QHeaderView*>();
    for (const auto* header : headers)
        addClippedTitles(*header, clipped);
    const auto bars = window.findChildren<QTabBar*>();
    for (const auto* tabs : bars)
        if (tabs->isVisible() && tabs->width() < tabs->minimumSizeHint().width())
            clipped.append(tabs->accessibleName());
    return clipped;
}

QStringList overlappingTexts(const QWidget& window)
{
    QList<PlacedText> texts;
    const auto widgets = window.findChildren<QWidget*>();
    for (const auto* widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window || isOnToast(*widget))
            continue;
        // The cross in a field is a picture, whatever its name.
        if (qobject_cast<const QLineEdit*>(widget->parentWidget()))
            continue;
        if (const auto text = textOf(*widget, window))
            texts.append(*text);
    }
    QStringList overlapping;
    for (qsizetype a = 0; a < texts.size(); ++a)
        for (qsizetype b = a + 1; b < texts.size(); ++b) {
            const QRect both = texts[a].rect.intersected(texts[b].rect);
            if (both.width() > kTouch && both.height() > kTouch)
                overlapping.append(texts[a].text + u" / "_s + texts[b].text);
        }
    return overlapping;
}

} // namespace slipway
