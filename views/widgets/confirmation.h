#pragma once

#include "views/widgets/glyph.h"

#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// One line about what is going to happen: "Hosts affected", "None, checked 14:31".
struct ConfirmFact final {
    QString name;
    QString text;
    std::optional<Glyph> glyph; ///< of a check that was made

    friend bool operator==(const ConfirmFact&, const ConfirmFact&) = default;
};

/// Everything a person is told before something is done that cannot simply be taken back, in the order in which it is
/// told (DESIGN, section 9).
struct Confirmation final {
    QString title;                  ///< "Delete 41 versions from ghcr.io/northquay?"
    QString goes;                   ///< what goes
    QString stays;                  ///< what stays
    std::vector<ConfirmFact> facts; ///< who is affected, as checked just now
    QString undo;                   ///< how it is undone, and until when; what becomes of it afterwards
    QString recorded;               ///< where it is recorded: "As DevOps, in Activity and the org audit log"
    QString phrase;                 ///< to be typed: "delete 41 versions"; for a deployment the environment's name
    QString verb;                   ///< on the button, verb and amount: "Delete 41 versions"
    QString skip = {};              ///< on a button that goes on without it: "Leave it out"; empty: there is none
    QString list = {};              ///< on a button that saves what goes first; empty: there is none
    bool harms = true;              ///< false: nothing is lost by it, so nothing is typed
};

/// Whether what was typed is the phrase: case and spaces around and between words do not count.
[[nodiscard]] bool matchesPhrase(const QString& typed, const QString& phrase);

} // namespace slipway
