#pragma once

#include <QString>

#include <optional>

namespace slipway
{

// A part of a text on GitHub that is Slipway's, between two comments nobody sees:
//     <!-- slipway:NAME KEY -->
//     CONTENT
//     <!-- /slipway:NAME -->
// What people write before and after it is theirs. The key is percent-encoded, so that no comment ends in it.

/// What is marked in a text; of several parts the first.
struct MarkedPart final {
    QString key;
    QString content;

    friend bool operator==(const MarkedPart&, const MarkedPart&) = default;
};
[[nodiscard]] std::optional<MarkedPart> markedPart(const QString& text, const QString& name);

/// The text with this part in place of the one of its name; without one it is put at the end.
[[nodiscard]] QString withMarkedPart(const QString& text, const QString& name, const MarkedPart& part);

} // namespace slipway
