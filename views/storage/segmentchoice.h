#pragma once

#include <QWidget>

#include <vector>

class QPushButton;

namespace slipway
{

/// A few buttons of which one is on, at the head of a card. Tab goes to each: no QButtonGroup, which lets it go to one
/// only.
class SegmentChoice : public QWidget
{
    Q_OBJECT
public:
    /// What a button says, and in a sentence what it shows.
    struct Segment {
        QString name;
        QString tip;
    };
    explicit SegmentChoice(const std::vector<Segment>& segments, QWidget* parent = nullptr);

    [[nodiscard]] size_t current() const { return m_current; }
    void setCurrent(size_t segment);

Q_SIGNALS:
    /// By a person.
    void chosen();

private:
    size_t m_current = 0;
    std::vector<QPushButton*> m_buttons;
};

} // namespace slipway
