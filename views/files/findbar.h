#pragma once

#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;

namespace slipway
{

class SearchField;

/// What is searched in a text, how often it is there, and steps from one to the next: Enter goes on, with Shift back.
/// Escape clears the field, then leaves.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    /// Shows it with the keyboard in the field; `text` is searched unless it is empty.
    void open(const QString& text);
    [[nodiscard]] QString text() const;
    /// "3 of 12"; `current` from 1, 0: none is gone to.
    void showCount(qsizetype current, std::size_t total, bool isCut);
    [[nodiscard]] QString countText() const;
    [[nodiscard]] SearchField& field() { return *m_field; }

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    /// Enter in the field: it would else leave for what is searched.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    SearchField* m_field;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace slipway
