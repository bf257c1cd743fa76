#pragma once

#include "models/driftcomparison.h"

#include <QHash>
#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QStringListModel;

namespace slipway
{

class FigureView;
class LadderPanel;
class StatePage;

/// Which of two images' sides are compared.
enum class ComparedParts { Layers, Packages };

/// Two images side by side, layer by layer or package by package. Which two is written in two fields: tags, digests,
/// and what the lock file pins. What made layers is asked for where nobody read it, and shown when it comes.
class LadderCard final : public QWidget
{
    Q_OBJECT
public:
    explicit LadderCard(QWidget* parent = nullptr);

    /// What is compared is looked for in it; null empties the card.
    void setGround(const std::shared_ptr<const DriftGround>& ground);
    /// Puts these two side by side.
    void compare(const ComparedNames& names);
    [[nodiscard]] ComparedNames compared() const { return m_names; }
    void setParts(ComparedParts parts);
    [[nodiscard]] ComparedParts parts() const { return m_parts; }
    void showDocuments(const Digest& manifest, const std::optional<Result<QByteArray>>& configBytes);

    /// Whether what made the layers was asked for and is yet to come.
    [[nodiscard]] bool isWaiting() const { return !m_wanted.isEmpty(); }
    /// The ladder or the packages as Markdown; empty where nothing is compared.
    [[nodiscard]] QString markdown() const;
    [[nodiscard]] LadderPanel& panel() { return *m_panel; }
    [[nodiscard]] FigureView& packages() { return *m_packages; }
    [[nodiscard]] QLineEdit& leftField() { return *m_fields[0]; }
    [[nodiscard]] QLineEdit& rightField() { return *m_fields[1]; }
    /// What takes the keyboard: rungs, packages, or the first field where there are none.
    [[nodiscard]] QWidget& pane();
    /// What is said where nothing can be compared.
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);
    /// A person compares other images, or other parts of them.
    void arrangementChanged();

private:
    [[nodiscard]] QWidget* makeHead();
    void takeNames();
    void choosePair(int index);
    void ask(RowIndex image);
    [[nodiscard]] std::optional<ImageConfig> configFor(RowIndex image) const;
    [[nodiscard]] LadderSide sideOf(const ComparedImage& compared, RowIndex image) const;
    void show();
    void showPackages(const LadderSide& left, const LadderSide& right);
    void showNothing(const QString& title, const QString& sentence);

    std::shared_ptr<const DriftGround> m_ground;
    ComparedNames m_names;
    std::optional<DriftComparison> m_comparison;
    size_t m_pair = 0;
    ComparedParts m_parts = ComparedParts::Layers;
    QHash<Digest, Digest> m_wanted; ///< config by the manifest it was asked for with
    QHash<Digest, ImageConfig> m_read;
    std::array<QLineEdit*, 2> m_fields{};
    std::array<QPushButton*, 2> m_choices{};
    QComboBox* m_platform;
    QStringListModel* m_comparable;
    LadderPanel* m_panel;
    FigureView* m_packages;
    StatePage* m_nothing;
    QStackedLayout* m_stack;
};

} // namespace slipway
