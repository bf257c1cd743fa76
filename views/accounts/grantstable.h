#pragma once

#include "accounts/tokenassessment.h"

#include <QWidget>

class QGridLayout;

namespace slipway
{

/// What a token may do: a line for each thing Slipway does, with the scope it takes, and what is lost without it.
class GrantsTable final : public QWidget
{
    Q_OBJECT
public:
    explicit GrantsTable(QWidget* parent = nullptr);

    void setGrants(const std::vector<CapabilityGrant>& grants);
    /// The lines as they are read out: "Read packages and versions, read:packages, Granted".
    [[nodiscard]] QStringList lines() const { return m_lines; }

private:
    void addHeader();
    void addRow(int row, const CapabilityGrant& grant);

    QGridLayout* m_grid;
    QStringList m_lines;
};

} // namespace slipway
