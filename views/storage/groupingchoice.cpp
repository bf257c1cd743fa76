#include "views/storage/groupingchoice.h"

namespace slipway
{

GroupingChoice::GroupingChoice(const QString& families, const QString& images, QWidget* parent)
    : SegmentChoice({{tr("Families"), families}, {tr("Images"), images}}, parent)
{
}

} // namespace slipway
