#pragma once

#include "models/summary.h"

#include <QScrollArea>

#include <optional>

class QGridLayout;
class QVBoxLayout;

namespace slipway
{

/// The summary of what is selected, field by field.
class SummaryTab final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SummaryTab(QWidget* parent = nullptr);

    void showSummary(const Summary& summary);
    /// "Hub: affective_processing_center", line by line: what a person reads here.
    [[nodiscard]] QStringList lines() const { return m_lines; }

Q_SIGNALS:
    /// A part was chosen to go to.
    void partChosen(const slipway::Digest& digest);

private:
    void addField(QGridLayout& grid, const SummaryField& field);
    QWidget* valueWidget(const SummaryField& field);
    QWidget* presenceWidget(const SummaryField& field);
    void addMissing(QVBoxLayout& layout, const Summary& summary);
    void addParts(QVBoxLayout& layout, const Summary& summary);
    void addLayers(QVBoxLayout& layout, const Summary& summary);
    void addLabels(QVBoxLayout& layout, const Summary& summary);

    std::optional<Summary> m_shown;
    QStringList m_lines;
};

} // namespace slipway
