#pragma once

#include "core/clock.h"
#include "models/driftlook.h"
#include "views/drift/driftfixes.h"
#include "views/drift/driftstates.h"
#include "views/page.h"
#include "views/pagestate.h"
#include "views/theme/tokens.h"

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;

namespace slipway
{

class AgedText;
class DriftCopies;
class DriftMatrixModel;
class DriftMatrixView;
class ElidedLabel;
class FindingCard;
class FindingKinds;
class FindingsList;
class FindingsView;
class LadderCard;
class MessageBar;
class SearchField;
class SectionCard;
class StatePage;

/// The Drift page: checks by family, what was found, and two images side by side. It is given values; what is looked at
/// and when is decided by whoever owns it.
class DriftPage final : public Page
{
    Q_OBJECT
public:
    explicit DriftPage(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    void setOwner(const QString& owner);
    /// Whose drift is about to be looked for; null while nothing was read, which empties the page.
    void setInventory(const InventoryPtr& inventory);
    void setLook(const DriftLookPtr& look);
    /// What an earlier look found, while there is none of this inventory: open findings by severity.
    void showKept(int errors, int warnings);
    /// Looking failed; what was found before stays in sight.
    void showFailure(const Error& error);
    /// A look is under way.
    void setLooking(bool isLooking);
    void setState(const PageState& state);
    void setAge(DataAge age);
    void showDocuments(const Digest& manifest, const std::optional<Result<QByteArray>>& configBytes);
    /// What the profile's repository is for; what may not be changed is not offered.
    void setRepository(const RepositoryUse& use);
    /// Chooses the first finding of an image; without one its layers are compared. False if there is no such package.
    bool select(const PackageName& package);

    [[nodiscard]] QStringList breadcrumb() const override;
    [[nodiscard]] QList<QWidget*> panes() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    [[nodiscard]] QJsonObject stateForOthers() const override;
    [[nodiscard]] QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;

    [[nodiscard]] const DriftLookPtr& look() const { return m_look; }
    [[nodiscard]] DriftMatrixView& matrix() { return *m_matrixView; }
    [[nodiscard]] FindingsView& findings();
    [[nodiscard]] FindingKinds& kinds() { return *m_kinds; }
    [[nodiscard]] FindingCard& card() { return *m_card; }
    [[nodiscard]] DriftFixes& fixes() { return *m_fixes; }
    [[nodiscard]] QPushButton& more() { return *m_more; }
    [[nodiscard]] LadderCard& ladder() { return *m_ladder; }
    [[nodiscard]] SearchField& filter();
    /// Whether something of what was read is not looked at yet.
    [[nodiscard]] bool isWaiting() const;
    /// What the state in sight says: the state page's title and sentence, the bars', and what the head says.
    [[nodiscard]] QStringList stateTexts() const;

Q_SIGNALS:
    void refreshRequested();
    /// All checks are to be made again.
    void checkRequested();
    /// The Files page is to show this file of the machine.
    void fileRequested(const QString& path);
    /// The inventory is to show this image.
    void imageRequested(const slipway::PackageName& package, const QString& tag);
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);
    /// How many findings are open; empty: none, or nobody looked.
    void badgeChanged(const QString& text, slipway::Tone tone);
    /// A person sees the page.
    void seen();
    /// isWaiting() is false from now on, or what the ladder asked for came.
    void settled();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeContent();
    void makeActions();
    void connectParts();
    void showLook();
    void tellSettled();
    void fitChecks();
    void showFinding();
    void showBadge();
    /// What the bar's button does.
    void helpOut();
    void showState();
    [[nodiscard]] DriftSituation situation() const;
    void offerFixes();
    void showImage();
    void chooseCell(const QModelIndex& index);
    void openCell(const QModelIndex& index);
    void setKind(FindingKind kind);

    Clock m_clock;
    QString m_owner;
    InventoryPtr m_inventory; ///< null: nothing was read
    DriftLookPtr m_look;      ///< null: nothing was looked at
    std::optional<Error> m_failure;
    bool m_isSeen = false; ///< once: from then on drift is looked for
    bool m_isLooking = false;
    int m_checksHeight = 0;     ///< as a person moved it; 0: as it needs
    bool m_isFollowing = false; ///< the matrix follows the findings, not the other way
    std::pair<int, int> m_kept; ///< errors and warnings, showKept()
    QString m_badge;
    PageState m_state;
    DriftMatrixModel* m_matrix;
    ElidedLabel* m_line = nullptr;
    MessageBar* m_bar;
    FindingKinds* m_kinds;
    DriftMatrixView* m_matrixView;
    FindingsList* m_findings;
    FindingCard* m_card;
    LadderCard* m_ladder;
    AgedText* m_agedMatrix;
    SectionCard* m_matrixCard = nullptr;
    QSplitter* m_left = nullptr;
    DriftFixes* m_fixes;
    QPushButton* m_more; ///< what can be done in the repository
    RepositoryUse m_use;
    DriftCopies* m_copies;
    QAction* m_check = nullptr;
    QAction* m_showImage = nullptr;
    StatePage* m_statePage;
    QWidget* m_content;
    QStackedLayout* m_stack;
};

} // namespace slipway
