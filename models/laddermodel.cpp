#include "models/laddermodel.h"

#include "core/format.h"
#include "models/roles.h"
#include "models/tiptext.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Digits of a layer's digest that tell it from the others of an image.
constexpr qsizetype kShownDigits = 8;

bool isLeft(LadderColumn column)
{
    return column < LadderColumn::Rung;
}

Qt::Alignment alignmentOf(LadderColumn column)
{
    switch (column) {
    case LadderColumn::LeftSize:
    case LadderColumn::LeftBar:
    case LadderColumn::RightSize:
        return Qt::AlignVCenter | Qt::AlignRight;
    case LadderColumn::Rung:
        return Qt::AlignCenter;
    case LadderColumn::LeftContent:
    case LadderColumn::LeftDigest:
    case LadderColumn::RightBar:
    case LadderColumn::RightDigest:
    case LadderColumn::RightContent:
        break;
    }
    return Qt::AlignVCenter | Qt::AlignLeft;
}

QString meaningWord(RungMeaning meaning)
{
    switch (meaning) {
    case RungMeaning::Shared:
        return LadderModel::tr("shared");
    case RungMeaning::Expected:
        return LadderModel::tr("different");
    case RungMeaning::Drift:
        return LadderModel::tr("drift");
    }
    return {};
}

Bytes largestOf(const LadderSide& side)
{
    return side.layers.empty() ? 0 : std::ranges::max(side.layers, {}, &LadderLayer::size).size;
}

/// A cell of a Markdown table: a bar in it would end the cell.
QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s);
}

} // namespace

LadderModel::LadderModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LadderModel::setSides(LadderSide left, LadderSide right, size_t expected)
{
    if (left == m_left && right == m_right && expected == m_expected)
        return;
    beginResetModel();
    m_left = std::move(left);
    m_right = std::move(right);
    m_expected = expected;
    m_ladder = compareLayers(m_left.layers, m_right.layers);
    m_largest = std::max(largestOf(m_left), largestOf(m_right));
    endResetModel();
}

RungMeaning LadderModel::meaningOf(int row) const
{
    const auto& rung = m_ladder.rungs[static_cast<size_t>(row)];
    if (rung.kind == RungKind::Shared)
        return RungMeaning::Shared;
    const size_t lowest = std::min(rung.left.value_or(m_expected), rung.right.value_or(m_expected));
    return lowest < m_expected ? RungMeaning::Drift : RungMeaning::Expected;
}

const LadderLayer* LadderModel::layerAt(int row, LadderColumn column) const
{
    const auto& rung = m_ladder.rungs[static_cast<size_t>(row)];
    const auto& position = isLeft(column) ? rung.left : rung.right;
    return position ? &(isLeft(column) ? m_left : m_right).layers[*position] : nullptr;
}

QString LadderModel::text(int row, LadderColumn column) const
{
    if (column == LadderColumn::Rung)
        return QString::number(row + 1);
    const auto* layer = layerAt(row, column);
    switch (column) {
    case LadderColumn::LeftContent:
    case LadderColumn::RightContent:
        return !layer ? tr("no layer") : layer->step.isEmpty() ? u"–"_s : layer->step;
    case LadderColumn::LeftDigest:
    case LadderColumn::RightDigest:
        return layer ? layer->digest.hex().first(kShownDigits) : QString();
    case LadderColumn::LeftSize:
    case LadderColumn::RightSize:
        return !layer ? QString() : layer->size < 0 ? u"–"_s : formatBytes(layer->size);
    case LadderColumn::LeftBar:
    case LadderColumn::RightBar:
    case LadderColumn::Rung:
        break;
    }
    return {};
}

QString LadderModel::tip(int row, LadderColumn column) const
{
    const auto* layer = layerAt(row, column);
    switch (column) {
    case LadderColumn::LeftContent:
    case LadderColumn::RightContent:
        return layer ? tipText(layer->step) : QString();
    case LadderColumn::LeftDigest:
    case LadderColumn::RightDigest:
        return layer ? layer->digest.toString() : QString();
    case LadderColumn::Rung:
        return meaningWord(meaningOf(row));
    case LadderColumn::LeftSize:
    case LadderColumn::LeftBar:
    case LadderColumn::RightBar:
    case LadderColumn::RightSize:
        break;
    }
    return {};
}

int LadderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ladder.rungs.size());
}

int LadderModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kLadderColumns;
}

QVariant LadderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const auto column = static_cast<LadderColumn>(index.column());
    const auto* layer = column == LadderColumn::Rung ? nullptr : layerAt(row, column);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return tip(row, column);
    case Qt::AccessibleTextRole:
        if (column == LadderColumn::Rung)
            return tr("Rung %1: %2").arg(text(row, column), meaningWord(meaningOf(row)));
        return layer && tip(row, column) == layer->digest.toString() ? tip(row, column) : text(row, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column).toInt();
    case DigestRole:
        return layer ? layer->digest.toString() : QString();
    case kMeaningRole:
        return static_cast<int>(meaningOf(row));
    case kShareRole:
        return layer && m_largest > 0 && layer->size > 0
                   ? static_cast<double>(layer->size) / static_cast<double>(m_largest)
                   : 0.0;
    default:
        return {};
    }
}

QVariant LadderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<LadderColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column).toInt();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case LadderColumn::LeftContent:
    case LadderColumn::RightContent:
        return tr("Content");
    case LadderColumn::LeftDigest:
    case LadderColumn::RightDigest:
        return tr("Layer");
    case LadderColumn::LeftSize:
    case LadderColumn::RightSize:
        return tr("Size");
    case LadderColumn::Rung:
        return tr("#");
    case LadderColumn::LeftBar:
    case LadderColumn::RightBar:
        break;
    }
    return {};
}

QString ladderHeadline(const LayerLadder& ladder)
{
    if (ladder.rungs.empty())
        return LadderModel::tr("No layers");
    if (!ladder.divergence())
        return LadderModel::tr("The same layers");
    if (ladder.shared == 0)
        return LadderModel::tr("No layer in common");
    return ladder.prefix == 0 ? LadderModel::tr("Another lowest layer")
                              : LadderModel::tr("Same up to layer %1").arg(ladder.prefix);
}

QString ladderSentence(const LayerLadder& ladder)
{
    const auto amount = [](size_t layers, Bytes bytes) {
        return LadderModel::tr("%n layer(s), %1", nullptr, static_cast<int>(layers)).arg(formatBytes(bytes));
    };
    QString prefix = LadderModel::tr("Common prefix: %1.").arg(amount(ladder.prefix, ladder.prefixBytes));
    if (ladder.shared == ladder.prefix)
        return prefix;
    return prefix + u' ' + LadderModel::tr("In common at all: %1.").arg(amount(ladder.shared, ladder.sharedBytes));
}

QString ladderMarkdown(const LadderModel& model)
{
    QStringList lines{ladderHeadline(model.ladder()) + u". "_s + ladderSentence(model.ladder()), {}};
    lines.append(u"| %1 | | | # | | | %2 |"_s.arg(cell(model.left().name), cell(model.right().name)));
    lines.append(u"|---|---|---:|---|---:|---|---|"_s);
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto value = [&](LadderColumn column) {
            return cell(model.index(row, static_cast<int>(column)).data().toString());
        };
        const QString meaning = meaningWord(model.meaningOf(row));
        lines.append(u"| %1 | %2 | %3 | %4 %5 | %6 | %7 | %8 |"_s.arg(
            value(LadderColumn::LeftContent), value(LadderColumn::LeftDigest), value(LadderColumn::LeftSize),
            value(LadderColumn::Rung), meaning, value(LadderColumn::RightSize), value(LadderColumn::RightDigest),
            value(LadderColumn::RightContent)));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway
