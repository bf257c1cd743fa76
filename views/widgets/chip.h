#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace slipway
{

struct Tokens;

/// Height of a chip: 18 in rows, 20 elsewhere.
constexpr int kChipHeight = 20;
constexpr int kRowChipHeight = 18;

/// Width of one chip with this text.
[[nodiscard]] int chipWidth(const QString& text);
/// Draws one chip into `rect`; `latest` is drawn in the accent, since it is what people pull without asking.
void paintChip(QPainter& painter, const QRectF& rect, const QString& text, const Tokens& tokens);

/// Which of a list of chips fit into a width, and how many are left over for "+n".
struct ChipFit final {
    qsizetype shown = 0;
    qsizetype hidden = 0;
};
[[nodiscard]] ChipFit fitChips(const QStringList& texts, qsizetype alsoHidden, int width);
/// Draws as many chips as fit and "+n" for the others; `alsoHidden` are not in the list but count.
void paintChips(QPainter& painter, const QRectF& rect, const QStringList& texts, qsizetype alsoHidden,
                const Tokens& tokens);

} // namespace slipway
