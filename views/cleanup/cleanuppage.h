#pragma once

#include "core/clock.h"
#include "models/cleanupsheet.h"
#include "views/cleanup/cleanupstates.h"
#include "views/page.h"
#include "views/theme/tokens.h"

class QAction;
class QComboBox;
class QStackedLayout;
class QStackedWidget;
class QTabBar;

namespace slipway
{

class CleanupActing;
class ElidedLabel;
class MessageBar;
class PlanPane;
class StatePage;

/// The Cleanup page: what the policy in force would delete and why everything else stays. It shows what it is given and
/// asks for what it needs; nothing is planned before somebody sees it. Parts are tabs of their own.
class CleanupPage final : public Page
{
    Q_OBJECT
public:
    explicit CleanupPage(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    void setOwner(const QString& owner);
    void setState(const PageState& state);
    void setAge(DataAge age);
    /// Null: of an owner of whom nothing was read yet.
    void setInventory(const InventoryPtr& inventory);
    /// The policies of the owner, by file name, and which of them is in sight; the choice is shown where there are
    /// several.
    void setPolicies(const QStringList& names, int current);
    void setPlanning(bool isPlanning);
    void setSheet(const CleanupSheetPtr& sheet);
    void showFailure(const Error& error);
    /// The plan that was asked for by copyRequested(), as text.
    void takeCopy(const QString& text);
    /// What was found for whyAsked().
    void takeAnswers(const QString& meant, const std::vector<slipway::CleanupAnswer>& answers);
    /// What became of exportRequested().
    void showExported(const QString& path, const Result<void>& done);

    /// A part of the page beside the plan; it is shown by its name. The page owns it from then on.
    void addTab(const QString& name, QWidget* part);
    void setCurrentTab(int tab);
    [[nodiscard]] PlanPane& plan() const { return *m_plan; }
    /// What changes the registry, and the runs there were.
    [[nodiscard]] CleanupActing& acting() const { return *m_acting; }
    [[nodiscard]] QTabBar& tabs() const { return *m_tabs; }
    [[nodiscard]] const CleanupSheetPtr& sheet() const { return m_sheet; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] const InventoryPtr& inventory() const { return m_inventory; }
    /// Whether what it shows is about to change by itself.
    [[nodiscard]] bool isWaiting() const;

    [[nodiscard]] QStringList breadcrumb() const override;
    [[nodiscard]] QList<QWidget*> panes() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

Q_SIGNALS:
    /// A person sees the page.
    void seen();
    void refreshRequested();
    void previewRequested();
    /// The runs are about to be seen.
    void runsWanted();
    void policyChosen(int policy);
    void exclusionRequested(const QList<slipway::VersionId>& versions, bool isExcluded);
    /// What becomes of what a person means: takeAnswers() takes it.
    void whyAsked(const QString& meant);
    void copyRequested();
    void exportRequested(const QString& path);
    void versionRequested(const slipway::PackageName& package, const slipway::Digest& digest);
    void settled();

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    void makeActions();
    void connectParts();
    void showSheet();
    void showState();
    void askToApply();
    void showVersion();
    void exportPlan();
    [[nodiscard]] CleanupSituation situation() const;
    [[nodiscard]] QString whyNotAct() const;
    [[nodiscard]] QString whyNotApply() const;

    Clock m_clock;
    QString m_owner;
    PageState m_state;
    InventoryPtr m_inventory;
    CleanupSheetPtr m_sheet;
    std::optional<Error> m_failure;
    bool m_isPlanning = false;
    bool m_isSeen = false;

    ElidedLabel* m_line = nullptr;
    QComboBox* m_policies;
    MessageBar* m_bar;
    QTabBar* m_tabs;
    QStackedWidget* m_parts;
    PlanPane* m_plan;
    CleanupActing* m_acting;
    StatePage* m_statePage;
    QStackedLayout* m_stack;
    QAction* m_preview = nullptr;
    QAction* m_export = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_showImage = nullptr;
    QAction* m_apply = nullptr;
};

} // namespace slipway
