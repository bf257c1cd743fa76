#pragma once

#include "simulator/fault.h"

#include <QList>

#include <optional>

namespace slipway
{

/// Does the glob match the whole path? `*` stands for any characters, `/` included.
[[nodiscard]] bool matchesRoute(QStringView glob, QStringView path);

/// The faults still to strike. For each request the first one that matches strikes, and is used up by one.
class FaultPlan final
{
public:
    void add(Fault fault) { m_faults.append(std::move(fault)); }
    void clear() { m_faults.clear(); }
    [[nodiscard]] std::optional<Fault> strike(const QByteArray& method, const QString& path);

private:
    QList<Fault> m_faults;
};

} // namespace slipway
