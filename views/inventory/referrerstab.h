#pragma once

#include "models/referrersmodel.h"

#include <QWidget>

class QScrollArea;
class QStackedLayout;

namespace slipway
{

class DetailsSubject;
class ReferrerGraph;
class ReferrersTable;
class StatePage;

/// Signatures, SBOMs and attestations of a version: as a graph, and the same as a table to read and copy.
class ReferrersTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ReferrersTab(QWidget* parent = nullptr);

    /// What refers to the version, or that nothing does.
    void showSubject(const DetailsSubject& subject);
    void showNodes(std::vector<ReferrerNode> nodes);
    void showNothing(const QString& title, const QString& sentence);
    [[nodiscard]] const ReferrersModel& model() const { return *m_model; }
    [[nodiscard]] ReferrerGraph& graph() { return *m_graph; }
    [[nodiscard]] ReferrersTable& table() { return *m_table; }
    /// The title of what stands where the graph would; empty while the graph is in sight.
    [[nodiscard]] QString stateTitle() const;

private:
    void goTo(int node);

    ReferrersModel* m_model;
    QWidget* m_content;
    QScrollArea* m_scroll;
    ReferrerGraph* m_graph;
    ReferrersTable* m_table;
    StatePage* m_state;
    QStackedLayout* m_stack;
};

} // namespace slipway
