#pragma once

#include "inventory/filter.h"

#include <QWidget>

class QLabel;

namespace slipway
{

class SearchField;

/// Above the inventory's tree: the filter's text. Each change that can be understood is told at once; one that cannot
/// is underlined, with what was expected below the field, and the filter before stays in force.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    [[nodiscard]] SearchField& field() { return *m_field; }
    /// What is said below the field; empty if the text can be understood.
    [[nodiscard]] QString faultText() const;

public Q_SLOTS:
    void clear();
    /// Gives the field the keyboard, its text selected.
    void takeKeyboard();

Q_SIGNALS:
    void filterChanged(const slipway::InventoryFilter& filter);
    /// The keyboard should go to the tree.
    void left();

private:
    void readText(const QString& text);

    SearchField* m_field;
    QLabel* m_fault;
};

} // namespace slipway
