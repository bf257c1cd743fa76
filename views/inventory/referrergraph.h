#pragma once

#include "models/referrernodes.h"

#include <QWidget>

namespace slipway
{

/// The referrer graph drawn: a box for each manifest, from the version on the left to what speaks of it on the right.
/// Left and Right go to what a node hangs on and to what hangs on it, Up and Down through all of them. The table beside
/// tells the same.
class ReferrerGraph final : public QWidget
{
    Q_OBJECT
public:
    explicit ReferrerGraph(QWidget* parent = nullptr);

    void setNodes(std::vector<ReferrerNode> nodes);
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int node);
    [[nodiscard]] QRect nodeRect(int node) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int node);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int nodeAt(const QPoint& pos) const;
    [[nodiscard]] int firstChild() const;
    void paintConnector(QPainter& painter, int node) const;
    void paintNode(QPainter& painter, int node) const;

    std::vector<ReferrerNode> m_nodes;
    int m_current = 0;
};

} // namespace slipway
