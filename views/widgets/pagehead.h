#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QPushButton;

namespace slipway
{

class ElidedLabel;

/// The head of a page: its title, a line about what is in sight, and at the right what can be done.
class PageHead final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHead(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] ElidedLabel& line() const { return *m_line; }
    /// Puts a part at the right end.
    void addPart(QWidget& part);
    /// A button at the right end with an action's icon, which does what the action does and may be pressed when it may.
    QPushButton& addButton(QAction& action, const QString& text);

private:
    ElidedLabel* m_line;
    QHBoxLayout* m_row;
};

} // namespace slipway
