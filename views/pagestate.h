#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace slipway
{

/// Whether what is in sight may be out of date; such values are greyed.
enum class DataAge { Fresh, Old };

/// How a page's data stand. What was read stays in sight in every state.
struct PageState final {
    enum class Kind {
        Loading, ///< being read; `done` of `total` packages, total 0 while unknown
        Ready,   ///< read and fresh
        Stale,   ///< read, but older than it should be
        Offline, ///< the network may not or cannot be asked; data as of `since`
        Failed,  ///< reading failed; `error` says why
    };
    Kind kind = Kind::Loading;
    qint64 done = 0;
    qint64 total = 0;
    QDateTime since; ///< of the data, where there are any
    std::optional<Error> error;

    [[nodiscard]] static PageState loading(qint64 done = 0, qint64 total = 0)
    {
        return {Kind::Loading, done, total, {}, {}};
    }
    [[nodiscard]] static PageState ready() { return {Kind::Ready, 0, 0, {}, {}}; }
    [[nodiscard]] static PageState stale(const QDateTime& since) { return {Kind::Stale, 0, 0, since, {}}; }
    [[nodiscard]] static PageState offline(const QDateTime& since) { return {Kind::Offline, 0, 0, since, {}}; }
    [[nodiscard]] static PageState failed(const Error& error) { return {Kind::Failed, 0, 0, {}, error}; }

    friend bool operator==(const PageState&, const PageState&) = default;
};

} // namespace slipway
