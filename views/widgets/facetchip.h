#pragma once

#include <QToolButton>

namespace slipway
{

/// A pill that tells a property and what of it is chosen, and opens a menu to choose from. While something is chosen it
/// is filled with the accent and ends in a cross, which takes the choice back.
class FacetChip final : public QToolButton
{
    Q_OBJECT
public:
    explicit FacetChip(QWidget* parent = nullptr);

    /// What the counts in the summary and the menu are of, as a sentence.
    void setMeaning(const QString& meaning);
    /// `summary`: what there is, while nothing is chosen.
    void showState(const QString& name, const QString& summary, const QString& chosen);
    /// As the way to other chips, "+2 more": `whole` names them. It looks chosen where one of them is, and has no
    /// cross.
    void showWay(const QString& text, const QString& whole, bool isChosen);
    [[nodiscard]] bool isOn() const { return !m_chosen.isEmpty(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRect endRect() const;
    [[nodiscard]] int valueLeft() const;
    void showWords(const QString& whole);

    QString m_meaning;
    QString m_name;
    QString m_value;
    QString m_chosen;
    bool m_leadsToChosen = false;
};

} // namespace slipway
