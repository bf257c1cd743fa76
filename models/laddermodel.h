#pragma once

#include "domain/layerladder.h"

#include <QAbstractTableModel>

namespace slipway
{

/// One of the images a ladder compares.
struct LadderSide final {
    QString name; ///< "apc-emotion-cpu:v0.4.1"
    Digest digest;
    std::vector<LadderLayer> layers;

    friend bool operator==(const LadderSide&, const LadderSide&) = default;
};

/// Columns from the outside in: what the left image has, the rung, what the right image has. The bars are pictures of
/// the sizes beside them and have no text.
enum class LadderColumn {
    LeftContent,
    LeftDigest,
    LeftSize,
    LeftBar,
    Rung,
    RightBar,
    RightSize,
    RightDigest,
    RightContent,
};
constexpr int kLadderColumns = 9;

/// What a rung means to who looks at it.
enum class RungMeaning {
    Shared,   ///< stored once for both
    Expected, ///< another layer, or none, where nothing says that they are to be shared
    Drift,    ///< another layer, or none, where they were to be shared
};

/// Two images' layers side by side, as a table.
class LadderModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int kMeaningRole = Qt::UserRole + 100; ///< RungMeaning as int, alike in every column
    static constexpr int kShareRole = kMeaningRole + 1; ///< double, 0 to 1: the side's size as a part of the largest

    explicit LadderModel(QObject* parent = nullptr);

    /// `expected` layers from the lowest on are to be shared: what differs among them is drift.
    void setSides(LadderSide left, LadderSide right, size_t expected = 0);
    [[nodiscard]] const LayerLadder& ladder() const { return m_ladder; }
    [[nodiscard]] const LadderSide& left() const { return m_left; }
    [[nodiscard]] const LadderSide& right() const { return m_right; }
    [[nodiscard]] RungMeaning meaningOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// The layer the column tells of; nullptr where the image has none on this rung.
    [[nodiscard]] const LadderLayer* layerAt(int row, LadderColumn column) const;
    [[nodiscard]] QString text(int row, LadderColumn column) const;
    [[nodiscard]] QString tip(int row, LadderColumn column) const;

    LadderSide m_left;
    LadderSide m_right;
    LayerLadder m_ladder;
    size_t m_expected = 0;
    Bytes m_largest = 0;
};

/// "Same up to layer 4", "No layer in common", "The same layers": what a ladder says first.
[[nodiscard]] QString ladderHeadline(const LayerLadder& ladder);
/// How much the images begin with together, and have together at all, in a sentence or two.
[[nodiscard]] QString ladderSentence(const LayerLadder& ladder);
/// The ladder as a table of Markdown, with its headline; also what is read as plain text.
[[nodiscard]] QString ladderMarkdown(const LadderModel& model);

} // namespace slipway
