#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <cstdint>

namespace slipway
{

/// Something the organisation chooser offers.
struct OwnerChoice final {
    enum class Kind : std::uint8_t {
        Started, ///< what the program was started with
        Account, ///< an owner of an account
        Demo,
    };
    Kind kind = Kind::Started;
    QString owner;
    QString account = {}; ///< the account's id

    friend bool operator==(const OwnerChoice&, const OwnerChoice&) = default;
};

/// The choices of one account, or the demos, under a heading; without a title they stand first, without one.
struct OwnerGroup final {
    QString title;
    QList<OwnerChoice> choices;
};

} // namespace slipway
