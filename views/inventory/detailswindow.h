#pragma once

#include <QWidget>

namespace slipway
{

/// The window of their own the details may be in. Closing it brings them back to the tree: nothing gets lost.
class DetailsWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsWindow(QWidget* parent);

    void take(QWidget& details);
    /// Goes into the title; empty for none.
    void setNote(const QString& note);

Q_SIGNALS:
    void closed();
    void moved();

protected:
    void closeEvent(QCloseEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    /// Tab goes as one reads.
    bool focusNextPrevChild(bool next) override;
};

} // namespace slipway
