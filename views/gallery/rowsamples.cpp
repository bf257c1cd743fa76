#include "views/gallery/rowsamples.h"

#include "models/roles.h"
#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/styleitems.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(slipway::ComponentsGallery)
};

enum class SampleColumn { Name, Digest, Size, State };
enum class SampleRow { Normal, Hover, Selected, SelectedInactive, Focus, Locked };

constexpr int kSampleRow = 28;
constexpr int kSampleGlyph = 14;
constexpr int kGlyphRole = Qt::UserRole + 50;

/// As the inventory paints its cells: the digest in a monospaced face, a state as glyph and word.
class RowSampleDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokensOf(option.palette);
        const auto column = static_cast<SampleColumn>(index.column());
        QRect rect = insideCell(option, index);
        painter->save();
        painter->setFont(fontFor(column == SampleColumn::Digest ? TextRole::Mono
                                 : column == SampleColumn::Size ? TextRole::Number
                                                                : TextRole::Body));
        painter->setPen(index.data(QuietRole).toBool() ? t.muted : t.text);
        if (column == SampleColumn::State) {
            paintGlyph(*painter, QRectF(rect.left(), rect.top(), kSampleGlyph, rect.height()),
                       static_cast<Glyph>(index.data(kGlyphRole).toInt()), t);
            rect.setLeft(rect.left() + kSampleGlyph + kCellPadding);
        }
        const int side = column == SampleColumn::Size ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(rect, side | Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {60, withText(kSampleRow)};
    }
};

void addRow(QStandardItemModel& model, const QString& name, const QString& digest, std::pair<Glyph, QString> state,
            bool isQuiet = false)
{
    QList<QStandardItem*> cells;
    for (const auto& text : {name, digest, QLocale().toString(1.3, 'f', 1) + u" GiB"_s, state.second}) {
        auto* cell = new QStandardItem(text);
        cell->setData(isQuiet, QuietRole);
        cell->setData(static_cast<int>(state.first), kGlyphRole);
        cells.append(cell);
    }
    model.appendRow(cells);
}

} // namespace

RowSamples::RowSamples(QWidget* parent)
    : RowView(parent)
{
    setAccessibleName(Samples::tr("Table rows"));
    setRootIsDecorated(false);
    setFocusPolicy(Qt::NoFocus);
    setItemDelegate(new RowSampleDelegate(this));
    auto* model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels(
        {Samples::tr("Name"), Samples::tr("Digest"), Samples::tr("Size"), Samples::tr("State")});
    const std::pair inLock{Glyph::Ok, Samples::tr("In lock")};
    addRow(*model, Samples::tr("Normal"), u"51b7d2…0e9c"_s, inLock);
    addRow(*model, Samples::tr("Hover"), u"e08a13…77d4"_s, inLock);
    addRow(*model, Samples::tr("Selected"), u"9c1e40…f27a"_s, {Glyph::Bad, Samples::tr("Drifted")});
    addRow(*model, Samples::tr("Inactive"), u"c7419f…3b02"_s, {Glyph::Warning, Samples::tr("Behind")});
    addRow(*model, Samples::tr("Keyboard"), u"0d92aa…c6e1"_s, inLock);
    addRow(*model, Samples::tr("Protected"), u"b3f518…1d70"_s, {Glyph::Locked, Samples::tr("Locked")}, true);
    setModel(model);
}

/// Each state over the row as the view paints it by itself.
void RowSamples::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(palette());
    switch (static_cast<SampleRow>(index.row())) {
    case SampleRow::Hover:
        painter->fillRect(option.rect, t.hover);
        break;
    case SampleRow::Selected:
        paintSelectedRow(*painter, option.rect, QStyle::State_Active, t);
        break;
    case SampleRow::SelectedInactive:
        paintSelectedRow(*painter, option.rect, QStyle::State_None, t);
        break;
    case SampleRow::Normal:
    case SampleRow::Focus:
    case SampleRow::Locked:
        break;
    }
    RowView::drawRow(painter, option, index);
    if (static_cast<SampleRow>(index.row()) == SampleRow::Focus)
        paintFocusRing(*painter, option.rect.adjusted(0, 0, 0, -1), 0, t.accent);
}

void RowSamples::fitColumns()
{
    const auto size = [this](SampleColumn column, int width) {
        header()->resizeSection(static_cast<int>(column), withText(width));
    };
    size(SampleColumn::Digest, 102);
    size(SampleColumn::Size, 70);
    size(SampleColumn::State, 116);
    header()->resizeSection(static_cast<int>(SampleColumn::Name), std::max(0, steadyWidth() - withText(288)));
}

} // namespace slipway
