#include "views/ladder/ladderview.h"

#include "models/laddermodel.h"
#include "models/roles.h"
#include "views/ladder/ladderdelegate.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr int kDigest = 76;
constexpr int kSize = 76;
constexpr int kRung = 76;
constexpr int kLeastBar = 32;
constexpr int kMostBar = 150;

int column(LadderColumn value)
{
    return static_cast<int>(value);
}

} // namespace

LadderView::LadderView(LadderModel& model, QWidget* parent)
    : RowView(parent)
{
    setAccessibleName(tr("Layer ladder"));
    setItemDelegate(new LadderDelegate(this));
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(1);
    setModel(&model);
}

void LadderView::fitColumns()
{
    const int room = viewport()->width() - 2 * (withText(kDigest) + withText(kSize)) - withText(kRung);
    const int bar = std::clamp(room / 7, kLeastBar, kMostBar);
    const int content = std::max((room - 2 * bar) / 2, kLeastBar);
    const auto resize = [this](LadderColumn left, LadderColumn right, int width) {
        header()->resizeSection(column(left), width);
        header()->resizeSection(column(right), width);
    };
    resize(LadderColumn::LeftDigest, LadderColumn::RightDigest, withText(kDigest));
    resize(LadderColumn::LeftSize, LadderColumn::RightSize, withText(kSize));
    resize(LadderColumn::LeftBar, LadderColumn::RightBar, bar);
    resize(LadderColumn::LeftContent, LadderColumn::RightContent, content);
    header()->resizeSection(column(LadderColumn::Rung), withText(kRung));
    Q_EMIT columnsFitted();
}

int LadderView::leftSizeEnd() const
{
    return header()->sectionPosition(column(LadderColumn::LeftBar));
}

int LadderView::rightSizeEnd() const
{
    return header()->sectionPosition(column(LadderColumn::RightDigest));
}

int LadderView::rungCentre() const
{
    return header()->sectionPosition(column(LadderColumn::Rung)) + withText(kRung) / 2;
}

void LadderView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyDigests();
    else
        RowView::keyPressEvent(event);
}

void LadderView::copyDigests() const
{
    QStringList digests;
    for (const auto side : {LadderColumn::LeftDigest, LadderColumn::RightDigest}) {
        const QString digest = currentIndex().siblingAtColumn(column(side)).data(DigestRole).toString();
        if (!digest.isEmpty() && !digests.contains(digest))
            digests.append(digest);
    }
    copyAndTell(*window(), digests, Copied::Digest);
}

} // namespace slipway
