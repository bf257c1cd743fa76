#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace slipway
{

/// A filter's text under a name.
struct SavedFilter final {
    QString name;
    QString expression;

    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

/// The filters a person keeps, by name: a value, to be stored wherever a profile's settings are.
class SavedFilters final
{
public:
    /// Reads what toJson() wrote; entries that are none are left out, for a filter is not worth refusing to start.
    [[nodiscard]] static SavedFilters fromJson(const QByteArray& json);
    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] const std::vector<SavedFilter>& filters() const { return m_filters; }
    /// Takes the place of one of the same name. Names and expressions without text are not kept.
    void set(const QString& name, const QString& expression);
    void remove(const QString& name);

    friend bool operator==(const SavedFilters&, const SavedFilters&) = default;

private:
    std::vector<SavedFilter> m_filters; ///< by name, whatever the case
};

} // namespace slipway
