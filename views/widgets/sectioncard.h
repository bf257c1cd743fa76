#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace slipway
{

class ElidedLabel;

/// A card with a heading, what is said beside it, actions at the right, and a body below a hairline. To those who do
/// not see it, it is a group with the heading's name.
class SectionCard final : public QFrame
{
    Q_OBJECT
public:
    explicit SectionCard(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A few words beside the title; cut where there is no room.
    void setSubText(const QString& text);
    /// Actions are put in from left to right.
    [[nodiscard]] QHBoxLayout& actions() { return *m_actions; }
    [[nodiscard]] QVBoxLayout& body() { return *m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    ElidedLabel* m_subText;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_body;
};

} // namespace slipway
