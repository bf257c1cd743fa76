#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace slipway
{

/// Where a person is: a page of an owner, and what is chosen on it.
struct Place final {
    QString owner;
    int page = 0;
    QJsonObject part; ///< as Page::place() tells it

    friend bool operator==(const Place&, const Place&) = default;
};

/// The places a person came from by a jump, and back again. Each owner's stay apart: nothing leads from one to another.
class PlaceHistory final
{
public:
    /// A jump begins here.
    void leave(const Place& here);
    /// Where to go, or nothing. `here` is where forward() leads to from then on.
    [[nodiscard]] std::optional<Place> back(const Place& here);
    [[nodiscard]] std::optional<Place> forward(const Place& here);

private:
    using Places = std::vector<Place>;
    [[nodiscard]] static std::optional<Place> step(Places& from, Places& to, const Place& here);

    Places m_before;
    Places m_after;
};

} // namespace slipway
